package gateway

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

// start gives a gateway to a shop that answers with the method and the path that it was asked for, or with a price.
func start(t *testing.T) http.Handler {
	t.Helper()
	mux := http.NewServeMux()
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, r.Method, " ", r.URL.Path) })
	mux.HandleFunc("GET /products/mug", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, `{"price": 7, "currency": %q}`, r.URL.Query().Get("currency"))
	})
	mux.HandleFunc("GET /products/sofa", http.NotFound)
	shop := httptest.NewServer(mux)
	t.Cleanup(shop.Close)
	base, err := url.Parse(shop.URL)
	if err != nil {
		t.Fatal(err)
	}
	return New(base, shop.Client())
}

func TestRequests(t *testing.T) {
	handler := start(t)
	for _, tt := range []struct {
		method, path string
		status       int
		body         string
	}{
		{"GET", "/products", 200, "GET /products"},
		{"POST", "/orders", 200, "POST /orders"},
		{"GET", "/orders/7", 200, "GET /orders/7"},
		{"GET", "/overview/mug", 200, `[{"price":7,"currency":"USD"},{"price":7,"currency":"GBP"}]`},
		{"GET", "/overview/sofa", 502, "the shop does not answer as it should"},
		{"GET", "/healthz", 404, "404 page not found"},
	} {
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, httptest.NewRequest(tt.method, tt.path, nil))
		body, _ := io.ReadAll(w.Result().Body)
		if got := strings.TrimSpace(string(body)); w.Code != tt.status || got != tt.body {
			t.Errorf("%s %s: got %d %s, want %d %s", tt.method, tt.path, w.Code, got, tt.status, tt.body)
		}
	}
}
