package otelrt

import (
	"os"
	"strconv"
	"strings"

	"go.opentelemetry.io/otel/attribute"

	"github.com/gots-dev/gots/aspects/rt/bound"
)

// Bounds of values, in bytes. The environment changes those of long texts.
const (
	shortLimit = 255
	longLimit  = 4096
	stackLimit = 16_384
	// mostLimit holds whatever the environment says: clients decide how long these texts are.
	mostLimit = 65_536
)

// Text is an attribute whose value is a text.
type Text struct {
	name  attribute.Key
	limit int
	hide  func(string) string
}

func short(name string) Text { return Text{attribute.Key(name), limit(shortLimit, os.Getenv), nil} }

func long(name string, hide func(string) string) Text {
	return Text{attribute.Key(name), limit(longLimit, os.Getenv), hide}
}

func stack(name string) Text { return Text{attribute.Key(name), limit(stackLimit, os.Getenv), nil} }

// String gives the attribute with this value: without its secrets, bounded, valid UTF-8, and in memory of its own.
func (t Text) String(value string) attribute.KeyValue {
	if t.hide != nil {
		// Secrets are hidden before the last cut, which may cut off what tells them; and after a first one, for the work's sake.
		value = t.hide(bound.Cut(value, t.limit))
	}
	return t.name.String(bound.Text(value, t.limit))
}

// Limit is the most bytes that a value has.
func (t Text) Limit() int { return t.limit }

// Number is an attribute whose value is a number.
type Number struct{ name attribute.Key }

func number(name string) Number { return Number{attribute.Key(name)} }

// Int gives the attribute with this value.
func (n Number) Int(value int) attribute.KeyValue { return n.name.Int(value) }

// limit gives the bound of a value under the variables of the SDK: they lower any bound and raise those of long texts.
func limit(own int, getenv func(string) string) int {
	asked, ok := ValueLimit(getenv)
	switch {
	case !ok:
		return own
	case asked < 0 || asked > mostLimit:
		asked = mostLimit
	}
	if own == shortLimit {
		return min(own, asked)
	}
	return asked
}

// ValueLimit reads the length limit of attribute values from OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT, else from
// OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT; negative is unlimited. ok says whether one of them is set to a number.
func ValueLimit(getenv func(string) string) (limit int, ok bool) {
	for _, name := range []string{"OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT", "OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT"} {
		if text := strings.TrimSpace(getenv(name)); text != "" {
			n, err := strconv.Atoi(text)
			return n, err == nil
		}
	}
	return 0, false
}

// Host gives the name or address of a host, without port, brackets and anything that does not belong into one; "" for what is no host.
// A client chooses the Host header, which may hold a user and a password.
func Host(host string) string {
	host = strings.Trim(host, "[]")
	if len(host) > shortLimit {
		return ""
	}
	for i := 0; i < len(host); i++ {
		if c := host[i]; c <= ' ' || c == 0x7f || strings.IndexByte(`@/\?#"'<>(){}[],;=&`, c) >= 0 {
			return ""
		}
	}
	return host
}
