// Command quiet serves requests that come over plain connections, so that their clients have no spans. Whatever the path, a request asks the
// database, in a goroutine without a context too, calls a server that is not there, and logs its path. With the argument wait there is one
// round of requests after another until standard input ends.
package main

import (
	"database/sql"
	"fmt"
	"io"
	"log"
	"log/slog"
	"net"
	"net/http"
	"os"
	"sync"
	"sync/atomic"
	"time"

	_ "modernc.org/sqlite"
)

var paths = []string{"/orders/1", "/search/tea", "/admin/users", "/healthz", "/metrics"}

func main() {
	db, err := sql.Open("sqlite", "file:quiet?mode=memory&cache=shared")
	if err != nil {
		log.Fatal(err)
	}
	work := func(w http.ResponseWriter, r *http.Request) {
		var wait sync.WaitGroup
		wait.Add(1)
		go func() {
			defer wait.Done()
			_, _ = db.Exec("SELECT 1")
		}()
		_, _ = db.ExecContext(r.Context(), "SELECT 2")
		wait.Wait()
		request, _ := http.NewRequestWithContext(r.Context(), http.MethodGet, "http://127.0.0.1:1/", nil)
		if _, err := http.DefaultClient.Do(request); err == nil {
			log.Fatal("port 1 answers")
		}
		slog.InfoContext(r.Context(), r.URL.Path)
		fmt.Fprint(w, "ok")
	}
	mux := http.NewServeMux()
	for _, pattern := range []string{"/orders/{id}", "/search/{query}", "/admin/{page}", "/healthz", "/metrics"} {
		mux.HandleFunc(pattern, work)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	go func() { log.Fatal(http.Serve(listener, mux)) }()
	round(listener.Addr().String())
	if len(os.Args) > 1 && os.Args[1] == "wait" {
		var ended atomic.Bool
		go func() {
			_, _ = io.Copy(io.Discard, os.Stdin)
			ended.Store(true)
		}()
		for ; !ended.Load(); time.Sleep(time.Millisecond) {
			round(listener.Addr().String())
		}
	}
}

// round asks for each path. The server closes the connection when it has done with the request.
func round(address string) {
	for _, path := range paths {
		conn, err := net.Dial("tcp", address)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Fprintf(conn, "GET %s HTTP/1.1\r\nHost: shop.example\r\nConnection: close\r\n\r\n", path)
		if answer, err := io.ReadAll(conn); err != nil || len(answer) == 0 {
			log.Fatalf("%s: %q, %v", path, answer, err)
		}
		_ = conn.Close()
	}
}
