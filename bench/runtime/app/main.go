// Command app is the server that is measured, without a word of telemetry: tools that weave add it.
package main

import (
	"log"

	"example.com/bench/server"
)

func main() {
	if err := server.Run(server.Options{}); err != nil {
		log.Fatal(err)
	}
}
