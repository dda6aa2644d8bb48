// Package lambda records the invocations of an AWS Lambda function, and sends what was recorded before the service freezes the process.
// Code woven into github.com/aws/aws-lambda-go/lambda calls it.
package lambda

import (
	"context"
	"io"
	"net/http"
	"os"
	"strings"
	"sync/atomic"
	"time"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/ids"
	"github.com/gots-dev/gots/aspects/rt/local"
	"github.com/gots-dev/gots/aspects/rt/propagate"
)

// name is what the lists of instrumentations call this one.
const name = "github.com/aws/aws-lambda-go"

var scope = rt.NewScope("github.com/gots-dev/gots/aspects/lambda")

// on says that an invocation is recorded: traces are, or metrics are to be flushed.
var on atomic.Bool

func init() { rt.Instrument(name, func() { on.Store(true) }) }

var (
	cloudResourceID = attr.Short("cloud.resource_id")
	coldstart       = attr.Number("faas.coldstart")
	invocationID    = attr.Short("faas.invocation_id")
	invokedARN      = attr.Short("aws.lambda.invoked_arn")
	trigger         = attr.Short("faas.trigger")
)

// warm says that there was an invocation before.
var warm atomic.Bool

// isCold says whether this invocation is the first of a process that was started for it.
func isCold() bool {
	return !warm.Swap(true) && os.Getenv("AWS_LAMBDA_INITIALIZATION_TYPE") != "provisioned-concurrency"
}

// functionName names spans that have no route.
var functionName = os.Getenv("AWS_LAMBDA_FUNCTION_NAME")

// Start starts the span of an invocation. end takes what the handler's failure is called, "" for none, and the response, nil for none.
func Start(ctx context.Context, payload []byte, id, arn string) (_ context.Context, end func(failure string, response io.Reader)) {
	if !on.Load() || !rt.On(rt.Traces) {
		return ctx, none
	}
	defer rt.Recover(name)
	return start(ctx, payload, id, arn)
}

func none(string, io.Reader) {}

func start(own context.Context, payload []byte, id, arn string) (ctx context.Context, end func(string, io.Reader)) {
	ctx, end = own, none
	e := readEvent(payload)
	parent, links := e.parent(own)
	attrs := []attr.Value{trigger.String(e.trigger()), coldstart.Bool(isCold())}
	if id != "" {
		attrs = append(attrs, invocationID.String(id))
	}
	if arn != "" {
		attrs = append(attrs, invokedARN.String(arn), cloudResourceID.String(unqualified(arn)))
	}
	attrs = append(attrs, e.attributes()...)
	title := functionName
	if title == "" {
		title = "invoke"
	}
	var span *rt.Span
	var here local.Token
	if method, path, route := e.request(); method != "" {
		// As that of a server, it yields to a span that the program makes for the invocation itself.
		var request *rt.Request
		ctx, request = scope.StartRequest(own, parent, nil, method, path)
		span = &request.Span
		rt.SetRoute(ctx, path, route)
		here = request.Enter()
	} else if kind := e.kind(); kind == rt.Server {
		var request *rt.Request
		ctx, request = scope.StartRequest(own, parent, nil, title, "")
		span = &request.Span
		here = request.Enter()
	} else {
		ctx, span = scope.Start(parent, kind, title)
		here = local.Enter(&local.Scope{Span: span})
	}
	span.Set(attrs...)
	for _, link := range links {
		span.Link(link)
	}
	return ctx, func(failure string, response io.Reader) {
		defer rt.Recover(name)
		defer here.Leave()
		defer span.End()
		if failure != "" {
			span.Set(attr.ErrorType.String(failure))
			span.SetStatus(rt.Failed, "")
		} else {
			e.answer(span, response)
		}
	}
}

// unqualified is an ARN without version or alias: arn:aws:lambda:region:account:function:name[:alias].
func unqualified(arn string) string {
	parts := strings.SplitN(arn, ":", 8)
	return strings.Join(parts[:min(len(parts), 7)], ":")
}

// flushTimeout bounds how long the process stays awake for telemetry after each response, which costs money.
const flushTimeout = 500 * time.Millisecond

// Flush sends what has been recorded, between the response of an invocation and the moment from which on the process may be frozen.
func Flush() {
	if !on.Load() {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), flushTimeout)
	defer cancel()
	done := make(chan struct{})
	go func() {
		defer close(done)
		rt.Flush(ctx)
	}()
	select {
	case <-done:
	case <-ctx.Done():
	}
}

// Quiet has a request of the runtime's client make no span: one of them lasts until the next invocation.
func Quiet(r *http.Request, err error) (*http.Request, error) {
	if r == nil || err != nil || !on.Load() {
		return r, err
	}
	return r.WithContext(rt.Suppress(r.Context())), err
}

// parent gives own with the span that caused the event, and the others that did. The event tells it: headers of an HTTP request,
// attributes of a message. X-Ray's header, which the service gives with each invocation, counts where the event tells none and X-Ray
// takes part: with Sampled=0, which is what it says in functions without X-Ray, nothing would ever be recorded.
func (e *event) parent(own context.Context) (parent context.Context, links []ids.SpanContext) {
	p := propagate.Get()
	parent = own
	carriers := e.carriers()
	for _, carrier := range carriers {
		with := p.Extract(own, carrier)
		if c := rt.ContextOf(with); c.IsValid() && c.Remote {
			if len(carriers) == 1 {
				parent = with
			} else {
				links = append(links, c)
			}
		} else if len(carriers) == 1 {
			parent = with // baggage alone
		}
	}
	header, _ := own.Value("x-amzn-trace-id").(string) //nolint:staticcheck // the key of aws-lambda-go
	if header == "" {
		return parent, links
	}
	xray := rt.ContextOf(p.Extract(own, propagate.Map{"x-amzn-trace-id": header}))
	switch {
	case !xray.IsValid() || !xray.Remote || !xray.IsSampled():
	case rt.ContextOf(parent).IsValid():
		links = append(links, xray)
	default:
		parent = rt.WithRemote(parent, xray)
	}
	return parent, links
}
