// Command program serves requests that it sends itself, one after another, and ends. It knows nothing of telemetry.
package main

import (
	"context"
	"database/sql"
	"fmt"
	"io"
	"log"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"

	_ "modernc.org/sqlite"
)

var db *sql.DB

func main() {
	var err error
	// A database in memory, of one connection: nothing is left over, and each run is alike.
	if db, err = sql.Open("sqlite", "file:shop?mode=memory&cache=shared"); err != nil {
		log.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	if _, err := db.Exec("CREATE TABLE orders (id INTEGER PRIMARY KEY, item TEXT UNIQUE)"); err != nil {
		log.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	server := &http.Server{Handler: routes()}
	served := make(chan error)
	go func() { served <- server.Serve(listener) }()

	base := "http://" + listener.Addr().String()
	for _, request := range []struct{ method, path, body string }{
		{"POST", "/orders", "tea"},
		{"GET", "/orders/1?token=hidden", ""},
		{"POST", "/orders", "tea"}, // there is one already
		{"GET", "/later", ""},
		{"POST", "/panics", ""}, // no method that the client would try again,
		{"GET", "/nowhere", ""},
		{"BREW", "/orders/1", ""},
	} {
		fmt.Println(request.method, request.path, send(request.method, base+request.path, request.body))
	}
	if err := server.Shutdown(context.Background()); err != nil {
		log.Fatal(err)
	}
	<-served
	// The database stays open: its pool is measured when the program ends.
}

func send(method, url, body string) string {
	request, err := http.NewRequest(method, url, strings.NewReader(body))
	if err != nil {
		log.Fatal(err)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return "failed"
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		log.Fatal(err)
	}
	return fmt.Sprintf("%d %q", response.StatusCode, text)
}

func routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /orders", add)
	mux.HandleFunc("GET /orders/{id}", show)
	mux.HandleFunc("GET /later", later)
	mux.HandleFunc("POST /panics", func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) })
	return mux
}

func add(w http.ResponseWriter, r *http.Request) {
	item, _ := io.ReadAll(r.Body)
	if _, err := db.ExecContext(r.Context(), "INSERT INTO orders (item) VALUES (?)", string(item)); err != nil {
		slog.ErrorContext(r.Context(), "no order", "item", string(item))
		http.Error(w, "no order", http.StatusInternalServerError)
		return
	}
	w.WriteHeader(http.StatusCreated)
}

func show(w http.ResponseWriter, r *http.Request) {
	var item string
	row := db.QueryRowContext(r.Context(), "SELECT item FROM orders WHERE id = ?", r.PathValue("id"))
	if err := row.Scan(&item); err != nil {
		http.NotFound(w, r)
		return
	}
	slog.InfoContext(r.Context(), "shown", "item", item, slog.Group("order", "count", 1))
	fmt.Fprint(w, item)
}

// later asks the database in a goroutine of its own and without a context.
func later(w http.ResponseWriter, _ *http.Request) {
	var wait sync.WaitGroup
	var count int
	wait.Add(1)
	go func() {
		defer wait.Done()
		if err := db.QueryRow("SELECT count(*) FROM orders").Scan(&count); err != nil {
			log.Print(err)
		}
		log.Print("counted")
	}()
	wait.Wait()
	fmt.Fprint(w, count)
}
