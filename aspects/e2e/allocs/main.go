// Command allocs serves requests of a client that allocates nothing, and prints how many allocations the program made for each: those of
// net/http, of its hooks and of what sends the records.
package main

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"runtime"
)

const requests = 3000

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /orders/{id}", func(w http.ResponseWriter, r *http.Request) { _, _ = io.WriteString(w, "hello") })
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	check(err)
	go func() { _ = http.Serve(listener, mux) }()
	conn, err := net.Dial("tcp", listener.Addr().String())
	check(err)
	request := []byte("GET /orders/7?a=b HTTP/1.1\r\nHost: shop.example\r\nUser-Agent: allocs\r\n" +
		"Traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\r\n\r\n")
	answer := make([]byte, 64<<10)
	send := func(n int) {
		for range n {
			_, err := conn.Write(request)
			check(err)
			for have := 0; !bytes.HasSuffix(answer[:have], []byte("\r\n\r\nhello")); {
				n, err := conn.Read(answer[have:])
				check(err)
				have += n
			}
		}
	}
	send(200) // pools fill, series are made
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	send(requests)
	runtime.ReadMemStats(&after)
	fmt.Printf("%.2f\n", float64(after.Mallocs-before.Mallocs)/requests)
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
