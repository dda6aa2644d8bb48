package rates

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
)

// Client asks the exchange-rate service.
type Client struct {
	base string
	http *http.Client
}

// NewClient makes a client of the service at base, such as http://127.0.0.1:8081.
func NewClient(base string, client *http.Client) *Client {
	return &Client{base: base, http: client}
}

// Rate looks up one currency; ErrUnknownCurrency when the service has none of that name.
func (c *Client) Rate(ctx context.Context, currency string) (Rate, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.base+"/rates/"+url.PathEscape(currency), nil)
	if err != nil {
		return Rate{}, err
	}
	res, err := c.http.Do(req)
	if err != nil {
		return Rate{}, fmt.Errorf("asking for %s: %w", currency, err)
	}
	defer res.Body.Close()
	switch res.StatusCode {
	case http.StatusOK:
	case http.StatusNotFound:
		return Rate{}, fmt.Errorf("%w: %s", ErrUnknownCurrency, currency)
	default:
		return Rate{}, fmt.Errorf("asking for %s: %s", currency, res.Status)
	}
	var rate Rate
	if err := json.NewDecoder(res.Body).Decode(&rate); err != nil {
		return Rate{}, fmt.Errorf("reading the rate of %s: %w", currency, err)
	}
	return rate, nil
}
