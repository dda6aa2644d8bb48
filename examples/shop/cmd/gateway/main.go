// Command gateway is what customers reach: it hands their requests on to the shop.
package main

import (
	"flag"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"os"
	"time"

	"example.com/shop/internal/gateway"
)

func main() {
	addr := flag.String("addr", "127.0.0.1:8000", "address to listen on")
	shop := flag.String("shop", "http://127.0.0.1:8080", "base URL of the shop")
	flag.Parse()

	slog.SetDefault(slog.New(slog.NewJSONHandler(os.Stderr, nil)))
	if err := run(*addr, *shop); err != nil {
		slog.Error("gateway stopped", "error", err)
		os.Exit(1)
	}
}

func run(addr, shop string) error {
	base, err := url.Parse(shop)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	slog.Info("gateway is open", "addr", listener.Addr().String())
	// No handler for signals: this one simply dies of SIGTERM.
	return http.Serve(listener, gateway.New(base, &http.Client{Timeout: 3 * time.Second}))
}
