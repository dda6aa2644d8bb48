// Package convert turns attributes and ids of OpenTelemetry's API into those of the core, and back.
package convert

import (
	"slices"
	"strings"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/trace"

	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/ids"
)

// Values turns the program's attributes into the core's. They may be as long as the environment allows.
func Values(kvs []attribute.KeyValue) []attr.Value {
	if len(kvs) == 0 {
		return nil
	}
	out := make([]attr.Value, 0, len(kvs))
	for _, kv := range kvs {
		if kv.Valid() {
			out = append(out, Value(kv))
		}
	}
	return out
}

// Value turns one attribute into the core's.
func Value(kv attribute.KeyValue) attr.Value {
	key := attr.Program(string(kv.Key), -1)
	switch v := kv.Value; v.Type() {
	case attribute.BOOL:
		return key.Bool(v.AsBool())
	case attribute.INT64:
		return key.Int64(v.AsInt64())
	case attribute.FLOAT64:
		return key.Float(v.AsFloat64())
	case attribute.STRING:
		return key.String(v.AsString())
	case attribute.BOOLSLICE:
		return key.Bools(v.AsBoolSlice())
	case attribute.INT64SLICE:
		return key.Ints(v.AsInt64Slice())
	case attribute.FLOAT64SLICE:
		return key.Floats(v.AsFloat64Slice())
	case attribute.STRINGSLICE:
		return key.Strings(v.AsStringSlice())
	default: // of a later version
		return key.String(v.Emit())
	}
}

// KeyValues turns the core's attributes into the API's, in memory of their own: who gets them may keep them.
func KeyValues(values []attr.Value) []attribute.KeyValue {
	out := make([]attribute.KeyValue, 0, len(values))
	for _, v := range values {
		if v.Key() != nil {
			out = append(out, keyValue(v))
		}
	}
	return out
}

func keyValue(v attr.Value) attribute.KeyValue {
	key := attribute.Key(v.Name())
	switch v.Kind() {
	case attr.KindInt:
		return key.Int64(v.AsInt())
	case attr.KindFloat:
		return key.Float64(v.AsFloat())
	case attr.KindBool:
		return key.Bool(v.AsBool())
	case attr.KindStrings:
		own := slices.Clone(v.AsStrings())
		for i, text := range own {
			own[i] = strings.Clone(text)
		}
		return key.StringSlice(own)
	case attr.KindInts:
		return key.Int64Slice(v.AsInts())
	case attr.KindFloats:
		return key.Float64Slice(v.AsFloats())
	case attr.KindBools:
		return key.BoolSlice(v.AsBools())
	default: // spans of the core have no bytes, lists or maps
		return key.String(strings.Clone(v.Text()))
	}
}

// SpanContext gives ids in the API's form.
func SpanContext(c ids.SpanContext) trace.SpanContext {
	config := trace.SpanContextConfig{
		TraceID: trace.TraceID(c.Trace), SpanID: trace.SpanID(c.Span), TraceFlags: trace.TraceFlags(c.Flags), Remote: c.Remote,
	}
	if state := c.State.String(); state != "" {
		config.TraceState, _ = trace.ParseTraceState(state) // both sides have the grammar of the W3C; what only one takes is left out
	}
	return trace.NewSpanContext(config)
}

// IDs is the way back.
func IDs(c trace.SpanContext) ids.SpanContext {
	out := ids.SpanContext{
		Trace: ids.TraceID(c.TraceID()), Span: ids.SpanID(c.SpanID()), Flags: ids.Flags(c.TraceFlags()), Remote: c.IsRemote(),
	}
	if state := c.TraceState(); state.Len() > 0 {
		out.State, _ = ids.ParseState(state.String())
	}
	return out
}
