package api

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	"example.com/shop/internal/rates"
	"example.com/shop/internal/store"
)

type queue struct{ ids []int64 }

func (q *queue) Enqueue(_ context.Context, id int64) error {
	q.ids = append(q.ids, id)
	return nil
}

type brokenRates struct{}

func (brokenRates) Rate(context.Context, string) (rates.Rate, error) {
	return rates.Rate{}, errors.New("connection refused")
}

func start(t *testing.T, converter Converter) (handler http.Handler, db *store.Store, q *queue) {
	t.Helper()
	db, err := store.Open(context.Background(), filepath.Join(t.TempDir(), "shop.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	if converter == nil {
		service := httptest.NewServer(rates.Handler(rates.DefaultTable()))
		t.Cleanup(service.Close)
		converter = rates.NewClient(service.URL, service.Client())
	}
	q = &queue{}
	return New(db, converter, q), db, q
}

func ask(handler http.Handler, method, path, body string) (status int, text string) {
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, httptest.NewRequest(method, path, strings.NewReader(body)))
	data, _ := io.ReadAll(w.Result().Body)
	return w.Code, strings.TrimSpace(string(data))
}

func TestRequests(t *testing.T) {
	handler, _, q := start(t, nil)
	for _, tt := range []struct {
		method, path, body string
		status             int
		contains           string
	}{
		{"GET", "/healthz", "", 204, ""},
		{"GET", "/products", "", 200, `"sku":"mug"`},
		{"GET", "/products/mug", "", 200, `"price":799,"currency":"EUR"`},
		{"GET", "/products/mug?currency=usd", "", 200, `"price":867,"currency":"USD"`},
		{"GET", "/products/mug?currency=xxx", "", 400, "unknown currency: XXX"},
		{"GET", "/products/sofa", "", 404, `product "sofa": not found`},
		{"POST", "/orders", `{`, 400, "no order"},
		{"POST", "/orders", `{"sku":"mug"}`, 400, "needs a reference"},
		{"POST", "/orders", `{"reference":"a","sku":"sofa","quantity":1}`, 404, "not found"},
		{"POST", "/orders", `{"reference":"a","sku":"mug","quantity":2,"currency":"GBP"}`, 201, `"total":1372`},
		{"POST", "/orders", `{"reference":"a","sku":"mug","quantity":2}`, 409, "exists already"},
		{"POST", "/orders", `{"reference":"b","sku":"teapot","quantity":2}`, 409, "out of stock"},
		{"GET", "/orders/1", "", 200, `"status":"placed"`},
		{"GET", "/orders/2", "", 404, "not found"},
		{"GET", "/orders/x", "", 400, "number"},
		{"DELETE", "/orders/1", "", 405, ""},
	} {
		status, text := ask(handler, tt.method, tt.path, tt.body)
		if status != tt.status || !strings.Contains(text, tt.contains) {
			t.Errorf("%s %s %s: got %d %s, want %d …%s…", tt.method, tt.path, tt.body, status, text, tt.status, tt.contains)
		}
	}
	if len(q.ids) != 1 || q.ids[0] != 1 {
		t.Errorf("queued %v, want [1]", q.ids)
	}
}

func TestFailuresOfOthers(t *testing.T) {
	handler, db, _ := start(t, brokenRates{})
	if status, _ := ask(handler, "GET", "/products/mug?currency=USD", ""); status != http.StatusBadGateway {
		t.Errorf("rates are down: got %d, want 502", status)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	status, text := ask(handler, "GET", "/products", "")
	if status != http.StatusInternalServerError || strings.Contains(text, "sql") {
		t.Errorf("database is gone: got %d %s, want 500 without details", status, text)
	}
}
