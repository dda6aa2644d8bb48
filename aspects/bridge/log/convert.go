package bridge

import (
	"slices"
	"strings"

	"go.opentelemetry.io/otel/attribute"

	"github.com/gots-dev/gots/aspects/rt/attr"
)

// Attributes of log records may be nested; what those of spans have in common with them is in package convert, for all versions of the API.

func values(kvs []attribute.KeyValue) []attr.Value {
	out := make([]attr.Value, 0, len(kvs))
	for _, kv := range kvs {
		out = append(out, value(attr.Program(string(kv.Key), -1), kv.Value))
	}
	return out
}

func value(key *attr.Key, v attribute.Value) attr.Value {
	switch v.Type() {
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
	case attribute.BYTESLICE:
		return key.Bytes(v.AsByteSlice())
	case attribute.SLICE:
		elements := v.AsSlice()
		out := make([]attr.Value, 0, len(elements))
		for _, element := range elements {
			out = append(out, value(key, element))
		}
		return key.List(out)
	case attribute.MAP:
		return key.Map(values(v.AsMap()))
	default:
		return attr.Value{} // no value
	}
}

// apiValue gives a value in the API's form, in memory of its own.
func apiValue(v attr.Value) attribute.Value {
	switch v.Kind() {
	case attr.KindString:
		return attribute.StringValue(strings.Clone(v.Text()))
	case attr.KindInt:
		return attribute.Int64Value(v.AsInt())
	case attr.KindFloat:
		return attribute.Float64Value(v.AsFloat())
	case attr.KindBool:
		return attribute.BoolValue(v.AsBool())
	case attr.KindStrings:
		own := slices.Clone(v.AsStrings())
		for i, text := range own {
			own[i] = strings.Clone(text)
		}
		return attribute.StringSliceValue(own)
	case attr.KindInts:
		return attribute.Int64SliceValue(v.AsInts())
	case attr.KindFloats:
		return attribute.Float64SliceValue(v.AsFloats())
	case attr.KindBools:
		return attribute.BoolSliceValue(v.AsBools())
	case attr.KindBytes:
		return attribute.ByteSliceValue(v.AsBytes())
	case attr.KindList:
		var out []attribute.Value
		for _, element := range v.AsValues() {
			out = append(out, apiValue(element))
		}
		return attribute.SliceValue(out...)
	case attr.KindMap:
		return attribute.MapValue(apiValues(v.AsValues())...)
	default:
		return attribute.Value{}
	}
}

func apiValues(of []attr.Value) []attribute.KeyValue {
	out := make([]attribute.KeyValue, 0, len(of))
	for _, v := range of {
		if v.Key() != nil {
			out = append(out, attribute.KeyValue{Key: attribute.Key(v.Name()), Value: apiValue(v)})
		}
	}
	return out
}
