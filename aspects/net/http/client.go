package hook

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/trace"

	rt "github.com/gots-dev/gots/aspects/otelrt"
	"github.com/gots-dev/gots/aspects/rt/bound"
	"github.com/gots-dev/gots/aspects/rt/redact"
)

// attempt is one request on its way: of a RoundTripper that is made of another (x/net/http2 and net/http, either way round) only the
// outer one is traced.
type attempt struct {
	caller *http.Request
	url    url.URL
	over   atomic.Bool
}

type attemptKey struct{}

// attemptOf finds the attempt that r is part of: it holds a request for the same URL.
func attemptOf(r *http.Request) *attempt {
	a, _ := r.Context().Value(attemptKey{}).(*attempt)
	if a == nil || r.URL == nil || *r.URL != a.url {
		return nil
	}
	return a
}

// callerOf gives the request that r is a copy of, for what identifies a request by its pointer: Transport.CancelRequest.
func callerOf(r *http.Request) *http.Request {
	if a := attemptOf(r); a != nil {
		return a.caller
	}
	return r
}

// startClient starts the span of one attempt and gives a copy of the request that carries it; r itself belongs to the caller. Without
// a span the second result is nil. A request that Transport refuses for its missing header is left for it to refuse.
func startClient(r *http.Request) (traced *http.Request, end func(*http.Response, error)) {
	traced = r
	defer rt.Recover("net/http")
	if r.URL == nil || r.Header == nil || (r.URL.Scheme != "http" && r.URL.Scheme != "https") || rt.Suppressed(r.Context()) {
		return r, nil
	}
	if outer := attemptOf(r); outer != nil && !outer.over.Load() {
		return r, nil
	}
	if span, byHand := rt.ByHand(r.Context(), "http."); byHand || injectedByHand(r, span) {
		return r, nil
	}
	name, attrs := method(r.Method)
	ctx, span := scope.Start(r.Context(), name, trace.WithSpanKind(trace.SpanKindClient),
		trace.WithAttributes(clientAttributes(r, attrs)...))
	a := &attempt{caller: r, url: *r.URL}
	sent := r.WithContext(context.WithValue(ctx, attemptKey{}, a))
	sent.Header = r.Header.Clone()
	otel.GetTextMapPropagator().Inject(ctx, propagation.HeaderCarrier(sent.Header))
	return sent, func(response *http.Response, err error) {
		defer rt.Recover("net/http")
		a.over.Store(true)
		endClient(span, r, response, err)
	}
}

// injectedByHand says whether the program sends the ids of its current span, a client's, with the request: then that span is the
// request's.
func injectedByHand(r *http.Request, span trace.Span) bool {
	kind, ok := span.(interface{ SpanKind() trace.SpanKind })
	if !ok || kind.SpanKind() != trace.SpanKindClient || len(r.Header) == 0 {
		return false
	}
	id := span.SpanContext().SpanID().String()
	for _, name := range otel.GetTextMapPropagator().Fields() {
		if strings.Contains(r.Header.Get(name), id) {
			return true
		}
	}
	return false
}

func endClient(span trace.Span, caller *http.Request, response *http.Response, err error) {
	if err != nil || response == nil {
		if err != nil {
			rt.Fail(span, err)
		}
		span.End()
		return
	}
	// What names the copy, or a copy of it, names the caller's request again.
	if response.Request != nil && callerOf(response.Request) == caller {
		response.Request = caller
	}
	span.SetAttributes(rt.HTTPResponseStatusCode.Int(response.StatusCode), rt.NetworkProtocolVersion.String(version(response.Proto)))
	if response.StatusCode >= 400 {
		span.SetAttributes(rt.ErrorTypeKey.String(strconv.Itoa(response.StatusCode)))
		span.SetStatus(codes.Error, "")
	}
	// After 101 the body is the connection, which callers also write to. The body of a RoundTripper that the program registered may have
	// methods that callers ask for.
	if response.StatusCode == http.StatusSwitchingProtocols || !isTransportBody(response.Body) {
		span.End()
		return
	}
	response.Body = &body{ReadCloser: response.Body, span: span}
}

// isTransportBody says whether a body that may have something to read was made by net/http or golang.org/x/net/http2.
func isTransportBody(body io.ReadCloser) bool {
	if body == nil || body == http.NoBody {
		return false
	}
	t := reflect.TypeOf(body)
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch t.PkgPath() {
	case "net/http", "net/http/internal/http2", "golang.org/x/net/http2":
		return true
	}
	return false
}

// body ends the span when the response has been read or closed, whichever comes first.
type body struct {
	io.ReadCloser
	span trace.Span
	once sync.Once
}

func (b *body) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	if err != nil {
		b.once.Do(func() {
			defer rt.Recover("net/http")
			if err != io.EOF {
				rt.Fail(b.span, err)
			}
			b.span.End()
		})
	}
	return n, err
}

func (b *body) Close() error {
	err := b.ReadCloser.Close()
	b.once.Do(func() {
		defer rt.Recover("net/http")
		b.span.End()
	})
	return err
}

func clientAttributes(r *http.Request, attrs []attribute.KeyValue) []attribute.KeyValue {
	attrs = append(attrs, rt.URLFull.String(fullURL(r.URL)))
	if host := rt.Host(r.URL.Hostname()); host != "" {
		attrs = append(attrs, rt.ServerAddress.String(host))
	}
	port, err := strconv.Atoi(r.URL.Port())
	if err != nil {
		port = map[string]int{"http": 80, "https": 443}[r.URL.Scheme]
	}
	return append(attrs, rt.ServerPort.Int(port))
}

// fullURL is the URL without its fragment, its user and its secrets. It is put together of what may be shown: an opaque URL, which
// could hold anything, loses its opaque part.
func fullURL(u *url.URL) string {
	var out strings.Builder
	out.WriteString(u.Scheme + "://")
	if u.User != nil {
		out.WriteString(redact.Hidden + ":" + redact.Hidden + "@")
	}
	if rt.Host(u.Hostname()) != "" {
		out.WriteString(u.Host)
	}
	limit := rt.URLFull.Limit()
	if u.Opaque == "" {
		out.WriteString(redact.Path(bound.Cut(u.EscapedPath(), limit)))
	}
	if u.RawQuery != "" || u.ForceQuery {
		out.WriteString("?" + redact.Query(bound.Cut(u.RawQuery, limit)))
	}
	return out.String()
}
