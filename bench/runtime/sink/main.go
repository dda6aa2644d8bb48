// Command sink takes whatever exporters send, OTLP over HTTP or the messages for a Datadog agent, and throws it away. It prints its address, and when
// standard input ends, how much it got.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"strings"
	"sync"
)

// got is what came to one path.
type got struct {
	Requests int   `json:"requests"`
	Bytes    int64 `json:"bytes"`
}

func main() {
	var mu sync.Mutex
	paths := map[string]*got{}
	handler := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		n, _ := io.Copy(io.Discard, r.Body) // what was cut off is counted as far as it came
		mu.Lock()
		defer mu.Unlock()
		if paths[r.URL.Path] == nil {
			paths[r.URL.Path] = &got{}
		}
		paths[r.URL.Path].Requests++
		paths[r.URL.Path].Bytes += n
		// An empty OTLP answer in protobuf is no bytes; a Datadog agent answers JSON.
		if strings.HasPrefix(r.URL.Path, "/v1/") {
			w.Header().Set("Content-Type", "application/x-protobuf")
			return
		}
		_, _ = io.WriteString(w, "{}")
	})
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("listening", listener.Addr())
	go func() { log.Fatal(http.Serve(listener, handler)) }()
	_, _ = io.Copy(io.Discard, os.Stdin)
	mu.Lock()
	defer mu.Unlock()
	if err := json.NewEncoder(os.Stdout).Encode(paths); err != nil {
		log.Fatal(err)
	}
}
