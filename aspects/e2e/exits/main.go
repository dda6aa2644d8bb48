// Command exits makes one span and ends, in the way its argument names.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	// Nothing listens there: a client span, and no waiting.
	if res, err := http.Get("http://127.0.0.1:1/"); err == nil {
		res.Body.Close()
	}
	switch os.Args[1] {
	case "return":
	case "exit":
		os.Exit(7)
	case "fatal":
		log.Fatal("fatal")
	case "panic":
		panic("main panics")
	case "goroutine":
		go func() { panic("a goroutine panics") }()
		time.Sleep(time.Minute)
	case "signal": // has no handler
		fmt.Fprintln(os.Stderr, "ready")
		time.Sleep(time.Minute)
	case "handler": // drains, then ends in its own way
		signals := make(chan os.Signal, 1)
		signal.Notify(signals, syscall.SIGTERM)
		fmt.Fprintln(os.Stderr, "ready")
		<-signals
		time.Sleep(100 * time.Millisecond)
		if res, err := http.Get("http://127.0.0.1:1/drain"); err == nil {
			res.Body.Close()
		}
		os.Exit(3)
	}
}
