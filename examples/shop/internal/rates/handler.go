package rates

import (
	"encoding/json"
	"log/slog"
	"net/http"
	"strings"
)

// Handler serves GET /rates/{currency} from table.
func Handler(table map[string]int64) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /rates/{currency}", func(w http.ResponseWriter, r *http.Request) {
		currency := strings.ToUpper(r.PathValue("currency"))
		value, ok := table[currency]
		if !ok {
			slog.WarnContext(r.Context(), "no such currency", "currency", currency)
			http.Error(w, ErrUnknownCurrency.Error(), http.StatusNotFound)
			return
		}
		slog.InfoContext(r.Context(), "rate asked for", "currency", currency)
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(Rate{Currency: currency, Value: value})
	})
	return mux
}
