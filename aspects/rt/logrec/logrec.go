// Package logrec has the log record that hooks make of what a program logs.
package logrec

import (
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/ids"
)

// Severity is a severity number of OpenTelemetry's log data model: 1 (TRACE) to 24 (FATAL4); 0 is unspecified.
type Severity uint8

// The first number of each range.
const (
	Trace Severity = 1
	Debug Severity = 5
	Info  Severity = 9
	Warn  Severity = 13
	Error Severity = 17
	Fatal Severity = 21
)

// Record is a log record. It belongs to the caller of Sink.Log again when Log returns; what is kept must be copied. The texts of Body and
// Attrs share memory with what the program logged.
type Record struct {
	Scope    *attr.Scope
	Time     int64 // when it happened, in nanoseconds since 1970; 0 if unknown
	Observed int64 // when the core saw it
	Severity Severity
	// SeverityText is the level as the program wrote it.
	SeverityText string
	EventName    string
	Body         attr.Value // its key's name counts for nothing
	Attrs        []attr.Value
	Trace        ids.TraceID // zero without a span
	Span         ids.SpanID
	Flags        ids.Flags
	Dropped      uint32 // attributes left out because of limits
}
