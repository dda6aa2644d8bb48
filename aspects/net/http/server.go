package hook

import (
	"net"
	"net/http"
	"runtime/debug"
	"strconv"
	"strings"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/local"
	"github.com/gots-dev/gots/aspects/rt/noise"
	"github.com/gots-dev/gots/aspects/rt/propagate"
)

// startServer starts the span of a request, in the request's own context: a copy of the request would not do, because the server and the
// body reader go on using theirs (multipart form, trailers, pattern). Of a server within a server (x/net/http2 below net/http) both
// come here with the same request; the first end that is called knows the status. status is -1 where the writer does not tell, 0 where
// no header was written.
func startServer(r *http.Request) (end func(status int, hijacked bool, panicked any)) {
	defer rt.Recover(name)
	own := r.Context()
	// PRI is how a cleartext HTTP/2 connection begins; as a request it would last as long as the connection.
	if setContext == nil || r.Method == "PRI" || rt.Suppressed(own) {
		return nil
	}
	path := ""
	if r.URL != nil {
		path = r.URL.Path
	}
	if noise.Excluded(path) {
		setContext(r, rt.Exclude(own))
		token := local.Enter(&local.Scope{Excluded: true})
		return func(int, bool, any) { token.Leave() }
	}
	outer := rt.RequestOf(own)
	if outer != nil && outer.Of == any(r) {
		token := rt.Enter(&outer.Span) // another goroutine may serve it
		return func(status int, hijacked bool, panicked any) {
			defer token.Leave()
			defer rt.Recover(name)
			endServer(outer, status, hijacked, panicked)
		}
	}
	m := methodOf(r.Method)
	parent := own
	if outer != nil {
		parent = outer.Outside(own) // the connection began as a request of its own, which is not the parent of this one
	}
	parent = propagate.Get().Extract(parent, propagate.Header(r.Header))
	ctx, request := scope.StartRequest(own, parent, r, m.name, path)
	if request.Recording() {
		var list [maxServerAttributes]attr.Value
		request.Set(serverAttributes(r, m, list[:0])...)
	}
	setContext(r, ctx)
	token := request.Enter()
	measured := startMeasuring(request, m.standard, r)
	return func(status int, hijacked bool, panicked any) {
		defer token.Leave()
		defer rt.Recover(name)
		endServer(request, status, hijacked, panicked)
		measured.end(request)
	}
}

// endServer ends the span of a request, if nothing has.
func endServer(request *rt.Request, status int, hijacked bool, panicked any) {
	if status == 0 && !hijacked && panicked == nil {
		status = http.StatusOK // what the server sends for a handler that wrote nothing
	}
	if hijacked || status < 0 {
		status = 0
	}
	failure := ""
	if status >= 500 {
		failure = statusText(status)
	}
	// A handler that gives up on purpose panics with this value.
	failed := panicked != nil && panicked != http.ErrAbortHandler
	if failed {
		failure = rt.TypeName(panicked)
	}
	if !request.Answered(status, failure) {
		return
	}
	if request.Recording() {
		if status > 0 {
			request.Set(attr.HTTPResponseStatusCode.Int(status))
		}
		if status >= 500 {
			request.Set(attr.ErrorType.String(statusText(status)))
			request.SetStatus(rt.Failed, "")
		}
		if failed {
			request.Panicked(panicked, string(debug.Stack()))
		}
	}
	request.End()
}

// maxServerAttributes is how many serverAttributes gives at most.
const maxServerAttributes = 12

func serverAttributes(r *http.Request, m method, to []attr.Value) []attr.Value {
	to = append(m.attributes(to), attr.URLScheme.String(schemeOf(r)), attr.NetworkProtocolVersion.String(version(r.Proto)))
	if r.URL != nil {
		to = append(to, attr.URLPath.String(r.URL.Path))
		if r.URL.RawQuery != "" {
			to = append(to, attr.URLQuery.String(r.URL.RawQuery))
		}
	}
	if host, port := splitHost(r.Host); host != "" {
		to = append(to, attr.ServerAddress.String(host))
		if port > 0 {
			to = append(to, attr.ServerPort.Int(port))
		}
	}
	if host, port := splitHost(r.RemoteAddr); host != "" {
		to = append(to, attr.ClientAddress.String(host), attr.NetworkPeerAddress.String(host))
		if port > 0 {
			to = append(to, attr.NetworkPeerPort.Int(port))
		}
	}
	if agent := r.UserAgent(); agent != "" {
		to = append(to, attr.UserAgentOriginal.String(agent))
	}
	return to
}

func schemeOf(r *http.Request) string {
	if r.TLS != nil {
		return "https"
	}
	return "http"
}

// splitHost takes host, host:port, [v6] or [v6]:port; the port is 0 where there is none, the host "" where it cannot be one.
func splitHost(hostport string) (host string, port int) {
	if strings.IndexByte(hostport, ':') < 0 {
		return attr.Host(hostport), 0 // SplitHostPort would make an error
	}
	if h, p, err := net.SplitHostPort(hostport); err == nil {
		port, _ = strconv.Atoi(p)
		return attr.Host(h), port
	}
	return attr.Host(hostport), 0
}

// setRoute tells the span of r the pattern that a ServeMux found: "[METHOD ][HOST]/path", of which the path counts.
func setRoute(r *http.Request, pattern string) {
	defer rt.Recover(name)
	if slash := strings.IndexByte(pattern, '/'); slash >= 0 && r.URL != nil {
		rt.SetRoute(r.Context(), r.URL.Path, strings.TrimSuffix(pattern[slash:], "{$}"))
	}
}

// strip tells that StripPrefix took this off the path of r.
func strip(r *http.Request, prefix string) {
	defer rt.Recover(name)
	rt.Strip(r.Context(), prefix)
}
