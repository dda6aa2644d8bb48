package config

import "time"

// Reader is how an exporter of metrics reads them.
type Reader struct {
	// Interval is the time between two collections, Timeout the bound of one with its export (0: no bound).
	Interval, Timeout time.Duration
	Temporality       Temporality
	// Exponential says that histograms without bounds of their own are exponential.
	Exponential bool
	Cardinality Cardinality
}

// Cardinality is the most series of an instrument, for all (Default) and by instrument type; 0 for the default.
type Cardinality struct {
	Default                                                     int
	Counter, Gauge, Histogram, UpDownCounter                    int
	ObservableCounter, ObservableGauge, ObservableUpDownCounter int
}

// DefaultReader holds the specification's figures.
func DefaultReader() Reader {
	return Reader{Interval: time.Minute, Timeout: 30 * time.Second, Temporality: Cumulative}
}

// Temporality of sums and histograms.
type Temporality string

// The temporalities (OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE).
const (
	Cumulative Temporality = "cumulative"
	Delta      Temporality = "delta"
	LowMemory  Temporality = "lowmemory"
)

// ExemplarFilter says which measurements may become exemplars.
type ExemplarFilter string

// The filters (OTEL_METRICS_EXEMPLAR_FILTER).
const (
	TraceBased ExemplarFilter = "trace_based"
	AlwaysOn   ExemplarFilter = "always_on"
	AlwaysOff  ExemplarFilter = "always_off"
)

// Selection chooses names by patterns: those of Included, all where it is nil, without those of Excluded.
type Selection struct{ Included, Excluded []string }

// View changes the streams of the instruments that it selects. An empty selector field selects all.
type View struct {
	Instrument     string // a pattern with * and ?
	InstrumentType string
	Unit           string
	Scope          string
	ScopeVersion   string
	ScopeSchema    string

	Name, Description string // "" keeps them
	Aggregation       Aggregation
	// Included are the attributes that stay, all where it is nil; of these Excluded go. Both are patterns.
	Included, Excluded []string
	// Cardinality is the most series; 0 for the reader's.
	Cardinality int
}

// Aggregation of a view; Kind is "" for the instrument's own.
type Aggregation struct {
	Kind      AggregationKind
	Bounds    []float64 // of Explicit; nil for the instrument's
	MaxSize   int       // of Exponential, 160 by default
	MaxScale  int       // of Exponential, 20 by default
	NoMinMax  bool
	HasBounds bool // says that Bounds are set, though they may be empty
}

// AggregationKind names an aggregation.
type AggregationKind string

// The aggregations.
const (
	Drop        AggregationKind = "drop"
	Explicit    AggregationKind = "explicit_bucket_histogram"
	Exponential AggregationKind = "base2_exponential_bucket_histogram"
	LastValue   AggregationKind = "last_value"
	Sum         AggregationKind = "sum"
)
