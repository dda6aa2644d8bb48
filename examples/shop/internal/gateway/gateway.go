// Package gateway is what customers reach: it hands requests on to the shop, and puts several answers of it together.
package gateway

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httputil"
	"net/url"
	"sync"
)

// currencies are those that the overview shows prices in.
var currencies = []string{"USD", "GBP"}

// New makes the handler of a gateway to the shop at base, such as http://127.0.0.1:8080.
func New(base *url.URL, client *http.Client) http.Handler {
	toShop := &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) { r.SetURL(base) }}
	mux := http.NewServeMux()
	for _, pattern := range []string{"GET /products", "GET /products/{sku}", "POST /orders", "GET /orders/{id}"} {
		mux.Handle(pattern, toShop)
	}
	mux.HandleFunc("GET /overview/{sku}", func(w http.ResponseWriter, r *http.Request) {
		prices, err := prices(base, client, r.PathValue("sku"))
		if err != nil {
			slog.Error("no overview", "sku", r.PathValue("sku"), "error", err)
			http.Error(w, "the shop does not answer as it should", http.StatusBadGateway)
			return
		}
		slog.Info("overview made", "sku", r.PathValue("sku"), "prices", len(prices))
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(prices)
	})
	return mux
}

type price struct {
	Price    int64  `json:"price"`
	Currency string `json:"currency"`
}

// prices asks for all currencies at once. As much code does, it hands no context on, neither to the goroutines nor to the requests.
func prices(base *url.URL, client *http.Client, sku string) ([]price, error) {
	found := make([]price, len(currencies))
	failed := make([]error, len(currencies))
	var asked sync.WaitGroup
	for i, currency := range currencies {
		asked.Add(1)
		go func() {
			defer asked.Done()
			found[i], failed[i] = askPrice(client, base.JoinPath("products", sku).String()+"?currency="+currency)
		}()
	}
	asked.Wait()
	for _, err := range failed {
		if err != nil {
			return nil, err
		}
	}
	return found, nil
}

func askPrice(client *http.Client, address string) (price, error) {
	res, err := client.Get(address)
	if err != nil {
		return price{}, err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return price{}, fmt.Errorf("asking for a price: %s", res.Status)
	}
	var p price
	if err := json.NewDecoder(res.Body).Decode(&p); err != nil {
		return price{}, fmt.Errorf("reading a price: %w", err)
	}
	slog.Info("price found", "currency", p.Currency, "price", p.Price)
	return p, nil
}
