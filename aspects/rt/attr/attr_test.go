package attr

import (
	"math"
	"os"
	"os/exec"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
	"unsafe"

	"github.com/gots-dev/gots/aspects/rt/redact"
)

// withLimit sets the value limit until the test ends.
func withLimit(t testing.TB, asked int) {
	before := current.Load()
	t.Cleanup(func() { current.Store(before) })
	SetValueLimit(asked)
}

func TestLimits(t *testing.T) {
	keys := []*Key{Short("k"), Long("k", nil), Stack("k"), Program("k", 1000), Program("k", -1)}
	for _, tt := range []struct {
		asked int
		want  [5]int
	}{
		{unset, [5]int{255, 4096, 16_384, 1000, 16_384}},
		{100, [5]int{100, 100, 100, 100, 100}},
		{10_000, [5]int{255, 10_000, 10_000, 1000, 10_000}},
		{-1, [5]int{255, 65_536, 65_536, 1000, 65_536}},
		{999_999_999, [5]int{255, 65_536, 65_536, 1000, 65_536}},
		{0, [5]int{}},
	} {
		withLimit(t, tt.asked)
		for i, key := range keys {
			if got := key.Limit(); got != tt.want[i] {
				t.Errorf("%d asked for, key %d: got %d, want %d", tt.asked, i, got, tt.want[i])
			}
		}
	}
}

func TestValueLimitOfTheEnvironment(t *testing.T) {
	const span, general = "OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT", "OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT"
	for _, tt := range []struct {
		env  map[string]string
		want int
		ok   bool
	}{
		{nil, 0, false},
		{map[string]string{general: "100"}, 100, true},
		{map[string]string{general: "100", span: " 300 "}, 300, true},
		{map[string]string{general: "-1"}, -1, true},
		{map[string]string{general: "many"}, 0, false},
	} {
		if got, ok := ValueLimit(func(name string) string { return tt.env[name] }); got != tt.want || ok != tt.ok {
			t.Errorf("%v: %d, %v", tt.env, got, ok)
		}
	}
}

// The environment counts from the start of the program, before any setting is read.
func TestLimitsAtStart(t *testing.T) {
	if os.Getenv("ATTR_TEST") != "" {
		if got := Long("k", nil).Limit(); got != 77 {
			t.Errorf("got %d", got)
		}
		return
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, "-test.run=^TestLimitsAtStart$")
	cmd.Env = append(os.Environ(), "ATTR_TEST=1", "OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT=77")
	if output, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, output)
	}
}

// What a client sends is bounded and valid, whatever attribute it becomes; a clone has memory of its own.
func FuzzText(f *testing.F) {
	f.Add("GET")
	f.Add("a=b&token=c&\xff\xfe")
	f.Add("/a;jsessionid=1/\xc3" + strings.Repeat("\xe4", 300))
	f.Add(strings.Repeat("a=\xff&", 2000))
	f.Fuzz(func(t *testing.T, value string) {
		for _, key := range []*Key{Short("k"), Long("k", nil), Long("k", redact.Query), Long("k", redact.Path), Stack("k"), Program("k", 10)} {
			got := key.String(value)
			if text := got.Text(); len(text) > key.Limit() || !utf8.ValidString(text) {
				t.Errorf("%q with a limit of %d: %q", value, key.Limit(), text)
			}
			if c := got.Clone(); c.Text() != got.Text() || c.Text() != "" && unsafe.StringData(c.Text()) == unsafe.StringData(value) {
				t.Errorf("%q: the clone is %q, or shares memory", value, c.Text())
			}
		}
	})
}

func TestHiddenBeforeTheLastCut(t *testing.T) {
	withLimit(t, 40)
	if got := URLQuery.String("a=" + strings.Repeat("b", 30) + "&token=swordfish").Text(); strings.Contains(got, "s") {
		t.Errorf("got %s", got)
	}
}

func TestValues(t *testing.T) {
	key := Program("k", -1)
	for _, tt := range []struct {
		value Value
		kind  Kind
		want  any
	}{
		{Value{}, KindNone, nil},
		{key.String("a\xffb"), KindString, "a\uFFFDb"},
		{key.String(""), KindString, ""},
		{key.Int(-7), KindInt, int64(-7)},
		{key.Int64(math.MinInt64), KindInt, int64(math.MinInt64)},
		{key.Float(math.Inf(-1)), KindFloat, math.Inf(-1)},
		{key.Bool(true), KindBool, true},
		{key.Bool(false), KindBool, false},
		{key.Strings([]string{"a", "\xff"}), KindStrings, []string{"a", "\uFFFD"}},
		{key.Ints([]int64{1, 2}), KindInts, []int64{1, 2}},
		{key.Floats([]float64{1.5}), KindFloats, []float64{1.5}},
		{key.Bools([]bool{true, false}), KindBools, []bool{true, false}},
		{key.Bytes([]byte{1, 2}), KindBytes, []byte{1, 2}},
		{key.List([]Value{key.Int(1), key.String("x")}), KindList, []any{int64(1), "x"}},
		{key.Map([]Value{Program("a", -1).Int(1), Program("b", -1).Map(nil)}), KindMap, map[string]any{"a": int64(1), "b": map[string]any{}}},
	} {
		for _, v := range []Value{tt.value, tt.value.Clone()} {
			if got := v.Any(); v.Kind() != tt.kind || !reflect.DeepEqual(got, tt.want) {
				t.Errorf("%v: got %v", tt.want, got)
			}
		}
	}
	numbers := []int64{1}
	clone := key.Ints(numbers).Clone()
	numbers[0] = 2
	if clone.AsInts()[0] != 1 {
		t.Error("a clone changes with what it was made from")
	}
	if v := key.Int(3); v.Text() != "" || v.AsStrings() != nil || v.AsValues() != nil {
		t.Error("a number is a text")
	}
	if key.String("x").Key() != key || key.Name() != "k" || (Value{}).Name() != "" {
		t.Error("the key is lost")
	}
}

func TestProgramKeys(t *testing.T) {
	if Program("same", 5) != Program("same", 5) || Program("same", 5) == Program("same", 6) {
		t.Error("not the same key, or one of another limit")
	}
	if name := Program(strings.Repeat("ä", 500), 5).Name(); len(name) > nameLimit || !utf8.ValidString(name) {
		t.Errorf("a name of %d bytes", len(name))
	}
	before := kept.Load()
	defer kept.Store(before)
	kept.Store(maxInterned)
	if key := Program("one too many", 5); key.String("123456").Text() != "12345" || Program("one too many", 5) == key {
		t.Error("kept")
	}
}

func TestMakingValuesAllocatesNothing(t *testing.T) {
	text := strings.Repeat("a", 100)
	var kept [4]Value
	if n := testing.AllocsPerRun(100, func() {
		kept = [4]Value{HTTPRoute.String(text), ServerPort.Int(80), URLPath.String("/orders/7"), URLQuery.String("a=b")}
	}); n != 0 {
		t.Errorf("%v allocations for %v", n, kept[0].Text())
	}
}

func TestHost(t *testing.T) {
	for in, want := range map[string]string{
		"db.example": "db.example", "[::1]": "::1", "10.0.0.1": "10.0.0.1", "fe80::1%eth0": "fe80::1%eth0", "bücher.example": "bücher.example",
		"user:password@host": "", "a b": "", "": "", "a\nb": "", strings.Repeat("a", 300): "", "h?x": "", "h/x": "",
	} {
		if got := Host(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
