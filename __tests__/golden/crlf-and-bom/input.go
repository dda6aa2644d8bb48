// Package demo has CRLF line ends.
package demo

import "fmt"

func a() {
	fmt.Println(`
`)
}
