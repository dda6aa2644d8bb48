// Package hook records the requests of net/http and golang.org/x/net/http2: spans and measurements. Code woven into them calls it through
// variables, which are filled when a signal is switched on.
package hook

import (
	"context"
	"net/http"
	"strings"
	"sync/atomic"
	_ "unsafe" // for linkname

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
)

// name is what lists of instrumentations call these hooks.
const name = "net/http"

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

func init() { rt.Instrument(name, install) }

func install() {
	startServer, setRoute, strip, startClient, callerOf := startServer, setRoute, strip, startClient, callerOf
	server.Store(&startServer)
	route.Store(&setRoute)
	stripped.Store(&strip)
	client.Store(&startClient)
	caller.Store(&callerOf)
}

// method is a request's method as the conventions have it: one of the standard ones, in capitals, or _OTHER.
type method struct {
	name     string // what the span's name begins with
	standard string
	original string // the method as it came, if that differs
}

func methodOf(name string) method {
	upper := name
	if len(name) <= len("CONNECT") {
		upper = strings.ToUpper(name) // of a client that sends a megabyte as its method, no copy is made
	}
	switch upper {
	case "":
		return method{"GET", "GET", ""} // what an empty method means to a client
	case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "CONNECT", "OPTIONS", "TRACE", "QUERY":
		if upper != name {
			return method{upper, upper, name}
		}
		return method{name, name, ""}
	}
	return method{"HTTP", "_OTHER", name}
}

func (m method) attributes(to []attr.Value) []attr.Value {
	to = append(to, attr.HTTPRequestMethod.String(m.standard))
	if m.original != "" {
		to = append(to, attr.HTTPRequestMethodOrig.String(m.original))
	}
	return to
}

// version takes "HTTP/1.1" and gives "1.1", and "2" for "HTTP/2.0".
func version(proto string) string {
	_, v, _ := strings.Cut(proto, "/")
	return strings.TrimSuffix(v, ".0")
}

// statusTexts holds the three digits of each status from 100 to 999.
var statusTexts = func() string {
	text := make([]byte, 0, 3*900)
	for status := 100; status < 1000; status++ {
		text = append(text, byte('0'+status/100), byte('0'+status/10%10), byte('0'+status%10))
	}
	return string(text)
}()

// statusText gives a status in digits, without making a text.
func statusText(status int) string {
	if status < 100 || status > 999 {
		return "0"
	}
	return statusTexts[3*(status-100):][:3]
}
