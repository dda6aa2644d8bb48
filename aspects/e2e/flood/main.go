// Command flood is a server under a client that sends too much, and what is no text. Its collector is down at first. It prints how much
// memory it holds then, waits for a line on standard input, serves a few requests more and ends.
package main

import (
	"bufio"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"runtime"
	"strings"

	_ "modernc.org/sqlite"
)

// secret must never leave the program.
const secret = "swordfish"

func main() {
	log.SetOutput(io.Discard) // panics of handlers
	db, err := sql.Open("sqlite", "file::memory:?_pragma=key('"+secret+"')")
	check(err)
	db.SetMaxOpenConns(1)
	_, err = db.Exec("CREATE TABLE users (name TEXT UNIQUE)")
	check(err)
	mux := http.NewServeMux()
	mux.HandleFunc("/q", func(http.ResponseWriter, *http.Request) {})
	mux.HandleFunc("/panic", func(http.ResponseWriter, *http.Request) { panic(errors.New("of " + secret)) })
	mux.HandleFunc("/sql", func(_ http.ResponseWriter, r *http.Request) { statements(r.Context(), db) })
	mux.HandleFunc("/out", func(_ http.ResponseWriter, r *http.Request) { outgoing(r.Context()) })
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	check(err)
	go func() { _ = http.Serve(listener, mux) }()
	address := listener.Addr().String()

	flood(address)
	fmt.Println(held())
	_, _ = bufio.NewReader(os.Stdin).ReadString('\n')
	for _, path := range []string{"/q?a=b&token=" + secret + "&sig=" + secret, "/q%ff%fe/\xff;jsessionid=" + secret, "/sql", "/out", "/panic"} {
		send(address, "GET", path, "")
	}
	send(address, strings.Repeat("BREW", 1000), "/q", "User-Agent: \xff\xfe"+strings.Repeat("\xe4", 9000)+"\r\n")
	send(address, "GET", "/q", "Authorization: Bearer "+secret+"\r\nCookie: session="+secret+"\r\nBaggage: a="+secret+"\r\n")
	send(address, "GET", "http://user:"+secret+"@elsewhere/q", "")
}

// flood sends requests whose lines are nearly as long as a server takes, each with another text.
func flood(address string) {
	fill := []string{strings.Repeat("\xfe", 900_000), strings.Repeat("x", 900_000)}
	for i := range 300 {
		send(address, "GET", fmt.Sprintf("/q?%d=%s", i, fill[i%2]), "User-Agent: "+strings.Repeat("u", 50_000)+"\r\n")
	}
}

func held() uint64 {
	runtime.GC()
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.HeapAlloc
}

// send is a client that no library restrains.
func send(address, method, target, headers string) {
	conn, err := net.Dial("tcp", address)
	check(err)
	defer conn.Close()
	fmt.Fprintf(conn, "%s %s HTTP/1.1\r\nHost: h\r\nConnection: close\r\n%s\r\n", method, target, headers)
	_, _ = io.Copy(io.Discard, conn)
}

func statements(ctx context.Context, db *sql.DB) {
	for _, query := range []string{
		"INSERT INTO users VALUES ('" + secret + "')", "INSERT INTO users VALUES ('" + secret + "')", // the second is an error that says the value
		`SELECT name FROM users WHERE name = "` + secret + `"`, "SELECT '" + secret, "PRAGMA key = '" + secret + "'", "SELECT " + strings.Repeat("[a", 500_000),
		"SELECT name AS \"\xff\" FROM users -- " + secret,
	} {
		if rows, err := db.QueryContext(ctx, query); err == nil {
			for rows.Next() {
			}
			_ = rows.Close()
		}
	}
}

func outgoing(ctx context.Context) {
	for _, url := range []string{
		"http://me:" + secret + "@127.0.0.1:1/x?X-Amz-Signature=" + secret, "http://127.0.0.1:1/%ff?next=http%3A%2F%2Fh%2F%3Fapi_key%3D" + secret,
	} {
		request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
		check(err)
		if response, err := http.DefaultClient.Do(request); err == nil {
			_ = response.Body.Close()
		}
	}
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
