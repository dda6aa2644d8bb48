package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// archiveOf is the export data of a package of the standard library.
func archiveOf(t *testing.T, path string) string {
	t.Helper()
	cmd := exec.Command("go", "list", "-export", "-f", "{{.Export}}", path)
	cmd.Env = append(os.Environ(), "GOFLAGS=", "GOTOOLCHAIN=local", "GOWORK=off", "GOCACHEPROG=")
	cmd.Stderr = os.Stderr
	output, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(output))
}

// describe writes the files of a package and describes it, with the imports given.
func describe(t *testing.T, source string, imports ...string) Description {
	t.Helper()
	file := filepath.Join(t.TempDir(), "m.go")
	if err := os.WriteFile(file, []byte(source), 0o666); err != nil {
		t.Fatal(err)
	}
	archives := Archives{PackageFiles: map[string]string{}}
	for _, path := range imports {
		archives.PackageFiles[path] = archiveOf(t, path)
	}
	return Description{ImportPath: "example.com/m", GoArch: "amd64", Files: []File{{"m.go", file}}, Archives: archives}
}

// about asks a question of the first place where a text stands.
func about(t *testing.T, source, kind, needle string) Question {
	t.Helper()
	start := strings.Index(source, needle)
	if start < 0 {
		t.Fatalf("%q does not stand there", needle)
	}
	return Question{Kind: kind, File: "m.go", Start: start, End: start + len(needle)}
}

// shown is an answer as JSON, as the other side reads it.
func shown(t *testing.T, answer Answer) string {
	t.Helper()
	text, err := json.Marshal(answer)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestTypes(t *testing.T) {
	source := `package m
import "bytes"
// ümläut: offsets are bytes
type local struct{}
type alias = *bytes.Buffer
type list[T any] []T
var ( a = &bytes.Buffer{}; b alias; c list[int]; d *list[string]; e error; f = [](int)(nil); g **local; h = undefined; i = "x" )
func generic[T any](t T) { type inside int; var j inside = 1; _ = j }
`
	c := check(describe(t, source, "bytes"))
	for needle, want := range map[string]string{
		"&bytes.Buffer{}": `{"named":{"path":"bytes","name":"Buffer","pointer":true}}`,
		"alias":           `{"named":{"path":"bytes","name":"Buffer","pointer":true}}`,
		"bytes.Buffer":    `{"named":{"path":"bytes","name":"Buffer","pointer":false}}`,
		"list[int]":       `{"named":{"path":"example.com/m","name":"list","pointer":false}}`,
		"*list[string]":   `{"named":{"path":"example.com/m","name":"list","pointer":true}}`,
		"error":           `{"named":{"path":"","name":"error","pointer":false}}`,
		"[](int)(nil)":    `{}`,
		"**local":         `{}`,
		`"x"`:             `{}`,
		"inside":          `{}`,
		"undefined":       `{"unknown":"its type is not known: ` + c.firstError + `"}`,
		"import":          `{"unknown":"no expression stands there: ` + c.firstError + `"}`,
	} {
		q := about(t, source, "type", needle)
		if got := shown(t, c.answer(q)); got != want {
			t.Errorf("%s: %s, want %s", needle, got, want)
		}
	}
	if !strings.HasSuffix(c.firstError, "undefined: undefined") {
		t.Errorf("the first error is %q", c.firstError)
	}
	if got := c.answer(Question{Kind: "type", File: "other.go"}); !strings.HasPrefix(got.Unknown, "the file is not among those of the package") {
		t.Errorf("another file: %+v", got)
	}
}

func TestNames(t *testing.T) {
	source := `package m
import "bytes"
var global int
func f(param int) { switch bound := any(param).(type) { case int: _ = bound }; _ = len("x") + global; _ = bytes.MinRead; _ = nosuch }
`
	c := check(describe(t, source, "bytes"))
	for needle, want := range map[string]string{
		"global":  `{"named":{"path":"example.com/m","name":"global","pointer":false}}`,
		"len":     `{"named":{"path":"","name":"len","pointer":false}}`,
		"MinRead": `{"named":{"path":"bytes","name":"MinRead","pointer":false}}`,
		"param":   `{}`,
		"bound":   `{}`,
		"nosuch":  `{"unknown":"the name is not declared: ` + c.firstError + `"}`,
		`"x"`:     `{"unknown":"no name stands there: ` + c.firstError + `"}`,
	} {
		if got := shown(t, c.answer(about(t, source, "name", needle))); got != want {
			t.Errorf("%s: %s, want %s", needle, got, want)
		}
	}
}

func TestCalls(t *testing.T) {
	source := `package m
func plain(a int, b string) (int, error) { return 0, nil }
func variadic(a int, more ...string) {}
func generic[T, U any](t T) (u U) { return }
func pair() (int, string) { return 0, "" }
type method struct{}
func (method) Do() {}
var value func(int) int
const k = 7
func f() {
	plain(k, "x"); variadic(1); variadic(2, value2...); plain(pair()); generic[int, int](1); generic[string, any]("s")
	(generic[int8, int](2)); (inferred[int](3)); method{}.Do(); value(nil2); int64(5); len("four"); missing(); inferred(9)
}
var value2 []string
var nil2 int
func inferred[T any](t T) {}
`
	c := check(describe(t, source))
	call := func(values int, called bool, params int, variadic bool, results int, inferred bool, constant ...bool) *Call {
		return &Call{values, called, params, variadic, results, inferred, append([]bool{}, constant...)}
	}
	for needle, want := range map[string]*Call{
		`plain(k, "x")`:             call(1, true, 2, false, 2, false, true, true),
		"variadic(1)":               call(1, true, 1, true, 0, false, true),
		"variadic(2, value2...)":    call(1, true, 1, true, 0, false, true, false),
		"plain(pair())":             call(2, true, 2, false, 2, false, false),
		"generic[int, int](1)":      call(1, true, 1, false, 1, false, true),
		`generic[string, any]("s")`: call(1, true, 1, false, 1, false, true),
		"inferred(9)":               call(1, true, 1, false, 0, true, true),
		"inferred[int](3)":          call(1, true, 1, false, 0, false, true),
		"method{}.Do()":             call(1, true, 0, false, 0, false),
		"value(nil2)":               call(1, true, 1, false, 1, false, false),
		"int64(5)":                  call(1, false, 0, false, 0, false, true),
		`len("four")`:               call(1, false, 0, false, 0, false, true),
	} {
		got := c.answer(about(t, source, "call", needle))
		if !reflect.DeepEqual(got.Call, want) {
			t.Errorf("%s: %s, want %s", needle, shown(t, got), shown(t, Answer{Call: want}))
		}
	}
	for needle, want := range map[string]string{"missing()": "what is called is not known", `"four"`: "no call stands there"} {
		if got := c.answer(about(t, source, "call", needle)); !strings.HasPrefix(got.Unknown, want) {
			t.Errorf("%s: %+v", needle, got)
		}
	}
}

func TestInterfaces(t *testing.T) {
	source := `package m
import "bytes"
type Own interface { Run() }
type Generic[T any] interface { Get() T }
type runner struct{}
func (*runner) Run() {}
type failure struct{}
func (failure) Error() string { return "" }
var V int
func f(a *runner, b runner, c failure, d *bytes.Buffer, many ...failure) {}
`
	c := check(describe(t, source, "bytes", "fmt"))
	yes, no := `{"implements":true}`, `{"implements":false}`
	for _, test := range []struct {
		needle string
		face   Name
		want   string
	}{
		{"*runner", Name{Path: "example.com/m", Name: "Own"}, yes},
		{"runner", Name{Path: "example.com/m", Name: "Own"}, no},
		{"failure", Name{Name: "error"}, no},
		{"*bytes.Buffer", Name{Path: "fmt", Name: "Stringer"}, yes},
		{"*bytes.Buffer", Name{Path: "io", Name: "Writer"}, yes},
		{"*bytes.Buffer", Name{Path: "example.com/m", Name: "runner"}, `{"noInterface":"it is no interface"}`},
		{"*bytes.Buffer", Name{Path: "example.com/m", Name: "V"}, `{"noInterface":"it is no type"}`},
		{"*bytes.Buffer", Name{Path: "example.com/m", Name: "Nope"}, `{"noInterface":"there is no type of this name"}`},
		{"*bytes.Buffer", Name{Path: "example.com/m", Name: "Generic"}, `{"noInterface":"it has type parameters, and no type name can give their arguments"}`},
		{"*bytes.Buffer", Name{Path: "net/http", Name: "Handler"}, `{"missing":"net/http"}`},
	} {
		start := strings.LastIndex(source, test.needle+",")
		if test.needle == "failure" {
			// Written ...failure, whose type is a slice.
			start = strings.LastIndex(source, test.needle)
		}
		q := Question{Kind: "implements", File: "m.go", Start: start, End: start + len(test.needle), Interface: &test.face}
		if got := shown(t, c.answer(q)); got != test.want {
			t.Errorf("%s, %+v: %s, want %s", test.needle, test.face, got, test.want)
		}
	}
	q := about(t, source, "implements", "failure) {}")
	q.End = q.Start + len("failure")
	q.Interface = &Name{Name: "error"}
	at := strings.Index(source, "c failure") + 2
	q.Start, q.End = at, at+len("failure")
	if got := shown(t, c.answer(q)); got != yes {
		t.Errorf("a parameter that is not variadic: %s", got)
	}
}

func TestOrderAndErrors(t *testing.T) {
	source := `package m
import "bytes"
var first = next()
var seen = count
var count = 1
var _ = next()
var late = early
var early = next()
func next() int { count++; return count }
`
	description := describe(t, source, "bytes")
	c := check(description)
	blank := fmt.Sprintf("_ (%s:6)", description.Files[0].Path)
	want := []string{"first", "seen", blank, "early", "late"}
	if got := c.answer(Question{Kind: "order"}); !reflect.DeepEqual(got.Order, want) || got.Unknown != "" {
		t.Errorf("the order is %+v, want %q", got, want)
	}
	if got := c.answer(Question{Kind: "error"}); got.Error != "" {
		t.Errorf("an import without a use is an error only where asked: %s", got.Error)
	}
	description.Strict = true
	if got := check(description).answer(Question{Kind: "error"}); !strings.HasSuffix(got.Error, `m.go:2:8: "bytes" imported and not used`) {
		t.Errorf("the error is %q", got.Error)
	}
	if got := check(describe(t, "package m\nfunc {")).answer(Question{Kind: "order"}); !strings.Contains(got.Unknown, "m.go:2:6: expected") {
		t.Errorf("the order of a package with errors: %+v", got)
	}
	old := describe(t, "package m\nfunc f() { for range 3 {} }\n")
	old.Lang = "go1.21"
	if got := check(old).firstError; !strings.Contains(got, "requires go1.22") {
		t.Errorf("an old language allows a new statement: %q", got)
	}
}

func TestImports(t *testing.T) {
	im := newImports(nil, Archives{PackageFiles: map[string]string{"p": "first"}, ImportMap: map[string]string{"q": "vendor/q"}})
	im.add(Archives{PackageFiles: map[string]string{"p": "second", "r": "third"}, ImportMap: map[string]string{"s": "vendor/s"}})
	if want := map[string]string{"p": "first", "r": "third"}; !reflect.DeepEqual(im.archives.PackageFiles, want) {
		t.Errorf("the archives are %v: the compiler's own come first", im.archives.PackageFiles)
	}
	for path, want := range map[string]string{"q": "vendor/q", "s": "vendor/s", "p": "p"} {
		if got := im.canonical(path); got != want {
			t.Errorf("%s is %s", path, got)
		}
	}
	if _, err := im.open("unknown"); err != errNoArchive {
		t.Errorf("an unknown package: %v", err)
	}
}
