package prometheus

import (
	"slices"
	"strings"

	"github.com/gots-dev/gots/aspects/rt/meter"
)

// The rules are those of the specification, "Prometheus and OpenMetrics Compatibility", with suffixes and underscores.

// units are words for units in UCUM's notation.
var units = map[string]string{
	"d": "days", "h": "hours", "min": "minutes", "s": "seconds", "ms": "milliseconds", "us": "microseconds", "ns": "nanoseconds",
	"By": "bytes", "KiBy": "kibibytes", "MiBy": "mebibytes", "GiBy": "gibibytes", "TiBy": "tibibytes",
	"KBy": "kilobytes", "MBy": "megabytes", "GBy": "gigabytes", "TBy": "terabytes",
	"m": "meters", "V": "volts", "A": "amperes", "J": "joules", "W": "watts", "g": "grams",
	"Cel": "celsius", "Hz": "hertz", "%": "percent", "1": "",
}

// each are words for units behind a slash.
var each = map[string]string{"s": "second", "m": "minute", "h": "hour", "d": "day", "w": "week", "mo": "month", "y": "year"}

// family is what Prometheus calls a metric, without the suffix of counters; and its unit, "" for none.
func family(m *meter.Metric) (name, unit string) {
	words := strings.FieldsFunc(m.Name, func(r rune) bool { return !isLetter(r) && !isDigit(r) && r != ':' })
	main, per := unitWords(m.Unit)
	for _, word := range []string{main, per} {
		if word != "" && !slices.Contains(words, word) {
			words = append(words, word)
		}
	}
	if isCounter(m) {
		words = without(words, "total")
	}
	if m.Unit == "1" && m.Form == meter.FormGauge {
		words = append(without(words, "ratio"), "ratio")
		main = "ratio"
	}
	name = strings.Join(words, "_")
	if name != "" && isDigit(rune(name[0])) {
		name = "_" + name
	}
	return name, strings.Join(without([]string{main, per}, ""), "_")
}

func without(words []string, word string) []string {
	return slices.DeleteFunc(words, func(w string) bool { return w == word })
}

// unitWords gives the words for a unit and for what is behind its slash. A unit in braces counts things, which have no unit.
func unitWords(unit string) (main, per string) {
	left, right, _ := strings.Cut(unit, "/")
	main, per = unitWord(left, units), unitWord(right, each)
	if per != "" {
		per = "per_" + per
	}
	return main, per
}

func unitWord(unit string, known map[string]string) string {
	unit = strings.TrimSpace(unit)
	if strings.ContainsAny(unit, "{}") {
		return ""
	}
	if word, ok := known[unit]; ok {
		return word
	}
	return strings.Join(strings.FieldsFunc(unit, func(r rune) bool { return !isLetter(r) && !isDigit(r) && r != ':' }), "_")
}

// typeOf is Prometheus' type of a metric.
func typeOf(m *meter.Metric) string {
	switch {
	case m.Form == meter.FormHistogram:
		return "histogram"
	case isCounter(m):
		return "counter"
	}
	return "gauge"
}

func isCounter(m *meter.Metric) bool { return m.Form == meter.FormSum && m.Monotonic }

// label is the name of an attribute as a label; "" if nothing of it is left.
func label(name string) string {
	var b strings.Builder
	for _, r := range name {
		if !isLetter(r) && !isDigit(r) {
			r = '_'
		}
		if r != '_' || !strings.HasSuffix(b.String(), "_") {
			b.WriteRune(r)
		}
	}
	text := b.String()
	switch {
	case text == "" || text == "_":
		return ""
	case isDigit(rune(text[0])):
		return "key_" + text
	}
	return text
}

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

func isDigit(r rune) bool { return r >= '0' && r <= '9' }
