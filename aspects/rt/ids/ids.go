// Package ids has what tells spans apart and goes from process to process with them: trace and span ids, flags, trace state, baggage.
package ids

import (
	"encoding/binary"
	"encoding/hex"
	"math/rand/v2"
)

// TraceID tells traces apart.
type TraceID [16]byte

// SpanID tells the spans of a trace apart.
type SpanID [8]byte

// Flags are the trace flags of W3C Trace Context.
type Flags uint8

// The flags of W3C Trace Context, level 2.
const (
	Sampled Flags = 1
	Random  Flags = 2
)

// IsValid says whether any byte is set.
func (t TraceID) IsValid() bool { return t != TraceID{} }

// IsValid says whether any byte is set.
func (s SpanID) IsValid() bool { return s != SpanID{} }

// String gives 32 small hexadecimal digits.
func (t TraceID) String() string {
	var text [32]byte
	hex.Encode(text[:], t[:])
	return string(text[:])
}

// String gives 16 small hexadecimal digits.
func (s SpanID) String() string {
	var text [16]byte
	hex.Encode(text[:], s[:])
	return string(text[:])
}

// NewTraceID makes a random id.
func NewTraceID() (t TraceID) {
	for t == (TraceID{}) {
		binary.BigEndian.PutUint64(t[:8], rand.Uint64())
		binary.BigEndian.PutUint64(t[8:], rand.Uint64())
	}
	return t
}

// NewSpanID makes a random id.
func NewSpanID() (s SpanID) {
	for s == (SpanID{}) {
		binary.BigEndian.PutUint64(s[:], rand.Uint64())
	}
	return s
}

// ParseTraceID reads 32 hexadecimal digits; capitals are allowed. ok is false for anything else and for an id of zeros.
func ParseTraceID(text string) (t TraceID, ok bool) {
	return t, decode(t[:], text) && t.IsValid()
}

// ParseSpanID reads 16 hexadecimal digits; capitals are allowed. ok is false for anything else and for an id of zeros.
func ParseSpanID(text string) (s SpanID, ok bool) {
	return s, decode(s[:], text) && s.IsValid()
}

func decode(into []byte, text string) bool {
	if len(text) != 2*len(into) {
		return false
	}
	for i := range into {
		high, low := digit(text[2*i]), digit(text[2*i+1])
		if high > 15 || low > 15 {
			return false
		}
		into[i] = high<<4 | low
	}
	return true
}

func digit(c byte) byte {
	switch {
	case c >= '0' && c <= '9':
		return c - '0'
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10
	case c >= 'A' && c <= 'F':
		return c - 'A' + 10
	}
	return 255
}

// SpanContext is what other processes and log lines know of a span.
type SpanContext struct {
	Trace  TraceID
	Span   SpanID
	Flags  Flags
	Remote bool // it came with a request
	State  State
}

// IsValid says whether both ids are set.
func (c SpanContext) IsValid() bool { return c.Trace.IsValid() && c.Span.IsValid() }

// IsSampled says whether the span is recorded and sent.
func (c SpanContext) IsSampled() bool { return c.Flags&Sampled != 0 }
