package otlp

import (
	"encoding/binary"
	"encoding/json"
	"reflect"
	"testing"
	"unicode/utf8"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/sdk/instrumentation"
	sdkresource "go.opentelemetry.io/otel/sdk/resource"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"
)

// message says which fields of a message are texts (nil) and which are messages. Others are neither.
type message map[uint64]message

var traces = func() message {
	value := message{1: nil}
	value[5] = message{1: value}
	attribute := message{1: nil, 2: value}
	span := message{3: nil, 5: nil, 9: attribute, 11: {2: nil, 3: attribute}, 13: {3: nil, 4: attribute}, 15: {2: nil}}
	scope := message{1: nil, 2: nil, 3: attribute}
	return message{1: {1: {1: attribute}, 2: {1: scope, 2: span, 3: nil}, 3: nil}}
}()

// texts reads a message as a collector does and gives its texts.
func (m message) texts(t *testing.T, data []byte) (out []string) {
	t.Helper()
	for len(data) > 0 {
		tag, n := binary.Uvarint(data)
		data = data[n:]
		switch tag & 7 {
		case wireVarint:
			_, n = binary.Uvarint(data)
			data = data[n:]
		case wireFixed64:
			data = data[8:]
		case wireFixed32:
			data = data[4:]
		case wireBytes:
			length, n := binary.Uvarint(data)
			field := data[n : n+int(length)]
			data = data[n+int(length):]
			if inner, ok := m[tag>>3]; ok && inner == nil {
				out = append(out, string(field))
			} else if ok {
				out = append(out, inner.texts(t, field)...)
			}
		default:
			t.Fatalf("wire type %d", tag&7)
		}
	}
	return out
}

func dirty(text string) []sdktrace.ReadOnlySpan {
	attrs := []attribute.KeyValue{attribute.String("s"+text, text), attribute.StringSlice("ss", []string{text, "b"})}
	stub := tracetest.SpanStub{
		Name: text, Attributes: attrs, Status: sdktrace.Status{Code: codes.Error, Description: text},
		Events:   []sdktrace.Event{{Name: text, Attributes: attrs}},
		Links:    []sdktrace.Link{{Attributes: attrs}},
		Resource: sdkresource.NewWithAttributes(text, attrs...),
	}
	return []sdktrace.ReadOnlySpan{scoped{stub.Snapshot(), dirtyScope(text, attrs)}}
}

// scoped is a span of another scope; the stubs of older SDKs have none.
type scoped struct {
	sdktrace.ReadOnlySpan
	scope instrumentation.Scope
}

func (s scoped) InstrumentationScope() instrumentation.Scope { return s.scope }

// dirtyScope has attributes where the SDK's scopes can have them.
func dirtyScope(text string, attrs []attribute.KeyValue) instrumentation.Scope {
	scope := instrumentation.Scope{Name: text, Version: text, SchemaURL: text}
	if field := reflect.ValueOf(&scope).Elem().FieldByName("Attributes"); field.IsValid() {
		field.Set(reflect.ValueOf(attribute.NewSet(attrs...)))
	}
	return scope
}

// Bytes that are no UTF-8, wherever they stand, reach no collector: it would refuse all spans of the request.
func FuzzRequestsAreValidUTF8(f *testing.F) {
	f.Add("plain")
	f.Add("a\xffb")
	f.Add("\xe4\xf6\xfc")
	f.Add("\xed\xa0\x80") // half of a surrogate pair
	f.Fuzz(func(t *testing.T, text string) {
		r := newRequest(dirty(text))
		texts := traces.texts(t, r.protobuf())
		if len(texts) < 20 {
			t.Errorf("%d texts", len(texts))
		}
		for _, s := range texts {
			if !utf8.ValidString(s) {
				t.Errorf("%q in the protobuf of %q", s, text)
			}
		}
		line, err := json.Marshal(r)
		if err != nil || !utf8.Valid(line) || !json.Valid(line) {
			t.Errorf("%v: %s", err, line)
		}
	})
}
