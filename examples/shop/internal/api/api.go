// Package api is the shop's HTTP interface.
package api

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"strconv"
	"strings"

	"example.com/shop/internal/rates"
	"example.com/shop/internal/requestid"
	"example.com/shop/internal/store"
)

// Converter finds exchange rates.
type Converter interface {
	Rate(ctx context.Context, currency string) (rates.Rate, error)
}

// Queue takes placed orders.
type Queue interface {
	Enqueue(ctx context.Context, orderID int64) error
}

type shop struct {
	store *store.Store
	rates Converter
	queue Queue
}

// New makes the shop's handler.
func New(db *store.Store, converter Converter, queue Queue) http.Handler {
	s := &shop{store: db, rates: converter, queue: queue}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", s.health)
	mux.HandleFunc("GET /products", s.listProducts)
	mux.HandleFunc("GET /products/{sku}", s.showProduct)
	mux.HandleFunc("POST /orders", s.placeOrder)
	mux.HandleFunc("GET /orders/{id}", s.showOrder)
	return requestid.Middleware(mux)
}

type productView struct {
	SKU      string `json:"sku"`
	Name     string `json:"name"`
	Price    int64  `json:"price"`
	Currency string `json:"currency"`
	Stock    int64  `json:"stock"`
}

type orderView struct {
	ID        int64  `json:"id"`
	Reference string `json:"reference"`
	SKU       string `json:"sku"`
	Quantity  int64  `json:"quantity"`
	Total     int64  `json:"total"`
	Currency  string `json:"currency"`
	Status    string `json:"status"`
}

type orderRequest struct {
	Reference string `json:"reference"`
	SKU       string `json:"sku"`
	Quantity  int64  `json:"quantity"`
	Currency  string `json:"currency"`
}

func (s *shop) health(w http.ResponseWriter, r *http.Request) {
	if err := s.store.Ping(r.Context()); err != nil {
		s.fail(w, r, err)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (s *shop) listProducts(w http.ResponseWriter, r *http.Request) {
	products, err := s.store.Products(r.Context())
	if err != nil {
		s.fail(w, r, err)
		return
	}
	views := make([]productView, 0, len(products))
	for _, p := range products {
		views = append(views, productView{SKU: p.SKU, Name: p.Name, Price: p.Price, Currency: "EUR", Stock: p.Stock})
	}
	answer(w, http.StatusOK, views)
}

func (s *shop) showProduct(w http.ResponseWriter, r *http.Request) {
	p, err := s.store.Product(r.Context(), r.PathValue("sku"))
	if err != nil {
		s.fail(w, r, err)
		return
	}
	rate, err := s.rate(r.Context(), r.URL.Query().Get("currency"))
	if err != nil {
		s.fail(w, r, err)
		return
	}
	slog.InfoContext(r.Context(), "product shown", "sku", p.SKU, "currency", rate.Currency)
	answer(w, http.StatusOK, productView{
		SKU: p.SKU, Name: p.Name, Price: rate.Convert(p.Price), Currency: rate.Currency, Stock: p.Stock,
	})
}

func (s *shop) placeOrder(w http.ResponseWriter, r *http.Request) {
	var req orderRequest
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<16)).Decode(&req); err != nil {
		http.Error(w, "the body is no order: "+err.Error(), http.StatusBadRequest)
		return
	}
	if req.Reference == "" || req.Quantity < 1 {
		http.Error(w, "an order needs a reference and a quantity", http.StatusBadRequest)
		return
	}
	ctx := r.Context()
	p, err := s.store.Product(ctx, req.SKU)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	rate, err := s.rate(ctx, req.Currency)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	placed, err := s.store.PlaceOrder(ctx, store.Order{
		Reference: req.Reference,
		SKU:       req.SKU,
		Quantity:  req.Quantity,
		Currency:  rate.Currency,
		Total:     rate.Convert(p.Price * req.Quantity),
	})
	if err != nil {
		s.fail(w, r, err)
		return
	}
	slog.InfoContext(ctx, "order placed", "order", placed.ID, "sku", placed.SKU, "quantity", placed.Quantity)
	if err := s.queue.Enqueue(ctx, placed.ID); err != nil {
		s.fail(w, r, err)
		return
	}
	w.Header().Set("Location", "/orders/"+strconv.FormatInt(placed.ID, 10))
	answer(w, http.StatusCreated, view(placed))
}

func (s *shop) showOrder(w http.ResponseWriter, r *http.Request) {
	id, err := strconv.ParseInt(r.PathValue("id"), 10, 64)
	if err != nil {
		http.Error(w, "an order's id is a number", http.StatusBadRequest)
		return
	}
	order, err := s.store.Order(r.Context(), id)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	answer(w, http.StatusOK, view(order))
}

// rate asks the exchange-rate service, unless the answer is known.
func (s *shop) rate(ctx context.Context, currency string) (rates.Rate, error) {
	if currency = strings.ToUpper(currency); currency == "" || currency == "EUR" {
		return rates.Rate{Currency: "EUR", Value: rates.Scale}, nil
	}
	rate, err := s.rates.Rate(ctx, currency)
	if err != nil && !errors.Is(err, rates.ErrUnknownCurrency) {
		return rates.Rate{}, upstreamError{err}
	}
	return rate, err
}

// upstreamError marks the failures of another service.
type upstreamError struct{ error }

func (e upstreamError) Unwrap() error { return e.error }

// fail turns an error into a status, and logs it: as an error if it is ours, else as a warning.
func (s *shop) fail(w http.ResponseWriter, r *http.Request, err error) {
	var upstream upstreamError
	status := http.StatusInternalServerError
	switch {
	case errors.Is(err, store.ErrNotFound):
		status = http.StatusNotFound
	case errors.Is(err, store.ErrOutOfStock), errors.Is(err, store.ErrDuplicateReference):
		status = http.StatusConflict
	case errors.Is(err, rates.ErrUnknownCurrency):
		status = http.StatusBadRequest
	case errors.As(err, &upstream):
		status = http.StatusBadGateway
	}
	level, message := slog.LevelWarn, err.Error()
	if status >= 500 {
		level, message = slog.LevelError, http.StatusText(status)
	}
	slog.LogAttrs(r.Context(), level, "request failed", slog.Int("status", status), slog.Any("error", err))
	http.Error(w, message, status)
}

func view(o store.Order) orderView {
	return orderView{
		ID: o.ID, Reference: o.Reference, SKU: o.SKU, Quantity: o.Quantity,
		Total: o.Total, Currency: o.Currency, Status: o.Status,
	}
}

func answer(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body)
}
