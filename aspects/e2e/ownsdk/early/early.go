// Package early is initialised before anything of the hooks: it replaces the default transport, as test doubles do, and takes a tracer.
package early

import (
	"net/http"

	"go.opentelemetry.io/otel"
)

// Tracer was taken before any provider was set.
var Tracer = otel.Tracer("early")

type roundTripper struct{ *http.Transport }

func init() { http.DefaultTransport = roundTripper{http.DefaultTransport.(*http.Transport)} }

// Transport is the default transport as it was.
func Transport() *http.Transport { return http.DefaultTransport.(roundTripper).Transport }
