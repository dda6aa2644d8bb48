//go:build linux || darwin

package main

import (
	"encoding/base64"
	"strings"
	"testing"
)

// Where only the text of a package tells whether an aspect matches, the server's answer is kept, for other plans with the same such aspects too.
func TestGetsOfPackagesWhoseTextWasLookedAt(t *testing.T) {
	for _, test := range []struct {
		name, ofText, facts, kind, indexed string
		want                               string
	}{
		{"the same aspects", "aa", factsText("p", ""), "v", "aa", "hit"},
		{"other aspects of the kind", "bb", factsText("p", ""), "v", "aa", "server"},
		{"no such aspects any more, and one that matches anywhere", "", factsText("p", ""), "v", "aa", "server"},
		{"woven", "aa", factsText("p", ""), "w", "", "server"},
		{"of no cache", "aa", factsText("p", ""), "-", "", "server"},
		{"another aspect may match by the facts", "aa", factsText("q", `"lib"`), "v", "", "server"},
		{"link dependencies below", "aa", strings.Replace(factsText("p", ""), "[]}", `[{"path":"x","kind":"import"}]}`, 1), "v", "", "server"},
	} {
		t.Run(test.name, func(t *testing.T) {
			f, told := decidingFront(t)
			there := withServer(t, f)
			d := f.decides
			always, _, _ := readCondition([]string{"always"}, 0)
			d.rules.others, d.rules.normal, d.rules.ofText = d.rules.normal, indexOf(&always), "aa"
			action := actionOf(5)
			id := hexID(t, action)
			d.index.note(id, test.facts)
			entryIn(t, f.caches.user, action, "!<arch>\nno package")
			f.read([]byte(get(1, action)))
			if m := asked(t, there); m.kind != "get" {
				t.Fatalf("the server is first asked %q", m)
			}
			says(f, there, []field{{"got", nil}, {"id", []string{"1"}}, {"action", []string{action}}, {"answer", []string{test.kind}},
				{"path", []string{"/object"}}, {"size", []string{"10"}}, {"fields", []string{`"Size":10`}}})
			f.saveFacts()
			index := loadFactsIndex(d.index.file, d.index.code)
			if index.plain[id] != test.indexed {
				t.Fatalf("noted %v", index.plain)
			}
			d.index, d.rules.ofText, f.late, *told = index, test.ofText, transcript{}, nil
			f.read([]byte(get(2, action)))
			got := "server"
			if m := asked(t, there); m.kind == "" && len(*told) == 1 {
				got = "hit"
			}
			if got != test.want {
				t.Errorf("%s, told %q", got, *told)
			}
		})
	}
}

// What go files after a compile that the server was asked about says as much: an object without a place in the weave cache was left as it is.
func TestPutsOfPackagesWhoseTextWasLookedAt(t *testing.T) {
	leftAlone := factsText("p", "")
	for _, test := range []struct {
		name, facts, ofText string
		change              func(f *front, action string)
		want                string
	}{
		{"left as it is", leftAlone, "aa", func(*front, string) {}, "aa"},
		{"woven", leftAlone, "aa", func(f *front, action string) { f.placed[action] = strings.Repeat("6b", 32) }, ""},
		{"no compile of this build", leftAlone, "aa", func(f *front, _ string) { clear(f.compiled) }, ""},
		{"no weaving in this build", leftAlone, "aa", func(f *front, _ string) { f.mode = plain }, ""},
		{"another aspect may match by the facts", factsText("q", `"lib"`), "aa", func(*front, string) {}, ""},
		{"link dependencies below", strings.Replace(leftAlone, "[]}", `[{"path":"x","kind":"relocation"}]}`, 1), "aa", func(*front, string) {}, ""},
		{"a package of the go distribution's programs", factsText("cmd/go", ""), "aa", func(*front, string) {}, ""},
		{"no aspect that any text may hold", leftAlone, "", func(*front, string) {}, ""},
		{"facts that are not known", "", "aa", func(*front, string) {}, ""},
		{"no rules", leftAlone, "aa", func(f *front, _ string) { f.decides = nil }, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			f, _ := decidingFront(t)
			withServer(t, f)
			d := f.decides
			d.rules.ofText = test.ofText
			body := []byte("!<arch>\nobject")
			action, output := idsOf(0, body)
			encoded := base64.StdEncoding.EncodeToString(action)
			if test.facts != "" {
				d.index.note(hexID(t, encoded), test.facts)
			}
			prefix, _ := actionPrefix(encoded)
			f.compiled[prefix] = true
			test.change(f, encoded)
			f.read(asGo(1, action, output, body))
			if got := d.index.plain[hexID(t, encoded)]; got != test.want {
				t.Errorf("noted %q", got)
			}
		})
	}
}

// A build that the record answers looks at few facts; those of the others stay for the build after an edited aspect.
func TestFactsStayWhereTheRecordAnswers(t *testing.T) {
	for _, hasRecord := range []bool{true, false} {
		f, _ := decidingFront(t)
		index := f.decides.index
		index.known = map[string]string{"01": "a", "02": "b"}
		index.plain["01"] = "aa"
		index.note("03", "c")
		if hasRecord {
			f.replay = &replay{}
		}
		f.saveFacts()
		saved := loadFactsIndex(index.file, index.code)
		if want := map[bool]int{true: 3, false: 1}[hasRecord]; len(saved.known) != want || (saved.plain["01"] == "aa") != hasRecord {
			t.Errorf("record %v: %v, %v", hasRecord, saved.known, saved.plain)
		}
	}
}
