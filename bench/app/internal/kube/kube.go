// Package kube asks a Kubernetes API server for its version.
package kube

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"time"

	"k8s.io/apimachinery/pkg/version"
	"k8s.io/client-go/discovery"
	"k8s.io/client-go/rest"
)

// Version returns what the API server at url says it is.
func Version(url string) (*version.Info, error) {
	client, err := discovery.NewDiscoveryClientForConfig(&rest.Config{Host: url, Timeout: 10 * time.Second})
	if err != nil {
		return nil, err
	}
	return client.ServerVersion()
}

// Check asks a server of this process.
func Check(_ context.Context) error {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/version" {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		json.NewEncoder(w).Encode(version.Info{Major: "1", Minor: "37", GitVersion: "v1.37.2"})
	}))
	defer server.Close()
	info, err := Version(server.URL)
	if err != nil {
		return err
	}
	if info.GitVersion != "v1.37.2" {
		return fmt.Errorf("kube: version %q", info.GitVersion)
	}
	return nil
}
