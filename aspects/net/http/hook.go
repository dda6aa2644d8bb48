// Package hook traces net/http and golang.org/x/net/http2. Code woven into them calls it through variables, which init fills.
package hook

import (
	"context"
	"net/http"
	"strings"
	"sync/atomic"
	_ "unsafe" // for linkname

	"go.opentelemetry.io/otel/attribute"

	rt "github.com/gots-dev/gots/aspects/otelrt"
)

//go:linkname server gots_net_http_server
var server atomic.Pointer[func(*http.Request) func(status int, hijacked bool, panicked any)]

// setContext changes the context of a request in place. Code woven into net/http fills it.
//
//go:linkname setContext gots_net_http_set_context
var setContext func(*http.Request, context.Context)

//go:linkname route gots_net_http_route
var route atomic.Pointer[func(r *http.Request, pattern string)]

//go:linkname stripped gots_net_http_stripped
var stripped atomic.Pointer[func(r *http.Request, prefix string)]

//go:linkname client gots_net_http_client
var client atomic.Pointer[func(*http.Request) (*http.Request, func(*http.Response, error))]

//go:linkname caller gots_net_http_caller
var caller atomic.Pointer[func(*http.Request) *http.Request]

var scope = rt.NewScope("github.com/gots-dev/gots/aspects/net/http")

func init() {
	if !rt.Enabled("net/http") {
		return
	}
	startServer, setRoute, strip, startClient, callerOf := startServer, setRoute, strip, startClient, callerOf
	server.Store(&startServer)
	route.Store(&setRoute)
	stripped.Store(&strip)
	client.Store(&startClient)
	caller.Store(&callerOf)
}

// method gives the name and attributes of a request method: the conventions allow the standard ones only, in capitals.
func method(name string) (string, []attribute.KeyValue) {
	upper := name
	if len(name) <= len("CONNECT") {
		upper = strings.ToUpper(name) // of a client that sends a megabyte as its method, no copy is made
	}
	switch upper {
	case "":
		return "GET", []attribute.KeyValue{rt.HTTPRequestMethod.String("GET")} // what an empty method means to a client
	case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "CONNECT", "OPTIONS", "TRACE", "QUERY":
		attrs := []attribute.KeyValue{rt.HTTPRequestMethod.String(upper)}
		if upper != name {
			attrs = append(attrs, rt.HTTPRequestMethodOrig.String(name))
		}
		return upper, attrs
	}
	return "HTTP", []attribute.KeyValue{rt.HTTPRequestMethod.String("_OTHER"), rt.HTTPRequestMethodOrig.String(name)}
}

// version takes "HTTP/1.1" and gives "1.1", and "2" for "HTTP/2.0".
func version(proto string) string {
	_, v, _ := strings.Cut(proto, "/")
	return strings.TrimSuffix(v, ".0")
}
