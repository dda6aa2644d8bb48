package lambda

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"reflect"
	"strings"
	"testing"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/propagate"
	"github.com/gots-dev/gots/aspects/rt/rttest"
)

const (
	trace1 = "0af7651916cd43dd8448eb211c80319c"
	span1  = "b7ad6b7169203331"
	w3c    = "00-" + trace1 + "-" + span1 + "-01"
	xray   = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled="
)

// invoke runs an invocation and gives its span.
func invoke(t *testing.T, payload, header, failure string) *rt.Record {
	t.Helper()
	return answer(t, payload, header, failure, nil)
}

// answer is invoke with a response of the handler.
func answer(t *testing.T, payload, header, failure string, response io.Reader) *rt.Record {
	t.Helper()
	p, _ := propagate.New([]string{"tracecontext", "baggage", "xray"})
	propagate.Set(p)
	defer propagate.Set(nil)
	recorder := rttest.Use(t)
	own := context.WithValue(context.Background(), "x-amzn-trace-id", header) //nolint:staticcheck,revive // as aws-lambda-go does
	ctx, end := Start(own, []byte(payload), "req-1", "arn:aws:lambda:eu-1:123:function:f:prod")
	if rt.FromContext(ctx) == nil {
		t.Error("the handler's context has no span")
	}
	// What has no context belongs to the invocation too.
	_, below := scope.Start(context.Background(), rt.Internal, "below")
	below.End()
	end(failure, response)
	all := recorder.Ended()
	if len(all) != 2 || all[0].Parent.Span != all[1].Self.Span {
		t.Fatalf("%s: %d spans", payload, len(all))
	}
	return all[1]
}

func TestEvents(t *testing.T) {
	common := func(more ...any) map[string]any {
		out := map[string]any{"faas.coldstart": false, "faas.invocation_id": "req-1", "aws.lambda.invoked_arn": "arn:aws:lambda:eu-1:123:function:f:prod",
			"cloud.resource_id": "arn:aws:lambda:eu-1:123:function:f"}
		for i := 0; i < len(more); i += 2 {
			out[more[i].(string)] = more[i+1]
		}
		return out
	}
	invoke(t, "{}", "", "") // the cold one
	for name, tt := range map[string]struct {
		payload, title string
		kind           rt.Kind
		parent         string // the trace of the parent, "" for none
		links          int
		attrs          map[string]any
	}{
		"own":      {`{"headers": 7, "path": ["x"]}`, "invoke", rt.Server, "", 0, common("faas.trigger", "other")},
		"no JSON":  {"\x00", "invoke", rt.Server, "", 0, common("faas.trigger", "other")},
		"an array": {`[{"httpMethod":"GET"}]`, "invoke", rt.Server, "", 0, common("faas.trigger", "other")},
		"REST API": {`{"resource":"/orders/{id}","path":"/orders/7","httpMethod":"GET","headers":{"Traceparent":"` + w3c + `"}}`, "GET /orders/{id}", rt.Server, trace1, 0,
			common("faas.trigger", "http", "http.request.method", "GET", "url.path", "/orders/7", "url.scheme", "https", "http.route", "/orders/{id}")},
		"REST proxy": {`{"resource":"/{proxy+}","path":"/a","httpMethod":"GET","multiValueHeaders":{"traceparent":["` + w3c + `"]}}`, "GET", rt.Server, trace1, 0,
			common("faas.trigger", "http", "http.request.method", "GET", "url.path", "/a", "url.scheme", "https")},
		"HTTP API": {`{"version":"2.0","routeKey":"POST /pay","rawPath":"/pay","requestContext":{"http":{"method":"POST"}},"headers":{"traceparent":"` + w3c + `"}}`, "POST /pay", rt.Server, trace1, 0,
			common("faas.trigger", "http", "http.request.method", "POST", "url.path", "/pay", "url.scheme", "https", "http.route", "/pay")},
		"function URL": {`{"routeKey":"$default","rawPath":"/x","requestContext":{"http":{"method":"BREW"}}}`, "HTTP", rt.Server, "", 0,
			common("faas.trigger", "http", "http.request.method", "_OTHER", "url.path", "/x", "url.scheme", "https")},
		"SQS, one": {`{"Records":[{"eventSource":"aws:sqs","eventSourceARN":"arn:aws:sqs:r:1:jobs","messageAttributes":{"traceparent":{"stringValue":"` + w3c + `"}}}]}`, "invoke", rt.Consumer, trace1, 0,
			common("faas.trigger", "pubsub", "messaging.system", "aws_sqs", "messaging.destination.name", "jobs", "messaging.operation.name", "process", "messaging.operation.type", "process")},
		"SQS, many": {`{"Records":[{"eventSource":"aws:sqs","eventSourceARN":"arn:aws:sqs:r:1:jobs","attributes":{"AWSTraceHeader":"` + xray + `1"}},
			{"eventSource":"aws:sqs","messageAttributes":{"traceparent":{"stringValue":"` + w3c + `"}}},{"eventSource":"aws:sqs"}]}`, "invoke", rt.Consumer, "", 2,
			common("faas.trigger", "pubsub", "messaging.system", "aws_sqs", "messaging.destination.name", "jobs", "messaging.operation.name", "process", "messaging.operation.type", "process", "messaging.batch.message_count", int64(3))},
		"SNS": {`{"Records":[{"EventSource":"aws:sns","Sns":{"TopicArn":"arn:aws:sns:r:1:news","MessageAttributes":{"traceparent":{"Type":"String","Value":"` + w3c + `"}}}}]}`, "invoke", rt.Consumer, trace1, 0,
			common("faas.trigger", "pubsub", "messaging.system", "aws.sns", "messaging.destination.name", "news", "messaging.operation.name", "process", "messaging.operation.type", "process")},
		"S3":          {`{"Records":[{"eventSource":"aws:s3"}]}`, "invoke", rt.Consumer, "", 0, common("faas.trigger", "datasource")},
		"a timer":     {`{"source":"aws.events","detail-type":"Scheduled Event"}`, "invoke", rt.Consumer, "", 0, common("faas.trigger", "timer")},
		"EventBridge": {`{"source":"shop","detail-type":"Sold"}`, "invoke", rt.Consumer, "", 0, common("faas.trigger", "pubsub")},
		"too large":   {`{"source":"shop","detail-type":"Sold","x":"` + strings.Repeat("x", maxPayload) + `"}`, "invoke", rt.Server, "", 0, common("faas.trigger", "other")},
	} {
		r := invoke(t, tt.payload, "", "")
		if r.Name != tt.title || r.Kind != tt.kind || r.Status != rt.Unset || len(r.Links) != tt.links {
			t.Errorf("%s: %q, kind %d, %d links", name, r.Name, r.Kind, len(r.Links))
		}
		parent := ""
		if r.Parent.IsValid() {
			parent = r.Parent.Trace.String()
		}
		if parent != tt.parent || parent != "" && r.Self.Trace != r.Parent.Trace {
			t.Errorf("%s: the parent is of trace %q", name, parent)
		}
		if got := rttest.Attrs(r.Attrs); !reflect.DeepEqual(got, tt.attrs) {
			t.Errorf("%s:\n got %v\nwant %v", name, got, tt.attrs)
		}
	}
}

func TestXRaysHeader(t *testing.T) {
	const root = "5759e988bd862e3fe1be46a994272793"
	withEvent := `{"rawPath":"/","requestContext":{"http":{"method":"GET"}},"headers":{"traceparent":"` + w3c + `"}}`
	for name, tt := range map[string]struct {
		payload, header, trace string
		links                  int
	}{
		"takes part":          {"{}", xray + "1", root, 0},
		"does not":            {"{}", xray + "0", "", 0},
		"undecided":           {"{}", strings.TrimSuffix(xray, ";Sampled="), "", 0},
		"malformed":           {"{}", "Root=hunter2", "", 0},
		"beside the event's":  {withEvent, xray + "1", trace1, 1},
		"off, with an event":  {withEvent, xray + "0", trace1, 0},
		"in an event's place": {`{"headers":{"X-Amzn-Trace-Id":"Root=1-5759e988-bd862e3fe1be46a994272793"}}`, xray + "1", root, 0},
	} {
		r := invoke(t, tt.payload, tt.header, "")
		got := ""
		if r.Parent.IsValid() {
			got = r.Parent.Trace.String()
		}
		if got != tt.trace || len(r.Links) != tt.links {
			t.Errorf("%s: trace %q, %d links", name, got, len(r.Links))
		}
	}
}

func TestFailures(t *testing.T) {
	if r := invoke(t, "{}", "", "errorString"); r.Status != rt.Failed || r.StatusText != "" || rttest.Attrs(r.Attrs)["error.type"] != "errorString" {
		t.Errorf("%+v", r)
	}
}

func TestColdStart(t *testing.T) {
	for kind, want := range map[string]bool{"on-demand": true, "provisioned-concurrency": false} {
		t.Setenv("AWS_LAMBDA_INITIALIZATION_TYPE", kind)
		warm.Store(false)
		if first, second := isCold(), isCold(); first != want || second {
			t.Errorf("%s: %v, then %v", kind, first, second)
		}
	}
}

func TestSwitchedOffNothingHappens(t *testing.T) {
	on.Store(false)
	defer on.Store(true)
	ctx := context.Background()
	got, end := Start(ctx, []byte("{}"), "", "")
	end("x", nil)
	Flush()
	r, _ := http.NewRequest(http.MethodGet, "http://x", nil)
	if quiet, _ := Quiet(r, nil); got != ctx || quiet != r {
		t.Error("something happens")
	}
}

func TestRequestsToTheServiceAreQuiet(t *testing.T) {
	rttest.Use(t)
	r, err := Quiet(http.NewRequest(http.MethodGet, "http://x", nil))
	if err != nil || !rt.Suppressed(r.Context()) {
		t.Errorf("%v", err)
	}
	broken := errors.New("broken")
	if r, err := Quiet(nil, broken); r != nil || err != broken {
		t.Errorf("%v, %v", r, err)
	}
}

// A flush that hangs must not hold the function up for ever, nor must one that panics end it.
func TestFlushIsBounded(t *testing.T) {
	rttest.Use(t)
	block, flushed := make(chan struct{}), make(chan struct{}, 1)
	rt.SetFlush(func(ctx context.Context) {
		if _, ok := ctx.Deadline(); ok {
			flushed <- struct{}{}
		}
		<-block
	})
	Flush()
	close(block)
	<-flushed
	rt.SetFlush(func(context.Context) { panic("stays inside") })
	Flush()
	rt.SetFlush(func(context.Context) {})
}

func FuzzEvents(f *testing.F) {
	f.Add([]byte(`{"Records":[{"Sns":{}},{}],"headers":{"a":"b"}}`))
	f.Add([]byte(`{"requestContext":{"http":{"method":"GET"}},"routeKey":" "}`))
	f.Fuzz(func(t *testing.T, payload []byte) {
		e := readEvent(payload)
		e.parent(context.Background())
		e.attributes()
		e.kind()
		e.status(bytes.NewBuffer(payload))
	})
}
