//go:build linux || darwin

package main

import (
	"syscall"
	"time"
)

// factsIndex holds the facts of the actions of the last build of a command in one file. They depend on neither aspects nor plan, so that after
// an edited aspect some hundred Gets are decided without as many records being read.
type factsIndex struct {
	file, code string
	// known and used hold the JSON text of facts by action (hex): of the last build, and of this one.
	known, used map[string]string
	// plain names by action (hex) the aspects whose match depends on the text of a package (rules.ofText), and that matched nowhere in it.
	plain map[string]string
	// texts holds what is known of the files of an action (hex), as texts.text writes it; "" if that is nothing.
	texts map[string]string
	// hasNews: the file is to be written again.
	hasNews bool
}

// indexSeconds is the age after which an index is written again, though nothing in it has changed.
const indexSeconds = 3600

// factsIndexFile names the index of a go command in its place, like the server's files of builds.
func (r *rules) factsIndexFile(cwd string, command []string) string {
	return r.cacheDir + "/builds/" + hashOf(append([]string{"facts", r.code, cwd}, command...))[:32] + ".facts"
}

// loadFactsIndex reads an index; it is empty where there is none that can be believed.
func loadFactsIndex(file, code string) *factsIndex {
	x := &factsIndex{file: file, code: code, known: map[string]string{}, used: map[string]string{}, plain: map[string]string{}, texts: map[string]string{}}
	bytes, ok := readOwn(file)
	if !ok {
		return x
	}
	m, ok := messageIn(bytes)
	if !ok || m.kind != "facts" || m.text("code") != code {
		return x
	}
	// Files that were not written for days are removed (src/cache/disk/trim.ts).
	var stat syscall.Stat_t
	syscall.Stat(file, &stat)
	modified, _ := timesOf(&stat)
	x.hasNews = time.Now().Unix()-int64(modified.Sec) > indexSeconds
	for words := m.list("actions"); len(words) >= 2; words = words[2:] {
		x.known[words[0]] = words[1]
	}
	for words := m.list("plain"); len(words) >= 2; words = words[2:] {
		x.plain[words[0]] = words[1]
	}
	for words := m.list("texts"); len(words) >= 2; words = words[2:] {
		x.texts[words[0]] = words[1]
	}
	return x
}

// find returns the facts of an action.
func (x *factsIndex) find(action string) (text string, ok bool) {
	if text, ok = x.used[action]; ok {
		return text, true
	}
	if text, ok = x.known[action]; ok {
		x.used[action] = text
	}
	return text, ok
}

// note adds the facts of an action that this build has found out.
func (x *factsIndex) note(action, text string) {
	if x.known[action] != text {
		x.hasNews = true
	}
	x.used[action] = text
}

// notePlain adds that aspects of a hash matched nowhere in the text of an action.
func (x *factsIndex) notePlain(action, ofText string) {
	if x.plain[action] != ofText {
		x.plain[action] = ofText
		x.hasNews = true
	}
}

// noteTexts adds what is known of the files of an action.
func (x *factsIndex) noteTexts(action, text string) {
	x.texts[action], x.hasNews = text, x.hasNews || text != ""
}

// carry keeps what earlier builds have found out and this one did not look at.
func (x *factsIndex) carry() {
	for action, text := range x.known {
		if _, ok := x.used[action]; !ok && len(x.used) < maxAnswers {
			x.used[action] = text
		}
	}
}

// content is what the file is to hold: a frame, and its SHA-256. false if it holds that already.
func (x *factsIndex) content() ([]byte, bool) {
	if !x.hasNews && len(x.used) == len(x.known) {
		return nil, false
	}
	words := make([]string, 0, 2*len(x.used))
	for action, text := range x.used {
		words = append(words, action, text)
	}
	return withSum(frameOf([]field{
		{name: "facts"}, {"code", []string{x.code}}, {"actions", words}, {"plain", x.usedOf(x.plain)}, {"texts", x.usedOf(x.texts)},
	})), true
}

// usedOf is what a map says of the actions of this build, as a list.
func (x *factsIndex) usedOf(said map[string]string) []string {
	words := make([]string, 0, 2*len(x.used))
	for action := range x.used {
		if text := said[action]; text != "" {
			words = append(words, action, text)
		}
	}
	return words
}
