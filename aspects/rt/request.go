package rt

import (
	"context"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/local"
)

// Request is the one server span of a request. The server's hook owns it; routers only tell it their route.
type Request struct {
	Span
	// Of is what the server knows the request by.
	Of     any
	method string
	path   string
	local  local.Scope
	theirs atomic.Bool

	routing  sync.Mutex
	route    string
	stripped []string
	answered bool
	status   int
	failure  string
}

// StartRequest starts the span of a request, see Scope.Later. method is what the span's name begins with, path the path that the client
// asked for.
func (s *Scope) StartRequest(own, parent context.Context, of any, method, path string) (context.Context, *Request) {
	r := &Request{Of: of, method: method, path: path}
	r.scope, r.request = s, r
	r.later(own, parent, Requests, method, nil)
	return &r.in, r
}

// RequestOf finds the request that ctx belongs to; nil if there is none, or if its span gave way to one of the program.
func RequestOf(ctx context.Context) *Request {
	if r := requestIn(ctx); r != nil && r.state.Load() != yielded {
		return r
	}
	return nil
}

// requestIn is RequestOf, but for a request whose span gave way, too: its measurements have a route all the same.
func requestIn(ctx context.Context) *Request {
	if s := layered(ctx, Requests); s != nil {
		return s.request
	}
	return nil
}

// Answered notes how the request ended: its status, 0 for none, and what error.type is, "" for no failure. ok says whether this is the
// first call, which alone counts: a request may have several servers, one within the other.
func (r *Request) Answered(status int, failure string) (ok bool) {
	r.routing.Lock()
	defer r.routing.Unlock()
	if r.answered {
		return false
	}
	r.answered, r.status, r.failure = true, status, failure
	return true
}

// Outcome gives what measurements say of the request: the route that the last router told, "" without one, and what Answered was told.
func (r *Request) Outcome() (route string, status int, failure string) {
	r.routing.Lock()
	defer r.routing.Unlock()
	return r.route, r.status, r.failure
}

// MeasuredByProgram says whether an instrumentation of the program measures the request, see Handled.
func (r *Request) MeasuredByProgram() bool { return r.theirs.Load() }

// Outside gives ctx with the span that was current before the request.
func (r *Request) Outside(ctx context.Context) context.Context { return &other{ctx, r.own} }

// Enter makes the request the scope of this goroutine and of those that it starts.
func (r *Request) Enter() local.Token {
	r.local.Span = &r.Span
	return local.Enter(&r.local)
}

// SetRoute names the route that a router found, such as /orders/{id}; path is the request's path as the router saw it, which may lack
// a beginning that an outer router took off. Without a server span, or with an empty route, nothing happens. The last router has the
// final word, so an inner one refines what the outer one said.
func SetRoute(ctx context.Context, path, route string) {
	if r := requestIn(ctx); r != nil && route != "" {
		r.setRoute(path, route)
	}
}

// Strip notes a beginning that is taken off the paths of a request before an inner router sees them.
func Strip(ctx context.Context, prefix string) {
	if r := requestIn(ctx); r != nil {
		r.routing.Lock()
		defer r.routing.Unlock()
		r.stripped = append(r.stripped, prefix)
	}
}

func (r *Request) setRoute(path, route string) {
	r.routing.Lock()
	defer r.routing.Unlock()
	route = r.before(path) + route
	if route == r.route {
		return
	}
	r.route = route
	r.Rename(r.method + " " + route)
	r.Set(attr.HTTPRoute.String(route))
}

// before is the route of what was taken off the request's path: in the words of the outer router if it named so much of the path,
// else literally if the program named it as a constant, else nothing, because it may be different in each request.
func (r *Request) before(path string) string {
	prefix, ok := strings.CutSuffix(r.path, path)
	prefix = strings.TrimSuffix(prefix, "/")
	if !ok || prefix == "" {
		return ""
	}
	if named, ok := firstSegments(r.route, strings.Count(prefix, "/")); ok {
		return named
	}
	if consistsOf(prefix, r.stripped) {
		return prefix
	}
	return ""
}

// firstSegments gives the first n segments of a route, if it has that many, each for one segment of the path.
func firstSegments(route string, n int) (string, bool) {
	segments := strings.Split(strings.TrimSuffix(route, "/"), "/")
	if len(segments) <= n {
		return "", false
	}
	for _, segment := range segments[1 : n+1] {
		if strings.HasSuffix(segment, "...}") {
			return "", false
		}
	}
	return strings.Join(segments[:n+1], "/"), true
}

func consistsOf(text string, parts []string) bool {
	for _, part := range parts {
		part = strings.TrimSuffix(part, "/")
		if rest, ok := strings.CutPrefix(text, part); ok && part != "" && (rest == "" || consistsOf(rest, parts)) {
			return true
		}
	}
	return false
}
