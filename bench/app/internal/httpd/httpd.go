// Package httpd serves the entities over HTTP.
package httpd

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"time"

	"example.com/bench/internal/domain"
)

// Handler serves GET /entities and GET /health.
func Handler(log *slog.Logger) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /health", func(w http.ResponseWriter, _ *http.Request) {
		io.WriteString(w, "healthy")
	})
	mux.HandleFunc("GET /entities", func(w http.ResponseWriter, r *http.Request) {
		log.DebugContext(r.Context(), "entities")
		w.Header().Set("Content-Type", "application/json")
		json.NewEncoder(w).Encode(domain.Samples())
	})
	return mux
}

// Check serves h on the loopback interface, asks it for its entities and stops it.
func Check(ctx context.Context, log *slog.Logger) error {
	lis, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	server := &http.Server{Handler: Handler(log), ReadHeaderTimeout: 5 * time.Second}
	go server.Serve(lis)
	defer server.Close()

	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+lis.Addr().String()+"/entities", nil)
	if err != nil {
		return err
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		return err
	}
	if res.StatusCode != http.StatusOK || !strings.Contains(string(body), "order-") {
		return fmt.Errorf("http: %s: %s", res.Status, body)
	}
	return nil
}
