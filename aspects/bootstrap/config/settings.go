// Package config turns the environment into Settings. It is pure: it asks the two functions that it is given, and nothing else.
//
// A value is trimmed, an empty one counts as unset, names in lists and enumerations may be in any case
// (opentelemetry-specification/specification/configuration/sdk-environment-variables.md). A bad value gives one Problem, and the
// default is used.
package config

import "time"

// Settings is all that can be configured, with its defaults filled in.
type Settings struct {
	// Disabled says that nothing is recorded; propagators stay as they are set (OTEL_SDK_DISABLED).
	Disabled bool
	// Traces, Metrics and Logs list the exporters of each signal; an empty list means that the signal is off.
	Traces, Metrics, Logs []Exporter
	// Sampler decides on each span that starts, unless one of Routes does.
	Sampler Sampler
	// Routes sample requests by path, the first that matches.
	Routes []Route
	// SpanLimits and LogLimits bound a record.
	SpanLimits, LogLimits Limits
	// Propagators are names out of tracecontext, baggage, b3, b3multi, jaeger and xray, without repetitions; empty for none.
	Propagators []string
	// ServiceName is the configured service.name, "" for none.
	ServiceName string
	// Resource are the configured attributes of the resource, service.name included where one is configured.
	Resource []Attribute
	// Detectors are the resource detectors that run.
	Detectors []string
	// Detected are the attributes that they may tell.
	Detected Selection
	// Noise says what is not recorded.
	Noise Noise
	// Views change metric streams.
	Views []View
	// Exemplars says which measurements may become exemplars.
	Exemplars ExemplarFilter
	// QueueBytes is the Bytes of each batch.
	QueueBytes int
	// LogLevel bounds the lines that telemetry itself writes to standard error.
	LogLevel Level
	// ExitTimeout is how long the end of the program may wait for the last export.
	ExitTimeout time.Duration
	// GLS says who finds the context that a goroutine carries.
	GLS GLSMode
	// ProfileLabels puts trace ids into the labels of profiles.
	ProfileLabels bool
	// ErrorTexts records the texts of errors and panics.
	ErrorTexts bool
	// LogIDs writes trace ids into lines of package log.
	LogIDs bool
}

// Kind says what an exporter is.
type Kind string

// The exporters.
const (
	OTLP       Kind = "otlp"
	Console    Kind = "console"
	Prometheus Kind = "prometheus" // metrics only
)

// Protocol is a transport of OTLP.
type Protocol string

// The protocols (OTEL_EXPORTER_OTLP_PROTOCOL).
const (
	GRPC     Protocol = "grpc"
	Protobuf Protocol = "http/protobuf"
	JSON     Protocol = "http/json"
)

// Exporter is one place that records of a signal go to.
type Exporter struct {
	Kind Kind
	// Default says that neither the exporter nor its endpoint was asked for.
	Default bool

	// Of OTLP.
	Protocol Protocol
	// URL is complete for HTTP. For grpc it is scheme://host:port, and http means no TLS.
	URL Secret
	// Shown is what messages call the endpoint: scheme, host and port.
	Shown string
	// Implied says that no one asked for this endpoint: it is the default.
	Implied bool
	Headers []Header
	// Timeout bounds one request; 0 is no bound.
	Timeout time.Duration
	Gzip    bool
	TLS     TLS

	// Batch is how records of spans and logs wait.
	Batch Batch
	// Reader is how metrics are collected.
	Reader Reader

	// Host and Port are where Prometheus finds the metrics. It gets neither labels of the scope nor the resource where the next two say so.
	Host                            string
	Port                            int
	WithoutScopeInfo, WithoutTarget bool
	// ResourceLabels are the attributes of the resource that each series for Prometheus has; nil for none.
	ResourceLabels *Selection `json:",omitempty"`
}

// DefaultBatch holds the specification's figures, and how many bytes may wait.
func DefaultBatch(delay time.Duration, bytes int) Batch {
	return Batch{Records: 2048, Bytes: bytes, Size: 512, SizeBytes: batchBytes, Delay: delay, Timeout: 30 * time.Second}
}

// Header is a header of each request; its value is most likely a key.
type Header struct {
	Name  string // canonical
	Value Secret
}

// TLS is empty where the system's defaults are right.
type TLS struct {
	// Authority are the certificates that are trusted, in PEM.
	Authority []byte
	// Certificate and Key are files of the client's own certificate. They are read for each handshake, because they change.
	Certificate, Key string
}

// Batch bounds what waits to be sent, and for how long.
type Batch struct {
	// Simple sends each record when it ends.
	Simple bool
	// Records and Bytes are the most that is held, waiting and being sent.
	Records, Bytes int
	// Size and SizeBytes are the most that is sent at once.
	Size, SizeBytes int
	// Delay is how long a record waits for others; Timeout bounds the sending of a batch, retries included (0: no bound).
	Delay, Timeout time.Duration
}

// SamplerKind names a sampler.
type SamplerKind string

// The samplers.
const (
	SampleAll     SamplerKind = "always_on"
	SampleNone    SamplerKind = "always_off"
	SampleRatio   SamplerKind = "traceidratio"
	SampleParents SamplerKind = "parentbased"
)

// Sampler is a tree: one that is based on parents has a sampler for each sort of parent, nil for the specification's default.
type Sampler struct {
	Kind  SamplerKind
	Ratio float64 // of SampleRatio, 0 to 1

	Root, RemoteSampled, RemoteNotSampled, LocalSampled, LocalNotSampled *Sampler `json:",omitempty"`
}

// Route samples the requests of a server whose path matches.
type Route struct {
	// Path is a pattern: a star stands for any characters, slashes included.
	Path    string
	Sampler Sampler
}

// Limits bound a record. A negative limit is none. Logs have only the first two.
type Limits struct {
	// ValueLength is the most characters of a text.
	ValueLength int
	Attributes  int

	Events, Links, EventAttributes, LinkAttributes int
}

// Noise is what is not recorded.
type Noise struct {
	// Exclude are patterns of paths: a request that matches has no span and no measurement.
	Exclude []string
	// Enabled are the only instrumentations that record, unless it is empty; Disabled do not.
	Enabled, Disabled []string
}

// Level bounds the lines that telemetry itself writes.
type Level int

// The levels (OTEL_LOG_LEVEL).
const (
	Error Level = iota
	Warn
	Info
	Debug
)

// String gives the name that the variable uses.
func (l Level) String() string { return [...]string{"error", "warn", "info", "debug"}[l] }

// GLSMode says who finds the context that a goroutine carries.
type GLSMode string

// The modes (GOTS_GLS).
const (
	GLSOff   GLSMode = "off"
	GLSHooks GLSMode = "hooks"
	GLSFull  GLSMode = "full"
)

// Attribute is one of the resource. Value is a string, bool, int64, float64, or a slice of one of these.
type Attribute struct {
	Name  string
	Value any
}

// Secret is a text that must not be shown: formatting and JSON give REDACTED.
type Secret string

// String hides the text.
func (s Secret) String() string {
	if s == "" {
		return ""
	}
	return "REDACTED"
}

// GoString hides the text.
func (s Secret) GoString() string { return `"` + s.String() + `"` }

// MarshalText hides the text.
func (s Secret) MarshalText() ([]byte, error) { return []byte(s.String()), nil }
