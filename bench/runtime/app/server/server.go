// Package server has four handlers, one for each kind of work that telemetry follows, and tells what they cost.
package server

import (
	"bufio"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"runtime"
	"syscall"

	_ "modernc.org/sqlite"
)

// Options are what a program with telemetry by hand has otherwise. A nil field changes nothing.
type Options struct {
	Open    func(driver, source string) (*sql.DB, error)
	Wrap    func(http.Handler) http.Handler
	Logging func(slog.Handler) slog.Handler
}

// Run serves on a port of the loopback interface, which it prints, until standard input ends. For each line of input it prints a Usage.
func Run(o Options) error {
	if o.Open == nil {
		o.Open = sql.Open
	}
	db, err := o.Open("sqlite", "file:bench?mode=memory&cache=shared")
	if err != nil {
		return err
	}
	defer db.Close()
	db.SetMaxOpenConns(1) // one connection: what is measured is the way to it, and no lock of SQLite's
	if _, err := db.Exec("CREATE TABLE orders (id INTEGER PRIMARY KEY, item TEXT); INSERT INTO orders VALUES (1, 'tea')"); err != nil {
		return err
	}
	null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	var logging slog.Handler = slog.NewJSONHandler(null, nil)
	if o.Logging != nil {
		logging = o.Logging(logging)
	}
	var handler http.Handler = routes(db, slog.New(logging))
	if o.Wrap != nil {
		handler = o.Wrap(handler)
	}

	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	server := &http.Server{Handler: handler}
	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
	fmt.Println("listening", listener.Addr())

	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		usage, err := json.Marshal(usage())
		if err != nil {
			return err
		}
		fmt.Printf("usage %s\n", usage)
	}
	if err := server.Shutdown(context.Background()); err != nil {
		return err
	}
	if err := <-served; err != http.ErrServerClosed {
		return err
	}
	return nil
}

func routes(db *sql.DB, logger *slog.Logger) *http.ServeMux {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /hello/{name}", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, "hello %s", r.PathValue("name"))
	})
	mux.HandleFunc("GET /orders/{id}", func(w http.ResponseWriter, r *http.Request) {
		var item string
		row := db.QueryRowContext(r.Context(), "SELECT item FROM orders WHERE id = ?", r.PathValue("id"))
		if err := row.Scan(&item); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		fmt.Fprint(w, item)
	})
	mux.HandleFunc("GET /spawn/{n}", func(w http.ResponseWriter, r *http.Request) {
		done := make(chan int)
		go func() { done <- len(r.PathValue("n")) }()
		fmt.Fprint(w, <-done)
	})
	mux.HandleFunc("GET /log/{n}", func(w http.ResponseWriter, r *http.Request) {
		logger.InfoContext(r.Context(), "served", "n", r.PathValue("n"), slog.Group("order", "count", 1))
		fmt.Fprint(w, "ok")
	})
	return mux
}

// Usage is what the process has taken since its start.
type Usage struct {
	Allocations uint64 `json:"allocations"`
	Bytes       uint64 `json:"bytes"`
	// User and system time.
	CPUNanoseconds int64  `json:"cpuNanoseconds"`
	HeapBytes      uint64 `json:"heapBytes"`
}

func usage() Usage {
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	var spent syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &spent) // fails for no process of its own
	return Usage{memory.Mallocs, memory.TotalAlloc, spent.Utime.Nano() + spent.Stime.Nano(), memory.HeapAlloc}
}
