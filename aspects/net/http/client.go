package hook

import (
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/trace"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/bound"
	"github.com/gots-dev/gots/aspects/rt/redact"
)

// startClient starts the span of one attempt and gives a copy of the request that carries it; r itself belongs to the caller.
func startClient(r *http.Request) (*http.Request, func(*http.Response, error)) {
	if r.URL == nil || (r.URL.Scheme != "http" && r.URL.Scheme != "https") || rt.Suppressed(r.Context()) {
		return r, nil
	}
	name, attrs := method(r.Method)
	ctx, span := scope.Start(r.Context(), name, trace.WithSpanKind(trace.SpanKindClient),
		trace.WithAttributes(clientAttributes(r, attrs)...))
	traced := r.WithContext(ctx)
	traced.Header = r.Header.Clone()
	if traced.Header == nil {
		traced.Header = http.Header{}
	}
	otel.GetTextMapPropagator().Inject(ctx, propagation.HeaderCarrier(traced.Header))
	return traced, func(response *http.Response, err error) { endClient(span, r, response, err) }
}

func endClient(span trace.Span, caller *http.Request, response *http.Response, err error) {
	if err != nil || response == nil {
		if err != nil {
			rt.Fail(span, err)
		}
		span.End()
		return
	}
	response.Request = caller
	span.SetAttributes(rt.HTTPResponseStatusCode.Int(response.StatusCode), rt.NetworkProtocolVersion.String(version(response.Proto)))
	if response.StatusCode >= 400 {
		span.SetAttributes(rt.ErrorTypeKey.String(strconv.Itoa(response.StatusCode)))
		span.SetStatus(codes.Error, "")
	}
	// After 101 the body is the connection, which callers also write to.
	if response.Body == nil || response.Body == http.NoBody || response.StatusCode == http.StatusSwitchingProtocols {
		span.End()
		return
	}
	response.Body = &body{ReadCloser: response.Body, span: span}
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
	b.once.Do(func() { b.span.End() })
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
