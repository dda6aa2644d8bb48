// Package meter records measurements: instruments that hooks measure with, their series, and the readers that collect them. A series is
// found by a comparable key, so that a measurement costs no allocation; its attributes are made once. What the specification's SDK has,
// this has too: views, temporality, explicit and exponential histograms, exemplars, a limit of series with one for the overflow.
package meter

import (
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/ids"
)

// Kind is the kind of an instrument.
type Kind uint8

// The kinds of instruments.
const (
	KindCounter   Kind = iota // a sum that never falls
	KindUpDown                // a sum
	KindGauge                 // the last value
	KindHistogram             // a distribution
	kinds
)

// String names the kind as the specification's configuration does, for synchronous instruments.
func (k Kind) String() string {
	return [...]string{KindCounter: "counter", KindUpDown: "up_down_counter", KindGauge: "gauge", KindHistogram: "histogram"}[k]
}

// Desc describes an instrument.
type Desc struct {
	Name string
	Unit string // in UCUM's notation
	Text string // what is measured, for people
	// Bounds are the upper bounds of a histogram's buckets, ascending; the specification's default ones if nil.
	Bounds []float64
	// Float says that a counter, an up-down counter or a gauge counts in fractions; else in whole numbers.
	Float bool
}

// Temporality says from when on points count.
type Temporality uint8

// The temporalities of points and, for readers, the preferences that OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE may have.
const (
	Cumulative Temporality = iota // from the start
	Delta                         // from the last collection on; up-down counters from the start
	LowMemory                     // counters and histograms delta, what is observed cumulative
)

// Form is the form of a metric's points.
type Form uint8

// The forms of points.
const (
	FormSum Form = iota
	FormGauge
	FormHistogram
	FormExponential
)

// Metric is what a reader collected of one instrument. It is valid until the visitor returns.
type Metric struct {
	Scope            *attr.Scope
	Name, Unit, Text string
	Form             Form
	Temporality      Temporality // Cumulative or Delta; of no account in gauges
	Monotonic        bool        // of a sum: it never falls
	Float            bool        // numbers are in Float, else in Int
	Bounds           []float64   // of histograms
	Points           []Point
}

// Point is one series at the time of a collection.
type Point struct {
	Attrs       []attr.Value // sorted by name, each name once
	Start, Time int64        // nanoseconds since 1970; Start is 0 in gauges

	// Of sums and gauges, as Metric.Float says.
	Int   int64
	Float float64

	// Of histograms.
	Count     uint64
	Sum       float64
	HasSum    bool
	Min, Max  float64
	HasMinMax bool
	Buckets   []uint64 // FormHistogram: one more than Metric.Bounds
	// Of FormExponential: bucket i holds base**i < v <= base**(i+1), base = 2**(2**-Scale).
	Scale              int32
	Zero               uint64
	Positive, Negative Buckets

	Exemplars []Exemplar
}

// Buckets are consecutive buckets of an exponential histogram; Counts[0] is bucket Offset.
type Buckets struct {
	Offset int32
	Counts []uint64
}

// Exemplar is a single measurement of a point.
type Exemplar struct {
	Time  int64 // nanoseconds since 1970
	Int   int64 // as in the point; histograms use Float
	Float float64
	Trace ids.TraceID // zero without a span
	Span  ids.SpanID
	// Filtered are the attributes of the measurement that a view took away from the point.
	Filtered []attr.Value
}
