// Command scraped serves some requests, fetches its own metrics as Prometheus does, twice, and prints what it got the second time.
package main

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /orders/{id}", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "order ", r.PathValue("id")) })
	server := httptest.NewServer(mux)
	defer server.Close()
	for i := range 3 {
		get(fmt.Sprintf("%s/orders/%d", server.URL, i))
	}
	get(server.URL + "/nowhere/4711")
	port := os.Getenv("OTEL_EXPORTER_PROMETHEUS_PORT")
	get("http://localhost:" + port + "/metrics")
	fmt.Print(get("http://localhost:" + port + "/metrics"))
}

func get(url string) string {
	request, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		panic(err)
	}
	request.Header.Set("Accept", "application/openmetrics-text")
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return ""
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		panic(err)
	}
	return string(body)
}
