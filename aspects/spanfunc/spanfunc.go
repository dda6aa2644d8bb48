// Package spanfunc makes spans of functions: of those below a comment //gots:span, and of those that spans in gots.yml names.
package spanfunc

import (
	"context"
	"math"
	"reflect"
	"runtime"
	"runtime/debug"
	"strings"
	"sync/atomic"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/local"
	"github.com/gots-dev/gots/aspects/rt/redact"
)

var (
	scope        = rt.NewScope(rt.OwnScopes + "spanfunc")
	functionName = attr.Short("code.function.name")
	on           atomic.Bool
)

func init() { rt.Instrument("spanfunc", func() { on.Store(true) }) }

// maxText is the most bytes of a text that a parameter gives.
const maxText = 255

// Span is the span of a function's call. The zero Span records nothing; so do all methods then.
type Span struct {
	span  *rt.Span
	token local.Token
}

// Start begins the span of a call. function is its full name, as in stack traces; name is that of the span, "" for a short form of function;
// kind is internal, server, client, producer or consumer, and anything else internal.
//
// The parent is the current span of *ctx, or that of the goroutine. *ctx becomes a context with the new span, unless it is nil. ctx itself is nil in
// a function that has no context. Within the call the span is the one of the goroutine, too.
func Start(ctx *context.Context, function, name, kind string) Span {
	if !on.Load() || !rt.On(rt.Traces) {
		return Span{}
	}
	parent := context.Background()
	if ctx != nil && *ctx != nil {
		parent = *ctx
	}
	inner, s := start(parent, function, name, kind)
	if s.span != nil && ctx != nil && *ctx != nil {
		*ctx = inner
	}
	return s
}

// StartRequest is Start for a function that has a request and no context. The request stays as it is: what the function does with its context has
// the request's span for its parent, what it does without any has this one.
func StartRequest(r interface{ Context() context.Context }, function, name, kind string) Span {
	if !on.Load() || !rt.On(rt.Traces) {
		return Span{}
	}
	_, s := start(contextOf(r), function, name, kind)
	return s
}

// contextOf is the context of a request, which may be a nil pointer.
func contextOf(r interface{ Context() context.Context }) (ctx context.Context) {
	defer func() {
		if recover() != nil {
			ctx = context.Background()
		}
	}()
	return r.Context()
}

// start is what may meet code of the program: contexts and samplers.
func start(parent context.Context, function, name, kind string) (inner context.Context, s Span) {
	defer rt.Recover("spanfunc")
	if rt.Suppressed(parent) {
		return nil, Span{}
	}
	if name == "" {
		name = short(function)
	}
	inner, s.span = scope.Start(parent, kindOf(kind), name, functionName.String(function))
	s.token = rt.Enter(s.span)
	return inner, s
}

// Recording says whether the span takes attributes.
func (s *Span) Recording() bool { return s.span.Recording() }

// Text adds an attribute with this text.
func (s *Span) Text(key, value string) {
	s.span.Set(attr.Program(key, maxText).String(value))
}

// Parameter adds an attribute with the value of a parameter: text, number or truth value, also of a type that is declared as one. Others, whose
// methods would have to be called, are left out. Where the key or the parameter has the name of a secret, the value is hidden.
func (s *Span) Parameter(key, parameter string, value any) {
	k := attr.Program(key, maxText)
	if redact.IsSecret(key) || redact.IsSecret(parameter) {
		s.span.Set(k.String(redact.Hidden))
		return
	}
	switch v := reflect.ValueOf(value); v.Kind() {
	case reflect.String:
		s.span.Set(k.String(v.String()))
	case reflect.Bool:
		s.span.Set(k.Bool(v.Bool()))
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		s.span.Set(k.Int64(v.Int()))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		if n := v.Uint(); n <= math.MaxInt64 {
			s.span.Set(k.Int64(int64(n)))
		}
	case reflect.Float32, reflect.Float64:
		s.span.Set(k.Float(v.Float()))
	}
}

// End ends the span; err is the function's error result, nil if it has none. It has to be deferred by the function itself: a panic is recorded as it
// passes by, and goes on.
func (s *Span) End(err *error) {
	if s.span == nil {
		return
	}
	s.token.Leave()
	s.end(err)
}

// end looks for the reason first: three calls below it is what called End.
func (s *Span) end(err *error) {
	defer rt.Recover("spanfunc")
	if s.span.Recording() {
		switch why() {
		case "runtime.gopanic":
			s.panicked()
		case "runtime.Goexit":
		default:
			if err != nil {
				s.span.Fail(*err)
			}
		}
	}
	s.span.End()
}

// panicked records that the function ends with a panic. What it panics with only recover tells, which would end the panic.
func (s *Span) panicked() {
	s.span.Event("exception", attr.ExceptionType.String("panic"), attr.ExceptionStacktrace.String(string(debug.Stack())))
	s.span.Set(attr.ErrorType.String("panic"))
	s.span.SetStatus(rt.Failed, "panic")
}

// why is the function that runs the deferred call of End: one of the runtime's for a panic and for Goexit.
func why() string {
	var pcs [4]uintptr
	frames := runtime.CallersFrames(pcs[:runtime.Callers(4, pcs[:])]) // without Callers, why, end and End
	for {
		frame, more := frames.Next()
		// The compiler wraps a deferred call with arguments.
		if !strings.Contains(frame.Function, ".deferwrap") || !more {
			return frame.Function
		}
	}
}

func kindOf(kind string) rt.Kind {
	switch kind {
	case "server":
		return rt.Server
	case "client":
		return rt.Client
	case "producer":
		return rt.Producer
	case "consumer":
		return rt.Consumer
	}
	return rt.Internal
}

var unstar = strings.NewReplacer("(*", "", ")", "")

// short is the name without the folders of its package, and without what says that a receiver is a pointer: shop.Cart.Add.
func short(function string) string {
	return unstar.Replace(function[strings.LastIndexByte(function, '/')+1:])
}
