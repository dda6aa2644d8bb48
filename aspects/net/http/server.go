package hook

import (
	"context"
	"net"
	"net/http"
	"runtime/debug"
	"strconv"
	"strings"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/trace"

	rt "github.com/gots-dev/gots/aspects/otelrt"
)

// startServer starts the span of a request, in the request's own context: a copy of the request would not do, because the server and the
// body reader go on using theirs (multipart form, trailers, pattern). Of a server within a server (x/net/http2 below net/http) both
// come here with the same request; the first end that is called knows the status. status is -1 where the writer does not tell, 0 where
// no header was written.
func startServer(r *http.Request) (end func(status int, hijacked bool, panicked any)) {
	defer rt.Recover("net/http")
	own := r.Context()
	// PRI is how a cleartext HTTP/2 connection begins; as a request it would last as long as the connection.
	if setContext == nil || r.Method == "PRI" || rt.Suppressed(own) {
		return nil
	}
	request := rt.RequestOf(own)
	if request == nil || request.Of != any(r) {
		name, attrs := method(r.Method)
		path := ""
		if r.URL != nil {
			path = r.URL.Path
		}
		parent := own
		if request != nil {
			parent = request.Outside(own) // the connection began as a request of its own, which is not the parent of this one
		}
		parent = otel.GetTextMapPropagator().Extract(parent, propagation.HeaderCarrier(r.Header))
		var ctx context.Context
		ctx, request = scope.StartRequest(own, parent, r, name, path, serverAttributes(r, attrs))
		setContext(r, ctx)
	}
	return func(status int, hijacked bool, panicked any) {
		defer rt.Recover("net/http")
		request.End(func(span trace.Span) { endServer(span, status, hijacked, panicked) })
	}
}

func endServer(span trace.Span, status int, hijacked bool, panicked any) {
	failed := panicked != nil
	if status == 0 && !hijacked && !failed {
		status = http.StatusOK // what the server sends for a handler that wrote nothing
	}
	if status > 0 && !hijacked {
		span.SetAttributes(rt.HTTPResponseStatusCode.Int(status))
		if status >= 500 {
			span.SetAttributes(rt.ErrorTypeKey.String(strconv.Itoa(status)))
			span.SetStatus(codes.Error, "")
		}
	}
	// A handler that gives up on purpose panics with this value.
	if failed && panicked != http.ErrAbortHandler {
		rt.Exception(span, panicked, string(debug.Stack()))
	}
}

func serverAttributes(r *http.Request, attrs []attribute.KeyValue) []attribute.KeyValue {
	scheme := "http"
	if r.TLS != nil {
		scheme = "https"
	}
	attrs = append(attrs, rt.URLScheme.String(scheme), rt.NetworkProtocolVersion.String(version(r.Proto)))
	if r.URL != nil {
		attrs = append(attrs, rt.URLPath.String(r.URL.Path))
		if r.URL.RawQuery != "" {
			attrs = append(attrs, rt.URLQuery.String(r.URL.RawQuery))
		}
	}
	if host, port := splitHost(r.Host); host != "" {
		attrs = append(attrs, rt.ServerAddress.String(host))
		if port > 0 {
			attrs = append(attrs, rt.ServerPort.Int(port))
		}
	}
	if host, port := splitHost(r.RemoteAddr); host != "" {
		attrs = append(attrs, rt.ClientAddress.String(host), rt.NetworkPeerAddress.String(host))
		if port > 0 {
			attrs = append(attrs, rt.NetworkPeerPort.Int(port))
		}
	}
	if agent := r.UserAgent(); agent != "" {
		attrs = append(attrs, rt.UserAgentOriginal.String(agent))
	}
	return attrs
}

// splitHost takes host, host:port, [v6] or [v6]:port; the port is 0 where there is none, the host "" where it cannot be one.
func splitHost(hostport string) (host string, port int) {
	if h, p, err := net.SplitHostPort(hostport); err == nil {
		port, _ = strconv.Atoi(p)
		return rt.Host(h), port
	}
	return rt.Host(hostport), 0
}

// setRoute tells the span of r the pattern that a ServeMux found: "[METHOD ][HOST]/path", of which the path counts.
func setRoute(r *http.Request, pattern string) {
	defer rt.Recover("net/http")
	if slash := strings.IndexByte(pattern, '/'); slash >= 0 && r.URL != nil {
		rt.SetRoute(r.Context(), r.URL.Path, strings.TrimSuffix(pattern[slash:], "{$}"))
	}
}

// strip tells that StripPrefix took this off the path of r.
func strip(r *http.Request, prefix string) {
	defer rt.Recover("net/http")
	rt.Strip(r.Context(), prefix)
}
