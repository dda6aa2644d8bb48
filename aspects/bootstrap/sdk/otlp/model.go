// Package otlp exports spans in the OpenTelemetry protocol: protobuf over HTTP, or JSON, a line an export. It is written out here, some
// hundred lines, because the project's own exporter requires grpc and with it would raise the versions that programs use.
package otlp

import (
	"reflect"
	"strconv"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"
)

// The messages of opentelemetry/proto (trace/v1, common/v1, resource/v1; version 1), in the names of their JSON form. Numbers of 64
// bits are texts there.
type (
	request struct {
		ResourceSpans []resourceSpans `json:"resourceSpans"`
	}
	resourceSpans struct {
		Resource   resource     `json:"resource"`
		ScopeSpans []scopeSpans `json:"scopeSpans"`
		SchemaURL  string       `json:"schemaUrl,omitempty"`
	}
	resource struct {
		Attributes []keyValue `json:"attributes,omitempty"`
	}
	scopeSpans struct {
		Scope     scope  `json:"scope"`
		Spans     []span `json:"spans"`
		SchemaURL string `json:"schemaUrl,omitempty"`
	}
	scope struct {
		Name       string     `json:"name"`
		Version    string     `json:"version,omitempty"`
		Attributes []keyValue `json:"attributes,omitempty"`
	}
	span struct {
		TraceID           string     `json:"traceId"`
		SpanID            string     `json:"spanId"`
		TraceState        string     `json:"traceState,omitempty"`
		ParentSpanID      string     `json:"parentSpanId,omitempty"`
		Flags             uint32     `json:"flags,omitempty"`
		Name              string     `json:"name"`
		Kind              int        `json:"kind"`
		Start             uint64     `json:"startTimeUnixNano,string"`
		End               uint64     `json:"endTimeUnixNano,string"`
		Attributes        []keyValue `json:"attributes,omitempty"`
		DroppedAttributes int        `json:"droppedAttributesCount,omitempty"`
		Events            []event    `json:"events,omitempty"`
		DroppedEvents     int        `json:"droppedEventsCount,omitempty"`
		Links             []link     `json:"links,omitempty"`
		DroppedLinks      int        `json:"droppedLinksCount,omitempty"`
		Status            status     `json:"status"`
	}
	event struct {
		Time              uint64     `json:"timeUnixNano,string"`
		Name              string     `json:"name"`
		Attributes        []keyValue `json:"attributes,omitempty"`
		DroppedAttributes int        `json:"droppedAttributesCount,omitempty"`
	}
	link struct {
		TraceID           string     `json:"traceId"`
		SpanID            string     `json:"spanId"`
		TraceState        string     `json:"traceState,omitempty"`
		Attributes        []keyValue `json:"attributes,omitempty"`
		DroppedAttributes int        `json:"droppedAttributesCount,omitempty"`
		Flags             uint32     `json:"flags,omitempty"`
	}
	status struct {
		Message string `json:"message,omitempty"`
		Code    int    `json:"code,omitempty"`
	}
	keyValue struct {
		Key   string `json:"key"`
		Value value  `json:"value"`
	}
	// value holds one of its fields; none is a value that was not set.
	value struct {
		String *string     `json:"stringValue,omitempty"`
		Bool   *bool       `json:"boolValue,omitempty"`
		Int    *int64      `json:"intValue,string,omitempty"`
		Double *double     `json:"doubleValue,omitempty"`
		Array  *arrayValue `json:"arrayValue,omitempty"`
	}
	arrayValue struct {
		Values []value `json:"values"`
	}
	double float64
)

// Bits of flags beside the W3C ones: whether the parent or linked span is known to be remote, and whether it is.
const (
	flagHasIsRemote = 0x100
	flagIsRemote    = 0x200
)

// newRequest groups spans by resource and scope, each in the order of its first span.
func newRequest(spans []sdktrace.ReadOnlySpan) request {
	type scopeKey struct {
		name, version, schema string
		attributes            attribute.Distinct
	}
	type group struct {
		index  int
		scopes map[scopeKey]int
	}
	groups := map[attribute.Distinct]*group{}
	var out request
	for _, s := range spans {
		res, sc := s.Resource(), s.InstrumentationScope()
		g := groups[res.Equivalent()]
		if g == nil {
			g = &group{len(out.ResourceSpans), map[scopeKey]int{}}
			groups[res.Equivalent()] = g
			out.ResourceSpans = append(out.ResourceSpans, resourceSpans{
				Resource: resource{keyValues(res.Attributes())}, SchemaURL: res.SchemaURL(),
			})
		}
		rs := &out.ResourceSpans[g.index]
		attrs := scopeAttributes(sc)
		key := scopeKey{sc.Name, sc.Version, sc.SchemaURL, attrs.Equivalent()}
		n, ok := g.scopes[key]
		if !ok {
			n = len(rs.ScopeSpans)
			g.scopes[key] = n
			rs.ScopeSpans = append(rs.ScopeSpans, scopeSpans{
				Scope: scope{sc.Name, sc.Version, keyValues(attrs.ToSlice())}, SchemaURL: sc.SchemaURL,
			})
		}
		rs.ScopeSpans[n].Spans = append(rs.ScopeSpans[n].Spans, newSpan(s))
	}
	return out
}

// scopeAttributes gives the attributes of an instrumentation scope, which older SDKs do not have.
func scopeAttributes(scope any) attribute.Set {
	field := reflect.ValueOf(scope).FieldByName("Attributes")
	if !field.IsValid() {
		return attribute.Set{}
	}
	set, _ := field.Interface().(attribute.Set)
	return set
}

func newSpan(s sdktrace.ReadOnlySpan) span {
	self, parent := s.SpanContext(), s.Parent()
	out := span{
		TraceID:           self.TraceID().String(),
		SpanID:            self.SpanID().String(),
		TraceState:        self.TraceState().String(),
		Flags:             flags(self.TraceFlags(), parent.IsRemote()),
		Name:              s.Name(),
		Kind:              int(s.SpanKind()), // the numbers agree
		Start:             uint64(s.StartTime().UnixNano()),
		End:               uint64(s.EndTime().UnixNano()),
		Attributes:        keyValues(s.Attributes()),
		DroppedAttributes: s.DroppedAttributes(),
		DroppedEvents:     s.DroppedEvents(),
		DroppedLinks:      s.DroppedLinks(),
		Status:            newStatus(s.Status()),
	}
	if parent.HasSpanID() {
		out.ParentSpanID = parent.SpanID().String()
	}
	for _, e := range s.Events() {
		out.Events = append(out.Events, event{uint64(e.Time.UnixNano()), e.Name, keyValues(e.Attributes), e.DroppedAttributeCount})
	}
	for _, l := range s.Links() {
		to := l.SpanContext
		out.Links = append(out.Links, link{
			to.TraceID().String(), to.SpanID().String(), to.TraceState().String(),
			keyValues(l.Attributes), l.DroppedAttributeCount, flags(to.TraceFlags(), to.IsRemote()),
		})
	}
	return out
}

func flags(own trace.TraceFlags, remote bool) uint32 {
	if remote {
		return uint32(own) | flagHasIsRemote | flagIsRemote
	}
	return uint32(own) | flagHasIsRemote
}

// newStatus swaps the numbers: the API has error 1 and ok 2, the protocol the other way round.
func newStatus(s sdktrace.Status) status {
	switch s.Code {
	case codes.Ok:
		return status{Code: 1}
	case codes.Error:
		return status{Code: 2, Message: s.Description}
	}
	return status{}
}

func keyValues(attrs []attribute.KeyValue) []keyValue {
	out := make([]keyValue, 0, len(attrs))
	for _, kv := range attrs {
		out = append(out, keyValue{string(kv.Key), newValue(kv.Value)})
	}
	return out
}

func newValue(v attribute.Value) value {
	switch v.Type() {
	case attribute.BOOL:
		return boolValue(v.AsBool())
	case attribute.INT64:
		return intValue(v.AsInt64())
	case attribute.FLOAT64:
		return doubleValue(v.AsFloat64())
	case attribute.STRING:
		return stringValue(v.AsString())
	case attribute.BOOLSLICE:
		return sliceValue(v.AsBoolSlice(), boolValue)
	case attribute.INT64SLICE:
		return sliceValue(v.AsInt64Slice(), intValue)
	case attribute.FLOAT64SLICE:
		return sliceValue(v.AsFloat64Slice(), doubleValue)
	case attribute.STRINGSLICE:
		return sliceValue(v.AsStringSlice(), stringValue)
	}
	return stringValue(v.Emit()) // a type that a later version of the API adds
}

func boolValue(b bool) value      { return value{Bool: &b} }
func intValue(n int64) value      { return value{Int: &n} }
func stringValue(s string) value  { return value{String: &s} }
func doubleValue(f float64) value { d := double(f); return value{Double: &d} }

func sliceValue[T any](items []T, one func(T) value) value {
	out := arrayValue{Values: make([]value, 0, len(items))}
	for _, item := range items {
		out.Values = append(out.Values, one(item))
	}
	return value{Array: &out}
}

// MarshalJSON writes what JSON has no numbers for as protobuf's JSON form does.
func (d double) MarshalJSON() ([]byte, error) {
	switch f := float64(d); {
	case f != f:
		return []byte(`"NaN"`), nil
	case f-f != 0 && f > 0:
		return []byte(`"Infinity"`), nil
	case f-f != 0:
		return []byte(`"-Infinity"`), nil
	default:
		return strconv.AppendFloat(nil, f, 'g', -1, 64), nil
	}
}
