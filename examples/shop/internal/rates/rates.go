// Package rates holds the exchange-rate service and its client.
package rates

import "errors"

// Scale is the number of units in which a rate counts one: 1_085_000 means 1.085.
const Scale = 1_000_000

// ErrUnknownCurrency says that the table has no such currency.
var ErrUnknownCurrency = errors.New("unknown currency")

// Rate converts from euro to Currency.
type Rate struct {
	Currency string `json:"currency"`
	// Units of Currency for one euro, times Scale.
	Value int64 `json:"value"`
}

// Convert gives cents of the rate's currency for cents of euro, rounded half up.
func (r Rate) Convert(cents int64) int64 {
	return (cents*r.Value + Scale/2) / Scale
}

// DefaultTable is what the service knows.
func DefaultTable() map[string]int64 {
	return map[string]int64{
		"EUR": Scale,
		"USD": 1_085_000,
		"GBP": 858_300,
		"JPY": 161_420_000,
	}
}
