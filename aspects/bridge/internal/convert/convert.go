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
	if out, ok := Simple(key, kv.Value); ok {
		return out
	}
	return key.String(kv.Value.Emit()) // of a later version
}

// Simple gives a value of a kind that all versions of the API have; false for another.
func Simple(key *attr.Key, v attribute.Value) (out attr.Value, ok bool) {
	switch v.Type() {
	case attribute.BOOL:
		return key.Bool(v.AsBool()), true
	case attribute.INT64:
		return key.Int64(v.AsInt64()), true
	case attribute.FLOAT64:
		return key.Float(v.AsFloat64()), true
	case attribute.STRING:
		return key.String(v.AsString()), true
	case attribute.BOOLSLICE:
		return key.Bools(v.AsBoolSlice()), true
	case attribute.INT64SLICE:
		return key.Ints(v.AsInt64Slice()), true
	case attribute.FLOAT64SLICE:
		return key.Floats(v.AsFloat64Slice()), true
	case attribute.STRINGSLICE:
		return key.Strings(v.AsStringSlice()), true
	}
	return out, false
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
	value, ok := SimpleValue(v)
	if !ok { // spans of the core have no bytes, lists or maps
		value = attribute.StringValue(strings.Clone(v.Text()))
	}
	return attribute.KeyValue{Key: attribute.Key(v.Name()), Value: value}
}

// SimpleValue is the way back of Simple, in memory of its own.
func SimpleValue(v attr.Value) (out attribute.Value, ok bool) {
	switch v.Kind() {
	case attr.KindString:
		return attribute.StringValue(strings.Clone(v.Text())), true
	case attr.KindInt:
		return attribute.Int64Value(v.AsInt()), true
	case attr.KindFloat:
		return attribute.Float64Value(v.AsFloat()), true
	case attr.KindBool:
		return attribute.BoolValue(v.AsBool()), true
	case attr.KindStrings:
		own := slices.Clone(v.AsStrings())
		for i, text := range own {
			own[i] = strings.Clone(text)
		}
		return attribute.StringSliceValue(own), true
	case attr.KindInts:
		return attribute.Int64SliceValue(v.AsInts()), true
	case attr.KindFloats:
		return attribute.Float64SliceValue(v.AsFloats()), true
	case attr.KindBools:
		return attribute.BoolSliceValue(v.AsBools()), true
	}
	return out, false
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
