package rates

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestConvertRoundsHalfUp(t *testing.T) {
	for _, tt := range []struct{ value, cents, want int64 }{
		{Scale, 1999, 1999},
		{1_085_000, 1999, 2169},
		{500_000, 1, 1},
		{499_999, 1, 0},
	} {
		if got := (Rate{Value: tt.value}).Convert(tt.cents); got != tt.want {
			t.Errorf("%d cents at %d: got %d, want %d", tt.cents, tt.value, got, tt.want)
		}
	}
}

func TestClientAgainstHandler(t *testing.T) {
	service := httptest.NewServer(Handler(DefaultTable()))
	defer service.Close()
	client := NewClient(service.URL, service.Client())

	rate, err := client.Rate(context.Background(), "usd")
	if err != nil || rate.Currency != "USD" || rate.Value != 1_085_000 {
		t.Errorf("usd: got %+v, %v", rate, err)
	}
	if _, err := client.Rate(context.Background(), "XXX"); !errors.Is(err, ErrUnknownCurrency) {
		t.Errorf("XXX: got %v, want ErrUnknownCurrency", err)
	}
}

func TestClientReportsBadAnswers(t *testing.T) {
	for name, handler := range map[string]http.HandlerFunc{
		"status": func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusInternalServerError) },
		"body":   func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("{")) },
	} {
		t.Run(name, func(t *testing.T) {
			service := httptest.NewServer(handler)
			defer service.Close()
			if _, err := NewClient(service.URL, service.Client()).Rate(context.Background(), "USD"); err == nil {
				t.Error("got no error")
			}
		})
	}
}
