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
	"time"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/bound"
	"github.com/gots-dev/gots/aspects/rt/ids"
	"github.com/gots-dev/gots/aspects/rt/propagate"
	"github.com/gots-dev/gots/aspects/rt/redact"
)

// attempt is one request on its way, and its context: of a RoundTripper that is made of another (x/net/http2 and net/http, either way
// round) only the outer one is recorded.
type attempt struct {
	context.Context
	caller *http.Request
	url    url.URL
	over   atomic.Bool
}

type attemptKey struct{}

func (a *attempt) Value(key any) any {
	if key == (attemptKey{}) {
		return a
	}
	return a.Context.Value(key)
}

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
func startClient(r *http.Request) (sent *http.Request, end func(*http.Response, error)) {
	sent = r
	defer rt.Recover(name)
	if r.URL == nil || r.Header == nil || (r.URL.Scheme != "http" && r.URL.Scheme != "https") || rt.Suppressed(r.Context()) {
		return r, nil
	}
	if outer := attemptOf(r); outer != nil && !outer.over.Load() {
		return r, nil
	}
	if span, byHand := rt.ByHand(r.Context(), "http."); byHand || injectedByHand(r, span) {
		return startTheirs(r)
	}
	m, to := methodOf(r.Method), destinationOf(r.URL)
	ctx, span := startSpan(r, m, to)
	return startAttempt(ctx, r, span, true, m, to)
}

// startTheirs measures a request that a span of the program stands for, unless the program does that too. A library that does not tell the other
// side of its span has that done.
func startTheirs(r *http.Request) (sent *http.Request, end func(*http.Response, error)) {
	ctx := r.Context()
	inject := rt.SentByLibrary(ctx)
	if !inject && (!clientDuration.Enabled() || rt.IsMeasured(ctx)) {
		return r, nil
	}
	return startAttempt(ctx, r, nil, inject, methodOf(r.Method), destinationOf(r.URL))
}

// startAttempt gives a copy of r whose context is ctx. span is nil where the hook has none.
func startAttempt(ctx context.Context, r *http.Request, span *rt.Span, inject bool, m method, to destination) (*http.Request, func(*http.Response, error)) {
	a := &attempt{Context: ctx, caller: r, url: *r.URL}
	sent := r.WithContext(a)
	if inject {
		sent.Header = r.Header.Clone()
		propagate.Get().Inject(ctx, propagate.Header(sent.Header))
	}
	x := exchange{span: span, within: span, key: clientKey{method: m.standard, address: to.host, port: to.port}}
	if span == nil {
		x.within = rt.FromContext(ctx)
	}
	if clientDuration.Enabled() && !rt.IsMeasured(r.Context()) {
		x.began = time.Now()
	}
	return sent, func(response *http.Response, err error) {
		defer rt.Recover(name)
		a.over.Store(true)
		x.answered(r, response, err)
	}
}

func startSpan(r *http.Request, m method, to destination) (context.Context, *rt.Span) {
	var list [maxClientAttributes]attr.Value
	if rt.Bridged() {
		return scope.Start(r.Context(), rt.Client, m.name, clientAttributes(r, m, to, list[:0])...)
	}
	ctx, span := scope.Start(r.Context(), rt.Client, m.name)
	if span.Recording() {
		span.Set(clientAttributes(r, m, to, list[:0])...)
	}
	return ctx, span
}

// injectedByHand says whether the program sends the ids of its current span, a client's, with the request: then that span is the
// request's.
func injectedByHand(r *http.Request, span ids.SpanContext) bool {
	if !span.IsValid() || len(r.Header) == 0 {
		return false
	}
	id := span.Span.String()
	for _, field := range propagate.Get().Fields() {
		if strings.Contains(r.Header.Get(field), id) {
			return true
		}
	}
	return false
}

// exchange is a request of a client and its answer.
type exchange struct {
	span   *rt.Span  // nil where the program has one
	within *rt.Span  // the one that stands for the request, if it is the core's
	began  time.Time // zero if the duration is not measured
	key    clientKey
}

// answered ends the exchange if nothing more will come of it, else its body will.
func (x exchange) answered(caller *http.Request, response *http.Response, err error) {
	if err != nil || response == nil {
		x.end(err)
		return
	}
	// What names the copy, or a copy of it, names the caller's request again.
	if response.Request != nil && callerOf(response.Request) == caller {
		response.Request = caller
	}
	x.key.status, x.key.version = response.StatusCode, version(response.Proto)
	failed := response.StatusCode >= 400
	if failed {
		x.key.failure = statusText(response.StatusCode)
	}
	if x.span.Recording() {
		x.span.Set(attr.HTTPResponseStatusCode.Int(response.StatusCode), attr.NetworkProtocolVersion.String(x.key.version))
		if failed {
			x.span.Set(attr.ErrorType.String(x.key.failure))
			x.span.SetStatus(rt.Failed, "")
		}
	}
	// After 101 the body is the connection, which callers also write to. The body of a RoundTripper that the program registered may have
	// methods that callers ask for.
	if response.StatusCode == http.StatusSwitchingProtocols || !isTransportBody(response.Body) {
		x.end(nil)
		return
	}
	response.Body = &body{ReadCloser: response.Body, exchange: x}
}

func (x *exchange) end(err error) {
	if err != nil {
		x.span.Fail(err)
		x.key.failure = rt.ErrorType(err)
	}
	x.span.End()
	if !x.began.IsZero() {
		clientDuration.Record(x.within, x.key, time.Since(x.began).Seconds())
	}
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

// body ends the exchange when the response has been read or closed, whichever comes first.
type body struct {
	io.ReadCloser
	exchange
	once sync.Once
}

func (b *body) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	if err != nil {
		b.once.Do(func() {
			defer rt.Recover(name)
			if err == io.EOF {
				b.end(nil)
			} else {
				b.end(err)
			}
		})
	}
	return n, err
}

func (b *body) Close() error {
	err := b.ReadCloser.Close()
	b.once.Do(func() {
		defer rt.Recover(name)
		b.end(nil)
	})
	return err
}

// destination is where a request goes; the host is "" if it cannot be one.
type destination struct {
	host string
	port int
}

func destinationOf(u *url.URL) destination {
	to := destination{host: attr.Host(u.Hostname())}
	port, err := strconv.Atoi(u.Port())
	switch {
	case u.Port() != "" && err == nil:
		to.port = port
	case u.Scheme == "https":
		to.port = 443
	default:
		to.port = 80
	}
	return to
}

// maxClientAttributes is how many clientAttributes gives at most.
const maxClientAttributes = 5

func clientAttributes(r *http.Request, m method, to destination, list []attr.Value) []attr.Value {
	list = append(m.attributes(list), attr.URLFull.String(fullURL(r.URL)))
	if to.host != "" {
		list = append(list, attr.ServerAddress.String(to.host))
	}
	return append(list, attr.ServerPort.Int(to.port))
}

// fullURL is the URL without its fragment, its user and its secrets. It is put together of what may be shown: an opaque URL, which
// could hold anything, loses its opaque part.
func fullURL(u *url.URL) string {
	var out strings.Builder
	out.Grow(min(len(u.Scheme)+len(u.Host)+len(u.Path)+len(u.RawQuery)+8, 2*attr.URLFull.Limit()))
	out.WriteString(u.Scheme)
	out.WriteString("://")
	if u.User != nil {
		out.WriteString(redact.Hidden + ":" + redact.Hidden + "@")
	}
	if attr.Host(u.Hostname()) != "" {
		out.WriteString(u.Host)
	}
	limit := attr.URLFull.Limit()
	if u.Opaque == "" {
		out.WriteString(redact.Path(bound.Cut(u.EscapedPath(), limit)))
	}
	if u.RawQuery != "" || u.ForceQuery {
		out.WriteByte('?')
		out.WriteString(redact.Query(bound.Cut(u.RawQuery, limit)))
	}
	return out.String()
}
