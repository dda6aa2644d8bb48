package otlp

import (
	"encoding/binary"

	"github.com/gots-dev/gots/aspects/bootstrap/otlp/wire"
	"github.com/gots-dev/gots/aspects/rt/meter"
)

// AppendMetric appends a metric as a field of ScopeMetrics.
func AppendMetric(b []byte, m *meter.Metric) []byte {
	b, outer := wire.OpenLong(wire.AppendTag(b, recordsField, wire.Bytes))
	b = wire.AppendText(b, 1, m.Name)
	b = wire.AppendText(b, 2, m.Text)
	b = wire.AppendText(b, 3, m.Unit)
	form := [...]int{meter.FormGauge: 5, meter.FormSum: 7, meter.FormHistogram: 9, meter.FormExponential: 10}[m.Form]
	b, at := wire.OpenLong(wire.AppendTag(b, form, wire.Bytes))
	for i := range m.Points {
		p := &m.Points[i]
		switch m.Form {
		case meter.FormHistogram:
			b = appendHistogram(b, m, p)
		case meter.FormExponential:
			b = appendExponential(b, p)
		default:
			b = appendNumber(b, m, p)
		}
	}
	if m.Form != meter.FormGauge {
		b = wire.AppendVarint(b, 2, temporalities[m.Temporality])
	}
	if m.Form == meter.FormSum && m.Monotonic {
		b = wire.AppendVarint(b, 3, 1)
	}
	b = wire.CloseLong(b, at)
	return wire.CloseLong(b, outer)
}

var temporalities = [...]uint64{meter.Cumulative: 2, meter.Delta: 1, meter.LowMemory: 2}

const pointsField = 1

func appendTimes(b []byte, p *meter.Point) []byte {
	b = wire.AppendTime(b, 2, p.Start)
	return wire.AppendTime(b, 3, p.Time)
}

// appendNumber writes a NumberDataPoint.
func appendNumber(b []byte, m *meter.Metric, p *meter.Point) []byte {
	b, at := wire.OpenLong(wire.AppendTag(b, pointsField, wire.Bytes))
	b = appendTimes(b, p)
	b = appendEither(b, m.Float, p.Float, p.Int)
	b = appendExemplars(b, 5, m.Float, p.Exemplars)
	b = appendAttributes(b, 7, p.Attrs)
	return wire.CloseLong(b, at)
}

// appendEither writes as_double or as_int.
func appendEither(b []byte, isFloat bool, f float64, n int64) []byte {
	if isFloat {
		return wire.AppendDouble(b, 4, f)
	}
	return binary.LittleEndian.AppendUint64(wire.AppendTag(b, 6, wire.Fixed64), uint64(n))
}

// appendExemplars writes those of a point. The value has other numbers than in the point.
func appendExemplars(b []byte, field int, isFloat bool, list []meter.Exemplar) []byte {
	for i := range list {
		e := &list[i]
		var at int
		b, at = wire.Open(wire.AppendTag(b, field, wire.Bytes))
		b = wire.AppendTime(b, 2, e.Time)
		if isFloat {
			b = wire.AppendDouble(b, 3, e.Float)
		} else {
			b = appendEither(b, false, 0, e.Int)
		}
		b = appendSpanID(b, 4, &e.Span)
		b = appendTraceID(b, 5, &e.Trace)
		b = appendAttributes(b, 7, e.Filtered)
		b = wire.Close(b, at)
	}
	return b
}

// appendHistogram writes a HistogramDataPoint.
func appendHistogram(b []byte, m *meter.Metric, p *meter.Point) []byte {
	b, at := wire.OpenLong(wire.AppendTag(b, pointsField, wire.Bytes))
	b = appendTimes(b, p)
	b = wire.AppendFixed64(b, 4, p.Count)
	if p.HasSum {
		b = wire.AppendDouble(b, 5, p.Sum)
	}
	if len(p.Buckets) > 0 {
		b = binary.AppendUvarint(wire.AppendTag(b, 6, wire.Bytes), uint64(8*len(p.Buckets)))
		for _, n := range p.Buckets {
			b = binary.LittleEndian.AppendUint64(b, n)
		}
	}
	b = appendPackedDoubles(b, 7, m.Bounds)
	b = appendExemplars(b, 8, true, p.Exemplars)
	b = appendAttributes(b, 9, p.Attrs)
	if p.HasMinMax {
		b = wire.AppendDouble(wire.AppendDouble(b, 11, p.Min), 12, p.Max)
	}
	return wire.CloseLong(b, at)
}

// appendExponential writes an ExponentialHistogramDataPoint.
func appendExponential(b []byte, p *meter.Point) []byte {
	b, at := wire.OpenLong(wire.AppendTag(b, pointsField, wire.Bytes))
	b = appendAttributes(b, 1, p.Attrs)
	b = appendTimes(b, p)
	b = wire.AppendFixed64(b, 4, p.Count)
	if p.HasSum {
		b = wire.AppendDouble(b, 5, p.Sum)
	}
	b = wire.AppendVarint(b, 6, zigzag(p.Scale))
	b = wire.AppendFixed64(b, 7, p.Zero)
	b = appendBuckets(b, 8, &p.Positive)
	b = appendBuckets(b, 9, &p.Negative)
	b = appendExemplars(b, 11, true, p.Exemplars)
	if p.HasMinMax {
		b = wire.AppendDouble(wire.AppendDouble(b, 12, p.Min), 13, p.Max)
	}
	return wire.CloseLong(b, at)
}

func appendBuckets(b []byte, field int, buckets *meter.Buckets) []byte {
	b, at := wire.Open(wire.AppendTag(b, field, wire.Bytes))
	b = wire.AppendVarint(b, 1, zigzag(buckets.Offset))
	if len(buckets.Counts) > 0 {
		var inner int
		b, inner = wire.Open(wire.AppendTag(b, 2, wire.Bytes))
		for _, n := range buckets.Counts {
			b = binary.AppendUvarint(b, n)
		}
		b = wire.Close(b, inner)
	}
	return wire.Close(b, at)
}

// zigzag is how sint32 is written.
func zigzag(n int32) uint64 { return uint64(uint32(n<<1) ^ uint32(n>>31)) }
