// Command shop serves a small shop: products, prices in several currencies, and orders.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.com/shop/internal/api"
	"example.com/shop/internal/rates"
	"example.com/shop/internal/requestid"
	"example.com/shop/internal/store"
	"example.com/shop/internal/worker"
)

type config struct {
	addr     string
	db       string
	ratesURL string
	grace    time.Duration
}

func main() {
	var cfg config
	flag.StringVar(&cfg.addr, "addr", "127.0.0.1:8080", "address to listen on")
	flag.StringVar(&cfg.db, "db", "shop.db", "path of the database file")
	flag.StringVar(&cfg.ratesURL, "rates", "http://127.0.0.1:8081", "base URL of the exchange-rate service")
	flag.DurationVar(&cfg.grace, "grace", 5*time.Second, "how long to wait for running requests when stopping")
	flag.Parse()

	slog.SetDefault(slog.New(requestid.NewHandler(slog.NewJSONHandler(os.Stderr, nil))))
	if err := run(cfg); err != nil {
		slog.Error("shop stopped", "error", err)
		os.Exit(1)
	}
}

func run(cfg config) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	db, err := store.Open(ctx, cfg.db)
	if err != nil {
		return fmt.Errorf("opening the store: %w", err)
	}
	defer db.Close()

	packer := worker.Start(db, 2)
	defer packer.Stop()

	client := &http.Client{Timeout: 3 * time.Second}
	server := &http.Server{
		Handler:           api.New(db, rates.NewClient(cfg.ratesURL, client), packer),
		ReadHeaderTimeout: 5 * time.Second,
	}
	listener, err := net.Listen("tcp", cfg.addr)
	if err != nil {
		return err
	}
	slog.Info("shop is open", "addr", listener.Addr().String())

	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}

	slog.Info("shop is closing")
	graceCtx, cancel := context.WithTimeout(context.Background(), cfg.grace)
	defer cancel()
	if err := server.Shutdown(graceCtx); err != nil && !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("closing: %w", err)
	}
	return nil
}
