// Prints checksums: those of texts known at compile time are literals in the binary, others are computed.
package main

import (
	"fmt"
	"hash/crc32"
	"os"
)

func main() {
	fmt.Println("known:", crc32.ChecksumIEEE([]byte("gots")))
	for _, word := range os.Args[1:] {
		fmt.Println(word+":", crc32.ChecksumIEEE([]byte(word)))
	}
}
