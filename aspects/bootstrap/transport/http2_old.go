//go:build !go1.24

package transport

import (
	"errors"
	"net/http"
)

// onlyHTTP2 has a transport speak HTTP/2. Without TLS, net/http does so from Go 1.24 on.
func onlyHTTP2(_ *http.Transport, plain bool) error {
	if plain {
		return errors.New("grpc without TLS needs a program that is built with Go 1.24 or later: set OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf")
	}
	return nil
}
