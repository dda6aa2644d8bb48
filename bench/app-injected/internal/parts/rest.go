package parts

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"

	"k8s.io/client-go/rest"

	"example.com/shop/internal/model"
)

// checkREST gets an item over HTTP with the client of a Kubernetes program.
func checkREST(ctx context.Context) error {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /item", func(w http.ResponseWriter, _ *http.Request) { json.NewEncoder(w).Encode(model.Tea) })
	server := httptest.NewServer(mux)
	defer server.Close()

	client, err := rest.HTTPClientFor(&rest.Config{Host: server.URL})
	if err != nil {
		return err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, server.URL+"/item", nil)
	if err != nil {
		return err
	}
	answer, err := client.Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	var got model.Item
	if err := json.NewDecoder(answer.Body).Decode(&got); err != nil {
		return err
	}
	return equal(got, model.Tea)
}
