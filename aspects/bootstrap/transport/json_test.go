package transport

import (
	"encoding/json"
	"testing"
	"unicode/utf8"
)

// What is read is what encoding/json reads, for whatever that accepts; a text that is no JSON does no harm.
func FuzzMembers(f *testing.F) {
	for _, text := range []string{
		`{}`, ` { "a" : "b" } `, `{"a":1,"b":[1,{"c":"}"}],"d":{"e":"\"]"},"f":null,"g":"\u00e4\ud83d\ude00\/\\"}`, `{"a":"\ud83d"}`, `{"a":"\ud83dx\u0041"}`,
		`{"a"`, `{"a":`, `{"a":"`, `{"a":"\`, `{"a":"\u12`, `{"a":[`, `{"a":]}`, `[`, ``, `{"a":1 ,"b":2}`, `{"a":1.5e3}`, `{,}`, `{"a":1,}`,
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got := map[string]string{}
		members([]byte(text), func(name string, value []byte) {
			if value[0] == '"' {
				got[name] = unquote(value)
			}
		})
		var want map[string]any
		if !utf8.ValidString(text) || json.Unmarshal([]byte(text), &want) != nil {
			return
		}
		for name, value := range want {
			said, isText := value.(string)
			if isText && got[name] != said {
				t.Errorf("%q: %q is %q, want %q", text, name, got[name], said)
			}
		}
	})
}
