// Package requestid gives each request a number that its log lines carry.
package requestid

import (
	"context"
	"log/slog"
	"net/http"
	"strconv"
	"sync/atomic"
)

type key struct{}

var last atomic.Uint64

// Middleware puts a request id into the context of each request.
func Middleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id := "r" + strconv.FormatUint(last.Add(1), 10)
		w.Header().Set("X-Request-Id", id)
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), key{}, id)))
	})
}

// Handler adds the request id of a record's context.
type Handler struct{ slog.Handler }

// NewHandler wraps a handler.
func NewHandler(inner slog.Handler) Handler { return Handler{inner} }

// Handle implements slog.Handler.
func (h Handler) Handle(ctx context.Context, record slog.Record) error {
	if id, ok := ctx.Value(key{}).(string); ok {
		record.AddAttrs(slog.String("request", id))
	}
	return h.Handler.Handle(ctx, record)
}

// WithAttrs implements slog.Handler.
func (h Handler) WithAttrs(attrs []slog.Attr) slog.Handler {
	return Handler{h.Handler.WithAttrs(attrs)}
}

// WithGroup implements slog.Handler.
func (h Handler) WithGroup(name string) slog.Handler { return Handler{h.Handler.WithGroup(name)} }
