// Command rates serves exchange rates from a fixed table.
package main

import (
	"flag"
	"log/slog"
	"net"
	"net/http"
	"os"

	"example.com/shop/internal/rates"
)

func main() {
	addr := flag.String("addr", "127.0.0.1:8081", "address to listen on")
	flag.Parse()

	slog.SetDefault(slog.New(slog.NewJSONHandler(os.Stderr, nil)))
	listener, err := net.Listen("tcp", *addr)
	if err != nil {
		slog.Error("rates cannot listen", "error", err)
		os.Exit(1)
	}
	slog.Info("rates is open", "addr", listener.Addr().String())
	// No handler for signals: this one simply dies of SIGTERM.
	if err := http.Serve(listener, rates.Handler(rates.DefaultTable())); err != nil {
		slog.Error("rates stopped", "error", err)
		os.Exit(1)
	}
}
