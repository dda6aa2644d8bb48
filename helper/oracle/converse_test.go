package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

// A conversation is a line for the package, then a line of answers for each line of questions.
func TestConverse(t *testing.T) {
	source := "package m\nimport \"bytes\"\nvar b bytes.Buffer\n"
	archive := archiveOf(t, "net/http")
	description := describe(t, source, "bytes")
	start := strings.Index(source, "bytes.Buffer")
	ask := Question{Kind: "implements", File: "m.go", Start: start, End: start + len("bytes.Buffer"), Interface: &Name{Path: "net/http", Name: "Handler"}}
	var in, out bytes.Buffer
	encoder := json.NewEncoder(&in)
	for _, line := range []any{
		description,
		Batch{Questions: []Question{{Kind: "error"}, ask}},
		Batch{Archives: Archives{PackageFiles: map[string]string{"net/http": archive}}, Questions: []Question{ask}},
		Batch{Questions: []Question{}},
	} {
		if err := encoder.Encode(line); err != nil {
			t.Fatal(err)
		}
	}
	if err := converse(&in, &out); err != nil {
		t.Fatal(err)
	}
	want := `[{},{"missing":"net/http"}]` + "\n" + `[{"implements":false}]` + "\n[]\n"
	if out.String() != want {
		t.Errorf("got  %q\nwant %q", out.String(), want)
	}
}

func TestConversationsThatCannotBeRead(t *testing.T) {
	for input, want := range map[string]string{
		"":                           "the package's description cannot be read: EOF",
		"{":                          "the package's description cannot be read: unexpected EOF",
		`{"files":7}`:                "the package's description cannot be read: json:",
		`{"importPath":"p"}` + "\n{": "questions cannot be read: unexpected EOF",
	} {
		var out bytes.Buffer
		if err := converse(strings.NewReader(input), &out); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v, want %s", input, err, want)
		}
	}
	if err := converse(strings.NewReader(`{"importPath":"p"}`), &bytes.Buffer{}); err != nil {
		t.Errorf("without questions: %v", err)
	}
}
