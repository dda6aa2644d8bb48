package bridge

import (
	"go.opentelemetry.io/otel/attribute"

	"github.com/gots-dev/gots/aspects/bridge/internal/convert"
	"github.com/gots-dev/gots/aspects/rt/attr"
)

// Attributes of log records may be nested; kinds that those of spans have too are turned by package convert, for all versions of the API.

func values(kvs []attribute.KeyValue) []attr.Value {
	out := make([]attr.Value, 0, len(kvs))
	for _, kv := range kvs {
		out = append(out, value(attr.Program(string(kv.Key), -1), kv.Value))
	}
	return out
}

func value(key *attr.Key, v attribute.Value) attr.Value {
	if out, ok := convert.Simple(key, v); ok {
		return out
	}
	switch v.Type() {
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
	if out, ok := convert.SimpleValue(v); ok {
		return out
	}
	switch v.Kind() {
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
