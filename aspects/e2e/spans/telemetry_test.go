package spans

import (
	"encoding/json"
	"fmt"
	"os"
	"testing"
)

// write writes the spans of a test as lines to the file that E2E_TELEMETRY names, to be compared with the conventions. The form is that of
// the SDK's tracetest.SpanStub.
func write(t *testing.T, spans []span) {
	name := os.Getenv("E2E_TELEMETRY")
	if name == "" {
		return
	}
	file, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for _, s := range spans {
		events := []map[string]any{}
		for name, attrs := range s.events {
			events = append(events, map[string]any{"Name": name, "Attributes": keyValues(attrs)})
		}
		line, err := json.Marshal(map[string]any{"span": map[string]any{
			"Name": s.name, "SpanKind": s.kind, "Status": map[string]any{"Code": [...]string{"Unset", "Ok", "Error"}[s.status]}, "Attributes": keyValues(s.attrs), "Events": events,
			"InstrumentationScope": map[string]any{"Name": s.scope[0], "SchemaURL": s.scope[1]},
		}})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := file.Write(append(line, '\n')); err != nil {
			t.Fatal(err)
		}
	}
}

func keyValues(attrs map[string]any) []map[string]any {
	out := []map[string]any{}
	for key, value := range attrs {
		out = append(out, map[string]any{"Key": key, "Value": map[string]any{"Type": typeName(value), "Value": value}})
	}
	return out
}

func typeName(value any) string {
	switch value.(type) {
	case string:
		return "STRING"
	case bool:
		return "BOOL"
	case int64:
		return "INT64"
	case float64:
		return "FLOAT64"
	}
	return fmt.Sprintf("%T", value)
}
