package otlp

import "github.com/gots-dev/gots/aspects/rt"

// form says how the value of a field is written in JSON (https://protobuf.dev/programming-guides/json/, and for ids and enumerations
// docs/specification.md#json-protobuf-encoding of opentelemetry-proto).
type form uint8

const (
	asText    form = iota
	asMessage      // of field.of
	asBool
	asNumber // up to 32 bits, enumerations too
	asZigzag // sint32
	asSigned // 64 bits, a text in JSON
	asUnsigned
	asDouble
	asHex    // trace and span ids
	asBase64 // other bytes
)

// field of a message. many is for those that may occur more than once; wire is how a packed list of numbers is read.
type field struct {
	tag  int
	name string
	form form
	many bool
	wire int
	of   *schema
}

// schema lists the fields of a message, in the order in which JSON has them.
type schema struct{ fields []field }

// requests are the messages Export*ServiceRequest (opentelemetry/proto/collector/*/v1, version 1.11).
var requests = map[rt.Signal]*schema{
	rt.Traces:  request("resourceSpans", "scopeSpans", "spans", &spanSchema),
	rt.Metrics: request("resourceMetrics", "scopeMetrics", "metrics", &metricSchema),
	rt.Logs:    request("resourceLogs", "scopeLogs", "logRecords", &logSchema),
}

func request(resources, scopes, records string, of *schema) *schema {
	scoped := &schema{[]field{
		{tag: 1, name: "scope", form: asMessage, of: &scopeSchema}, {tag: 2, name: records, form: asMessage, many: true, of: of},
		{tag: 3, name: "schemaUrl"},
	}}
	resource := &schema{[]field{
		{tag: 1, name: "resource", form: asMessage, of: &resourceSchema}, {tag: 2, name: scopes, form: asMessage, many: true, of: scoped},
		{tag: 3, name: "schemaUrl"},
	}}
	return &schema{[]field{{tag: 1, name: resources, form: asMessage, many: true, of: resource}}}
}

func attributes(tag int, name string) field {
	return field{tag: tag, name: name, form: asMessage, many: true, of: &keyValueSchema}
}

var (
	resourceSchema = schema{[]field{attributes(1, "attributes"), {tag: 2, name: "droppedAttributesCount", form: asNumber}}}
	scopeSchema    = schema{[]field{
		{tag: 1, name: "name"}, {tag: 2, name: "version"}, attributes(3, "attributes"), {tag: 4, name: "droppedAttributesCount", form: asNumber},
	}}
	keyValueSchema = schema{[]field{{tag: 1, name: "key"}, {tag: 2, name: "value", form: asMessage, of: &valueSchema}}}
	valueSchema    schema // refers to itself
)

func init() {
	valueSchema.fields = []field{
		{tag: 1, name: "stringValue"}, {tag: 2, name: "boolValue", form: asBool}, {tag: 3, name: "intValue", form: asSigned},
		{tag: 4, name: "doubleValue", form: asDouble},
		{tag: 5, name: "arrayValue", form: asMessage, of: &schema{[]field{{tag: 1, name: "values", form: asMessage, many: true, of: &valueSchema}}}},
		{tag: 6, name: "kvlistValue", form: asMessage, of: &schema{[]field{attributes(1, "values")}}},
		{tag: 7, name: "bytesValue", form: asBase64},
	}
}

var (
	spanSchema = schema{[]field{
		{tag: 1, name: "traceId", form: asHex}, {tag: 2, name: "spanId", form: asHex}, {tag: 3, name: "traceState"},
		{tag: 4, name: "parentSpanId", form: asHex}, {tag: 16, name: "flags", form: asNumber}, {tag: 5, name: "name"},
		{tag: 6, name: "kind", form: asNumber}, {tag: 7, name: "startTimeUnixNano", form: asUnsigned},
		{tag: 8, name: "endTimeUnixNano", form: asUnsigned}, attributes(9, "attributes"), {tag: 10, name: "droppedAttributesCount", form: asNumber},
		{tag: 11, name: "events", form: asMessage, many: true, of: &schema{[]field{
			{tag: 1, name: "timeUnixNano", form: asUnsigned}, {tag: 2, name: "name"}, attributes(3, "attributes"),
			{tag: 4, name: "droppedAttributesCount", form: asNumber},
		}}},
		{tag: 12, name: "droppedEventsCount", form: asNumber},
		{tag: 13, name: "links", form: asMessage, many: true, of: &schema{[]field{
			{tag: 1, name: "traceId", form: asHex}, {tag: 2, name: "spanId", form: asHex}, {tag: 3, name: "traceState"},
			attributes(4, "attributes"), {tag: 5, name: "droppedAttributesCount", form: asNumber}, {tag: 6, name: "flags", form: asNumber},
		}}},
		{tag: 14, name: "droppedLinksCount", form: asNumber},
		{tag: 15, name: "status", form: asMessage, of: &schema{[]field{{tag: 2, name: "message"}, {tag: 3, name: "code", form: asNumber}}}},
	}}

	logSchema = schema{[]field{
		{tag: 1, name: "timeUnixNano", form: asUnsigned}, {tag: 11, name: "observedTimeUnixNano", form: asUnsigned},
		{tag: 2, name: "severityNumber", form: asNumber}, {tag: 3, name: "severityText"}, {tag: 12, name: "eventName"},
		{tag: 5, name: "body", form: asMessage, of: &valueSchema}, attributes(6, "attributes"),
		{tag: 7, name: "droppedAttributesCount", form: asNumber}, {tag: 8, name: "flags", form: asNumber},
		{tag: 9, name: "traceId", form: asHex}, {tag: 10, name: "spanId", form: asHex},
	}}

	metricSchema = schema{[]field{
		{tag: 1, name: "name"}, {tag: 2, name: "description"}, {tag: 3, name: "unit"},
		{tag: 5, name: "gauge", form: asMessage, of: points(&numberSchema)},
		{tag: 7, name: "sum", form: asMessage, of: points(&numberSchema, temporality, field{tag: 3, name: "isMonotonic", form: asBool})},
		{tag: 9, name: "histogram", form: asMessage, of: points(&histogramSchema, temporality)},
		{tag: 10, name: "exponentialHistogram", form: asMessage, of: points(&exponentialSchema, temporality)},
		attributes(12, "metadata"),
	}}

	temporality = field{tag: 2, name: "aggregationTemporality", form: asNumber}

	numberSchema = schema{[]field{
		attributes(7, "attributes"), {tag: 2, name: "startTimeUnixNano", form: asUnsigned}, {tag: 3, name: "timeUnixNano", form: asUnsigned},
		{tag: 4, name: "asDouble", form: asDouble}, {tag: 6, name: "asInt", form: asSigned}, exemplars(5), {tag: 8, name: "flags", form: asNumber},
	}}

	histogramSchema = schema{[]field{
		attributes(9, "attributes"), {tag: 2, name: "startTimeUnixNano", form: asUnsigned}, {tag: 3, name: "timeUnixNano", form: asUnsigned},
		{tag: 4, name: "count", form: asUnsigned}, {tag: 5, name: "sum", form: asDouble},
		{tag: 6, name: "bucketCounts", form: asUnsigned, many: true, wire: 1}, {tag: 7, name: "explicitBounds", form: asDouble, many: true, wire: 1},
		exemplars(8), {tag: 10, name: "flags", form: asNumber}, {tag: 11, name: "min", form: asDouble}, {tag: 12, name: "max", form: asDouble},
	}}

	bucketsSchema = schema{[]field{
		{tag: 1, name: "offset", form: asZigzag}, {tag: 2, name: "bucketCounts", form: asUnsigned, many: true},
	}}

	exponentialSchema = schema{[]field{
		attributes(1, "attributes"), {tag: 2, name: "startTimeUnixNano", form: asUnsigned}, {tag: 3, name: "timeUnixNano", form: asUnsigned},
		{tag: 4, name: "count", form: asUnsigned}, {tag: 5, name: "sum", form: asDouble}, {tag: 6, name: "scale", form: asZigzag},
		{tag: 7, name: "zeroCount", form: asUnsigned}, {tag: 8, name: "positive", form: asMessage, of: &bucketsSchema},
		{tag: 9, name: "negative", form: asMessage, of: &bucketsSchema}, {tag: 10, name: "flags", form: asNumber}, exemplars(11),
		{tag: 12, name: "min", form: asDouble}, {tag: 13, name: "max", form: asDouble}, {tag: 14, name: "zeroThreshold", form: asDouble},
	}}
)

func points(of *schema, more ...field) *schema {
	return &schema{append([]field{{tag: 1, name: "dataPoints", form: asMessage, many: true, of: of}}, more...)}
}

func exemplars(tag int) field {
	return field{tag: tag, name: "exemplars", form: asMessage, many: true, of: &schema{[]field{
		attributes(7, "filteredAttributes"), {tag: 2, name: "timeUnixNano", form: asUnsigned}, {tag: 3, name: "asDouble", form: asDouble},
		{tag: 6, name: "asInt", form: asSigned}, {tag: 4, name: "spanId", form: asHex}, {tag: 5, name: "traceId", form: asHex},
	}}}
}
