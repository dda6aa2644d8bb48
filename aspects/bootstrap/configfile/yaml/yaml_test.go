package yaml

import (
	"fmt"
	"strings"
	"testing"
)

// show writes a node in one line: {a: 1, b: ["x", ~]}; texts in quotes are strings.
func show(n Node) string {
	var parts []string
	switch n.Kind {
	case Null:
		return "~"
	case Scalar:
		if n.Quoted {
			return fmt.Sprintf("%q", n.Text)
		}
		return n.Text
	case List:
		for _, item := range n.Items {
			parts = append(parts, show(item))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	for _, e := range n.Entries {
		parts = append(parts, e.Key+": "+show(e.Value))
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

func TestParse(t *testing.T) {
	for text, want := range map[string]string{
		"":                                     "~",
		"# nothing\n\n":                        "~",
		"---\na: 1\n...\n":                     "{a: 1}",
		"\uFEFFa: 1\r\nb: 2\r\n":               "{a: 1, b: 2}",
		"a:\nb: ~\nc: null\nd: ''\ne: \"\"\n":  `{a: ~, b: ~, c: ~, d: "", e: ""}`,
		"a: x # comment\nb: x#y\nc: '# no'":    `{a: x, b: x#y, c: "# no"}`,
		"a:\n  b:\n    c: 1\n  d: 2\ne: 3\n":   "{a: {b: {c: 1}, d: 2}, e: 3}",
		"a:\n- 1\n- 2\nb: 3":                   "{a: [1, 2], b: 3}",
		"a:\n  - 1\n  -\n  - x: 1\n    y: 2\n": "{a: [1, ~, {x: 1, y: 2}]}",
		"-\n  a: 1\n- - 1\n  - 2\n-   b: 1\n    c:\n      - d\n": "[{a: 1}, [1, 2], {b: 1, c: [d]}]",
		"- always_on:\n- b:\n    c:\n":                           "[{always_on: ~}, {b: {c: ~}}]",
		"a: [1, 'x, y', {b: c, d: }, []]  # end":                 `{a: [1, "x, y", {b: c, d: ~}, []]}`,
		"a: [\n  1, # one\n  2,\n]\nb: {\n  \"c\": [],\n}":       "{a: [1, 2], b: {c: []}}",
		"a: {b: http://h:1/p, c: 'd'}":                           `{a: {b: http://h:1/p, c: "d"}}`,
		"a: http://h:1/p?x=1#f":                                  "{a: http://h:1/p?x=1#f}",
		`a: "x\ty\"\u00e9\ud83d\ude00\/"`:                        `{a: "x\ty\"é😀/"}`,
		"a: 'it''s'\nb: it's # c":                                `{a: "it's", b: it's}`,
		`"a b": 1` + "\n'c': 2\n1: 3":                            "{a b: 1, c: 2, 1: 3}",
		"instrumentation/development:\n  x: -1.5e3":              "{instrumentation/development: {x: -1.5e3}}",
		"a: |\n  x\n   y\n\n  z # kept\n\nb: 1":                  `{a: "x\n y\n\nz # kept\n", b: 1}`,
		"a: |-\n  x\nb: >\n  p\n  q\n\n  r\nc: |+\n  x\n\n":      `{a: "x", b: "p q\nr\n", c: "x\n\n"}`,
		"- >-\n  folded\n  text\n- 2":                            `["folded text", 2]`,
		`{"a": {"b": [1, true, null, "x"]}}`:                     `{a: {b: [1, true, ~, "x"]}}`,
		"{\n\t\"a\":\n\t1\n}":                                    "{a: 1}",
		"a: ${X:-a b}/v1":                                        "{a: ${X:-a b}/v1}",
		"just text":                                              "just text",
		"a: 1\n\tb: 2":                                           "!line 2: a tab cannot indent",
		"a: 1\n  b: 2":                                           "!line 2: a text of several lines needs | or >, or quotes on one line",
		"a:\n    b: 1\n  c: 2":                                   "!line 3: this line is indented differently from those that it belongs to",
		"  a: 1\nb: 2":                                           "!line 2: this line is indented differently from those that it belongs to",
		"a: 1\nb":                                                "!line 2: no key: a line here is KEY: VALUE",
		"a: 1\n- b":                                              "!line 2: this line is indented differently from those that it belongs to",
		"a: 1\nb: 2\na: 3":                                       `!line 3: the key "a" is there twice, first on line 1`,
		"a: {b: 1, b: 2}":                                        `!line 1: the key "b" is there twice, first on line 1`,
		"x:\n  a: &anchor 1":                                     "!line 2: anchors are not supported",
		"a: *anchor":                                             "!line 1: aliases are not supported; a text that begins with * needs quotes",
		"a: [*x]":                                                "!line 1: aliases are not supported; a text that begins with * needs quotes",
		"a: !!str 1":                                             "!line 1: tags are not supported; a text that begins with ! needs quotes",
		"a:\n  <<: {}":                                           "!line 2: merge keys are not supported",
		"? a\n: b":                                               "!line 1: keys that are no scalars are not supported",
		"%YAML 1.2\n---\na: 1":                                   "!line 1: directives are not supported",
		"a: 1\n---\nb: 2":                                        "!line 2: a second document",
		"a: 1\n...\nb: 2":                                        "!line 3: a second document",
		"a: [1, 2":                                               "!line 1: the bracket is not closed",
		"a: [1 2]x":                                              "!line 1: something follows the end of the value",
		"a: 'x":                                                  "!line 1: the quote does not end on its line",
		"a: \"x\\q\"":                                            `!line 1: \q is no escape`,
		"a: \"\\u12\"":                                           `!line 1: \u is no escape`,
		"a: \"\\uzzzz\"":                                         `!line 1: \u needs 4 hexadecimal digits`,
		"a: @x":                                                  "!line 1: a text that begins with @ needs quotes",
		"a: b: c":                                                "!line 1: a text with a colon and a blank needs quotes",
		"a: {b}":                                                 "!line 1: expected a colon behind the key",
		"a: [,]":                                                 "!line 1: a value is missing before the comma",
		"a: |x\n  y":                                             "!line 1: behind | only -, + and a number can stand",
		"a: \xff":                                                "!line 1: the file is not UTF-8",
		strings.Repeat("[", 100):                                 "!line 1: values are nested too deeply",
		strings.Repeat("- ", 100) + "x":                          "!line 1: values are nested too deeply",
	} {
		node, err := Parse(text)
		got := show(node)
		if err != nil {
			got = "!" + err.Error()
		}
		if got != want {
			t.Errorf("%q:\n got %s\nwant %s", text, got, want)
		}
	}
}

func TestLines(t *testing.T) {
	node, err := Parse("# c\na:\n  b: [1,\n    2]\n  c: x\n")
	if err != nil {
		t.Fatal(err)
	}
	a := node.Entries[0]
	list := a.Value.Entries[0].Value
	if a.Line != 2 || list.Line != 3 || list.Items[1].Line != 4 || a.Value.Entries[1].Value.Line != 5 {
		t.Errorf("got %+v", node)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("a: [1, {b: 'c'}]\nd:\n  - e: |\n      f\n")
	f.Add("\"a\\x41\": >-\n  b\n\n  c")
	f.Fuzz(func(t *testing.T, text string) {
		node, err := Parse(text) // must end, and panic with nothing
		if err == nil && len(show(node)) > 40*len(text)+40 {
			t.Errorf("%q grows", text)
		}
	})
}
