//go:build linux || darwin

package main

import (
	"crypto/sha256"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// ruleFixture reads rules that the server wrote, and packages with what they say of them.
func ruleFixture(t testing.TB, file string) (r *rules, cases []struct {
	Facts     string
	Texts     string
	MayChange bool
}) {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	m, _ := decode(content[4 : len(content)-sha256.Size])
	r = decodeRules(content, m.text("plan"))
	text, err := os.ReadFile(strings.TrimSuffix(file, ".rules") + ".json")
	if err != nil || r == nil || json.Unmarshal(text, &cases) != nil {
		t.Fatal(file, err, r)
	}
	return r, cases
}

func ruleFiles(t testing.TB) []string {
	files, err := filepath.Glob("testdata/rules/*.rules")
	if err != nil || len(files) < 5 {
		t.Fatal(files, err)
	}
	return files
}

func TestRulesSayWhatTheServerSays(t *testing.T) {
	for _, file := range ruleFiles(t) {
		r, cases := ruleFixture(t, file)
		for _, each := range cases {
			f, ok := parseFacts(each.Facts)
			if !ok || f.text() != each.Facts {
				t.Errorf("%s: %q is read as %+v", file, each.Facts, f)
				continue
			}
			known := parseTexts(each.Texts)
			if (known == nil) != (each.Texts == "") || known != nil && known.text() != each.Texts {
				t.Errorf("%s: %q is read as %+v", file, each.Texts, known)
			}
			if r.mayChange(f, known) != each.MayChange || r.cannotWeaveFacts(each.Facts, known) == each.MayChange {
				t.Errorf("%s: %s, %s: %v", file, each.Facts, each.Texts, !each.MayChange)
			}
		}
	}
}

func TestFactsThatAreNone(t *testing.T) {
	text := `{"path":"p","name":"p","imports":["a","b"],"testMain":true,"inherited":[{"path":"l","kind":"import"}]}`
	if f, ok := parseFacts(text); !ok || f.text() != text {
		t.Fatal(f, ok)
	}
	r, _ := ruleFixture(t, "testdata/rules/no-aspects.rules")
	for end := range text {
		if _, ok := parseFacts(text[:end]); ok || r.cannotWeaveFacts(text[:end], nil) {
			t.Errorf("%q is taken for facts", text[:end])
		}
	}
	for _, odd := range []string{text + " ", `{"path":"\u0070"}`, strings.Replace(text, "true", "maybe", 1), strings.Replace(text, `"a"`, "\"\xff\"", 1)} {
		if f, ok := parseFacts(odd); ok {
			t.Errorf("%q is taken for facts: %v", odd, f)
		}
	}
}

// planWithRules writes the first line of a plan and the rules of a fixture beside it.
func planWithRules(t *testing.T, fixture string) (planFile string) {
	content, err := os.ReadFile("testdata/rules/" + fixture + ".rules")
	if err != nil {
		t.Fatal(err)
	}
	m, _ := decode(content[4 : len(content)-sha256.Size])
	planFile = filepath.Join(t.TempDir(), "plan.json")
	writeTestFile(t, planFile, "gots plan c0de "+m.text("plan")+"\n{}")
	writeTestFile(t, rulesFile(planFile), string(content))
	return planFile
}

func writeTestFile(t *testing.T, file, content string) {
	t.Helper()
	if os.MkdirAll(filepath.Dir(file), 0o755) != nil || os.WriteFile(file, []byte(content), 0o600) != nil {
		t.Fatal(file)
	}
}

func TestRulesAreOfThePlan(t *testing.T) {
	planFile := planWithRules(t, "words")
	r := loadRules(planFile)
	if r == nil || r.code != "c0de" || r.goCache != "/go" || r.cacheDir != "/weave" {
		t.Fatal(r)
	}
	file := rulesFile(planFile)
	content, _ := os.ReadFile(file)
	for name, change := range map[string]func(){
		"other plan":     func() { writeTestFile(t, planFile, "gots plan c0de "+strings.Repeat("0", 64)+"\n{}") },
		"no plan":        func() { os.Remove(planFile) },
		"cut off":        func() { writeTestFile(t, file, string(content[:len(content)-1])) },
		"damaged":        func() { writeTestFile(t, file, strings.Replace(string(content), "lib", "bib", 1)) },
		"group's":        func() { os.Chmod(file, 0o660) },
		"no rules":       func() { os.Remove(file) },
		"damaged plan":   func() { writeTestFile(t, planFile, "gots plan") },
		"something else": func() { writeTestFile(t, file, strings.Repeat("x", 100)) },
	} {
		m, _ := decode(content[4 : len(content)-sha256.Size])
		writeTestFile(t, planFile, "gots plan c0de "+m.text("plan")+"\n{}")
		os.Remove(file)
		writeTestFile(t, file, string(content))
		if loadRules(planFile) == nil {
			t.Fatal("rules that hold are not believed before: " + name)
		}
		if change(); loadRules(planFile) != nil {
			t.Error("believed: " + name)
		}
	}
}

func TestConditionsThatAreNone(t *testing.T) {
	deep := append(strings.Split(strings.Repeat("not ", maxConditionDepth+1), " "), "always")
	for _, words := range [][]string{nil, {"any"}, {"any", ""}, {"any", "2", "always"}, {"path", "9", "a"}, {"path", "-1", "a"}, {"unknown"}, {"not"}, deep} {
		if read, _, ok := readCondition(words, 0); ok {
			t.Error(words, "is read as", read)
		}
	}
	if _, rest, ok := readCondition([]string{"not", "path", "1", "a", "more"}, 0); !ok || len(rest) != 1 {
		t.Error(rest, ok)
	}
}

func TestFiledFacts(t *testing.T) {
	r, cases := ruleFixture(t, "testdata/rules/words.rules")
	r.cacheDir = t.TempDir()
	action := strings.Repeat("ab", 32)
	text := cases[0].Facts
	if _, ok := r.filedFacts(action); ok {
		t.Error("facts that are not filed are found")
	}
	file, content := r.factsRecord(action, text)
	writeTestFile(t, file, content)
	if got, ok := r.filedFacts(action); !ok || got != text {
		t.Error(got, ok)
	}
	if _, ok := r.filedFacts(strings.Repeat("cd", 32)); ok {
		t.Error("facts of another action are found")
	}
	os.Chmod(file, 0o646)
	if _, ok := r.filedFacts(action); ok {
		t.Error("facts that others may have written are believed")
	}
	os.Remove(file)
	writeTestFile(t, file, content+" ")
	if _, ok := r.filedFacts(action); ok {
		t.Error("facts that have grown are believed")
	}
}

func BenchmarkDecisions(b *testing.B) {
	for _, file := range ruleFiles(b) {
		r, cases := ruleFixture(b, file)
		b.Run(filepath.Base(file), func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				r.cannotWeaveFacts(cases[i%len(cases)].Facts, nil)
			}
		})
	}
}
