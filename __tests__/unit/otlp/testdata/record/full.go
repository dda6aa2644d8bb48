package main

import (
	"math"

	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/pmetric"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

var (
	traceID = pcommon.TraceID{0xff, 0xee, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}
	spanID  = pcommon.SpanID{0xfe, 2, 3, 4, 5, 6, 7, 8}
)

// fill sets attributes of every type, with the values at the ends of their ranges.
func fill(m pcommon.Map) {
	m.PutStr("text", "größe \u2028 😀")
	m.PutStr("empty", "")
	m.PutBool("yes", true)
	m.PutBool("no", false)
	m.PutInt("least", math.MinInt64)
	m.PutInt("most", math.MaxInt64)
	m.PutInt("zero", 0)
	m.PutDouble("half", 0.5)
	m.PutDouble("tiny", 5e-324)
	m.PutDouble("huge", math.Inf(-1))
	m.PutDouble("none", math.NaN())
	m.PutEmptyBytes("bytes").FromRaw([]byte{0, 1, 254, 255})
	m.PutEmpty("nothing")
	inner := m.PutEmptyMap("map")
	inner.PutStr("__proto__", "a name like others")
	list := inner.PutEmptySlice("list")
	list.AppendEmpty().SetInt(1)
	list.AppendEmpty()
	list.AppendEmpty().SetEmptyMap().PutStr("deep", "er")
}

func fillResource(r pcommon.Resource) {
	fill(r.Attributes())
	r.SetDroppedAttributesCount(math.MaxUint32)
}

func fillScope(s pcommon.InstrumentationScope) {
	s.SetName("example.com/scope")
	s.SetVersion("v1.0.0")
	fill(s.Attributes())
	s.SetDroppedAttributesCount(1)
}

func fullTraces() ptrace.Traces {
	traces := ptrace.NewTraces()
	group := traces.ResourceSpans().AppendEmpty()
	group.SetSchemaUrl("https://opentelemetry.io/schemas/1.43.0")
	fillResource(group.Resource())
	scope := group.ScopeSpans().AppendEmpty()
	scope.SetSchemaUrl("https://opentelemetry.io/schemas/1.42.0")
	fillScope(scope.Scope())
	for kind := ptrace.SpanKindUnspecified; kind <= ptrace.SpanKindConsumer; kind++ {
		span := scope.Spans().AppendEmpty()
		span.SetTraceID(traceID)
		span.SetSpanID(spanID)
		span.SetParentSpanID(spanID)
		span.TraceState().FromRaw("a=1,b=2")
		span.SetFlags(0x301)
		span.SetName("span")
		span.SetKind(kind)
		span.SetStartTimestamp(1)
		span.SetEndTimestamp(math.MaxUint64)
		fill(span.Attributes())
		span.SetDroppedAttributesCount(2)
		span.SetDroppedEventsCount(3)
		span.SetDroppedLinksCount(4)
		span.Status().SetCode(ptrace.StatusCode(int32(kind) % 3))
		span.Status().SetMessage("because")
		event := span.Events().AppendEmpty()
		event.SetName("exception")
		event.SetTimestamp(2)
		event.SetDroppedAttributesCount(5)
		fill(event.Attributes())
		link := span.Links().AppendEmpty()
		link.SetTraceID(traceID)
		link.SetSpanID(spanID)
		link.TraceState().FromRaw("c=3")
		link.SetFlags(0x101)
		link.SetDroppedAttributesCount(6)
		fill(link.Attributes())
	}
	scope.Spans().AppendEmpty() // a span that says nothing
	return traces
}

func fullLogs() plog.Logs {
	logs := plog.NewLogs()
	group := logs.ResourceLogs().AppendEmpty()
	group.SetSchemaUrl("https://opentelemetry.io/schemas/1.43.0")
	fillResource(group.Resource())
	scope := group.ScopeLogs().AppendEmpty()
	fillScope(scope.Scope())
	record := scope.LogRecords().AppendEmpty()
	record.SetTimestamp(3)
	record.SetObservedTimestamp(4)
	record.SetSeverityNumber(plog.SeverityNumberFatal4)
	record.SetSeverityText("FATAL4")
	record.SetEventName("event")
	record.SetFlags(plog.DefaultLogRecordFlags.WithIsSampled(true))
	record.SetDroppedAttributesCount(7)
	record.SetTraceID(traceID)
	record.SetSpanID(spanID)
	fill(record.Attributes())
	fill(record.Body().SetEmptyMap())
	scope.LogRecords().AppendEmpty()
	return logs
}

func fullMetrics() pmetric.Metrics {
	metrics := pmetric.NewMetrics()
	group := metrics.ResourceMetrics().AppendEmpty()
	fillResource(group.Resource())
	scope := group.ScopeMetrics().AppendEmpty()
	fillScope(scope.Scope())
	next := func(name string) pmetric.Metric {
		m := scope.Metrics().AppendEmpty()
		m.SetName(name)
		m.SetDescription("what " + name + " is")
		m.SetUnit("s")
		fill(m.Metadata())
		return m
	}

	numbers := func(points pmetric.NumberDataPointSlice) {
		for _, set := range []func(pmetric.NumberDataPoint){
			func(p pmetric.NumberDataPoint) { p.SetIntValue(math.MinInt64) },
			func(p pmetric.NumberDataPoint) { p.SetDoubleValue(math.Inf(1)) },
			func(p pmetric.NumberDataPoint) { p.SetFlags(pmetric.DefaultDataPointFlags.WithNoRecordedValue(true)) },
		} {
			p := points.AppendEmpty()
			fill(p.Attributes())
			p.SetStartTimestamp(5)
			p.SetTimestamp(6)
			set(p)
			fillExemplars(p.Exemplars())
		}
	}
	numbers(next("gauge").SetEmptyGauge().DataPoints())
	sum := next("sum").SetEmptySum()
	sum.SetIsMonotonic(true)
	sum.SetAggregationTemporality(pmetric.AggregationTemporalityDelta)
	numbers(sum.DataPoints())

	histogram := next("histogram").SetEmptyHistogram()
	histogram.SetAggregationTemporality(pmetric.AggregationTemporalityCumulative)
	h := histogram.DataPoints().AppendEmpty()
	fill(h.Attributes())
	h.SetStartTimestamp(7)
	h.SetTimestamp(8)
	h.SetCount(math.MaxUint64)
	h.SetSum(-2.5)
	h.SetMin(-3)
	h.SetMax(0)
	h.BucketCounts().FromRaw([]uint64{0, 1, 300, math.MaxUint64})
	h.ExplicitBounds().FromRaw([]float64{-1, 0, 0.1})
	h.SetFlags(1)
	fillExemplars(h.Exemplars())
	histogram.DataPoints().AppendEmpty()

	exponential := next("exponential").SetEmptyExponentialHistogram()
	exponential.SetAggregationTemporality(pmetric.AggregationTemporalityDelta)
	e := exponential.DataPoints().AppendEmpty()
	fill(e.Attributes())
	e.SetStartTimestamp(9)
	e.SetTimestamp(10)
	e.SetCount(9)
	e.SetSum(12)
	e.SetMin(0)
	e.SetMax(8)
	e.SetScale(-11)
	e.SetZeroCount(2)
	e.SetZeroThreshold(1e-9)
	e.Positive().SetOffset(math.MinInt32)
	e.Positive().BucketCounts().FromRaw([]uint64{1, 0, math.MaxUint64})
	e.Negative().SetOffset(math.MaxInt32)
	e.Negative().BucketCounts().FromRaw([]uint64{128})
	fillExemplars(e.Exemplars())

	s := next("summary").SetEmptySummary().DataPoints().AppendEmpty()
	fill(s.Attributes())
	s.SetStartTimestamp(11)
	s.SetTimestamp(12)
	s.SetCount(3)
	s.SetSum(4.5)
	quantile := s.QuantileValues().AppendEmpty()
	quantile.SetQuantile(0.99)
	quantile.SetValue(math.NaN())
	next("empty")
	return metrics
}

func fillExemplars(exemplars pmetric.ExemplarSlice) {
	e := exemplars.AppendEmpty()
	fill(e.FilteredAttributes())
	e.SetTimestamp(13)
	e.SetIntValue(-14)
	e.SetTraceID(traceID)
	e.SetSpanID(spanID)
	exemplars.AppendEmpty().SetDoubleValue(0)
}
