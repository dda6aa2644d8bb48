package lambda

import (
	"encoding/json"
	"strings"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/propagate"
)

// maxPayload is the most bytes of an event that are read: reading costs time in each invocation.
const maxPayload = 64 << 10

// maxRecords bounds the messages whose contexts become links.
const maxRecords = 128

// event is what is read of the events of API Gateway (REST and HTTP), function URLs, load balancers, SQS, SNS, other sources of records, and
// EventBridge. Events of a function's own have none of these fields, or others of the same name.
type event struct {
	Headers           map[string]string   `json:"headers"`
	MultiValueHeaders map[string][]string `json:"multiValueHeaders"`

	Method         string `json:"httpMethod"`
	Path           string `json:"path"`
	Resource       string `json:"resource"`
	RawPath        string `json:"rawPath"`
	RouteKey       string `json:"routeKey"`
	RequestContext struct {
		HTTP struct {
			Method string `json:"method"`
		} `json:"http"`
	} `json:"requestContext"`

	Records []record `json:"Records"`

	Source     string `json:"source"`
	DetailType string `json:"detail-type"`
}

type record struct {
	EventSource       string             `json:"eventSource"` // SNS writes EventSource
	EventSourceARN    string             `json:"eventSourceARN"`
	MessageAttributes map[string]message `json:"messageAttributes"`
	Attributes        struct {
		TraceHeader string `json:"AWSTraceHeader"`
	} `json:"attributes"`
	SNS struct {
		TopicARN          string             `json:"TopicArn"`
		MessageAttributes map[string]message `json:"MessageAttributes"`
	} `json:"Sns"`
}

// message is an attribute of a message, of SQS or of SNS.
type message struct {
	StringValue string `json:"stringValue"`
	Value       string `json:"Value"`
}

// readEvent reads what is known of an event. What has another form counts as absent.
func readEvent(payload []byte) *event {
	e := &event{}
	if len(payload) <= maxPayload {
		_ = json.Unmarshal(payload, e) // fields of other types are left out, the others are read
	}
	return e
}

// request gives method, path and route of an HTTP request; method is "" for other events.
func (e *event) request() (method, path, route string) {
	switch {
	case e.RequestContext.HTTP.Method != "": // HTTP APIs, function URLs
		method, path = e.RequestContext.HTTP.Method, e.RawPath
		if _, pattern, ok := strings.Cut(e.RouteKey, " "); ok { // not $default
			route = pattern
		}
	case e.Method != "" && (e.Path != "" || e.Resource != ""): // REST APIs, load balancers
		method, path, route = e.Method, e.Path, e.Resource
	default:
		return "", "", ""
	}
	if strings.Contains(route, "{proxy+}") {
		route = "" // it stands for everything: the program's own router knows more
	}
	return knownMethod(method), path, route
}

// knownMethod keeps methods that a standard knows; others would make as many names as clients like.
func knownMethod(method string) string {
	switch method {
	case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "CONNECT", "OPTIONS", "TRACE", "QUERY":
		return method
	}
	return "HTTP"
}

// trigger is faas.trigger.
func (e *event) trigger() string {
	if method, _, _ := e.request(); method != "" {
		return "http"
	}
	if len(e.Records) > 0 {
		switch e.Records[0].EventSource {
		case "aws:sqs", "aws:sns":
			return "pubsub"
		case "":
			return "other"
		}
		return "datasource"
	}
	switch {
	case e.Source == "aws.events" && e.DetailType == "Scheduled Event", e.Source == "aws.scheduler":
		return "timer"
	case e.Source != "" && e.DetailType != "":
		return "pubsub"
	}
	return "other"
}

// kind is the kind of the span: semantic conventions, "FaaS", incoming invocations.
func (e *event) kind() rt.Kind {
	switch e.trigger() {
	case "pubsub", "datasource", "timer":
		return rt.Consumer
	}
	return rt.Server
}

var (
	messagingSystem      = attr.Short("messaging.system")
	messagingDestination = attr.Short("messaging.destination.name")
	messagingOperation   = attr.Short("messaging.operation.name")
	messagingType        = attr.Short("messaging.operation.type")
	messagingCount       = attr.Number("messaging.batch.message_count")
)

// attributes are those of the request or of the messages.
func (e *event) attributes() []attr.Value {
	if method, path, _ := e.request(); method != "" {
		if method == "HTTP" {
			method = "_OTHER"
		}
		return []attr.Value{attr.HTTPRequestMethod.String(method), attr.URLPath.String(path), attr.URLScheme.String("https")}
	}
	if e.trigger() != "pubsub" || len(e.Records) == 0 {
		return nil
	}
	first := &e.Records[0]
	system, arn := "aws_sqs", first.EventSourceARN
	if first.EventSource == "aws:sns" {
		system, arn = "aws.sns", first.SNS.TopicARN
	}
	attrs := []attr.Value{messagingSystem.String(system), messagingOperation.String("process"), messagingType.String("process")}
	if at := strings.LastIndexByte(arn, ':'); at >= 0 {
		attrs = append(attrs, messagingDestination.String(arn[at+1:]))
	}
	if len(e.Records) > 1 {
		attrs = append(attrs, messagingCount.Int(len(e.Records)))
	}
	return attrs
}

// carriers are what may hold the contexts that caused the event: one for a request, one for each message.
func (e *event) carriers() []propagate.Carrier {
	if len(e.Headers)+len(e.MultiValueHeaders) > 0 {
		from := propagate.Map{}
		for name, values := range e.MultiValueHeaders {
			from[strings.ToLower(name)] = strings.Join(values, ",")
		}
		for name, value := range e.Headers {
			from[strings.ToLower(name)] = value
		}
		return []propagate.Carrier{from}
	}
	var out []propagate.Carrier
	for i := range e.Records[:min(len(e.Records), maxRecords)] {
		r := &e.Records[i]
		from := propagate.Map{}
		for name, m := range r.MessageAttributes {
			from[strings.ToLower(name)] = m.StringValue
		}
		for name, m := range r.SNS.MessageAttributes {
			from[strings.ToLower(name)] = m.Value
		}
		if r.Attributes.TraceHeader != "" {
			from["x-amzn-trace-id"] = r.Attributes.TraceHeader
		}
		if len(from) > 0 || len(e.Records) > 1 {
			out = append(out, from)
		}
	}
	return out
}
