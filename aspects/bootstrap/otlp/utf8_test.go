package otlp

import (
	"bytes"
	"testing"
	"unicode/utf8"

	"github.com/gots-dev/gots/aspects/bootstrap/otlp/wire"
	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/logrec"
)

// texts reads a message as a collector does and gives its texts.
func texts(t *testing.T, of *schema, message []byte) (out []string) {
	t.Helper()
	err := wire.Each(message, func(f wire.Field) {
		for _, known := range of.fields {
			switch {
			case known.tag != f.Tag:
			case known.form == asText:
				out = append(out, string(f.Data))
			case known.form == asMessage:
				out = append(out, texts(t, known.of, f.Data)...)
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// Bytes that are no UTF-8, wherever they stand, reach no collector: it would refuse all records of the request.
func FuzzRequestsAreValidUTF8(f *testing.F) {
	f.Add("plain")
	f.Add("a\xffb")
	f.Add("\xe4\xf6\xfc")
	f.Add("\xed\xa0\x80") // half of a surrogate pair
	f.Fuzz(func(t *testing.T, text string) {
		attrs := []attr.Value{key("s" + text).String(text), key("ss").Strings([]string{text, "b"}), key("m").Map([]attr.Value{key("k" + text).String(text)})}
		scope := &attr.Scope{Name: text, Version: text, SchemaURL: text, Attrs: attrs}
		span := &rt.Record{
			Name: text, Attrs: attrs, Status: rt.Failed, StatusText: text, Events: []rt.Event{{Name: text, Attrs: attrs}}, Links: []rt.Link{{Attrs: attrs}},
		}
		record := &logrec.Record{SeverityText: text, EventName: text, Body: key("").String(text), Attrs: attrs}
		resource := Resource(attrs, text)
		for signal, data := range map[rt.Signal][]byte{rt.Traces: AppendSpan(nil, span), rt.Logs: AppendLog(nil, record)} {
			message := bytes.Join(Request(resource, []Block{{scope, data}}), nil)
			found := texts(t, requests[signal], message)
			if len(found) < 20 && text != "" {
				t.Errorf("%d texts", len(found))
			}
			for _, s := range found {
				if !utf8.ValidString(s) {
					t.Errorf("%q in the protobuf of %q", s, text)
				}
			}
			if line, err := JSON(signal, message); err != nil || !utf8.Valid(line) {
				t.Errorf("%v: %s", err, line)
			}
		}
	})
}
