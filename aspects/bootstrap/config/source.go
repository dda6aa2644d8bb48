package config

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// source reads variables, and collects what is wrong with them.
type source struct {
	getenv   func(string) string
	readFile func(string) ([]byte, error)
	problems []Problem
}

// get gives a value without blanks around it; "" where it is not set.
func (s *source) get(name string) string { return strings.TrimSpace(s.getenv(name)) }

// first gives the first of these variables that is set; the last one's name where none is.
func (s *source) first(names ...string) (name, value string) {
	for _, name = range names {
		if value = s.get(name); value != "" {
			return name, value
		}
	}
	return name, ""
}

// report notes a problem. Several signals read the same variable; it is told once.
func (s *source) report(p Problem) {
	for _, known := range s.problems {
		if known == p {
			return
		}
	}
	s.problems = append(s.problems, p)
}

func (s *source) bad(name, value, is, used string) {
	s.report(Problem{Name: name, Value: Shown(value), Is: is, Used: used})
}

// number reads a whole number of least or more, from the first variable that is set.
func (s *source) number(otherwise, least int, names ...string) int {
	name, text := s.first(names...)
	if text == "" {
		return otherwise
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < least || n > math.MaxInt32 {
		s.bad(name, text, fmt.Sprintf("is no number of %d or more", least), fmt.Sprintf("using %d", otherwise))
		return otherwise
	}
	return n
}

// milliseconds reads a time.
func (s *source) milliseconds(otherwise, least int, names ...string) time.Duration {
	name, text := s.first(names...)
	n := otherwise
	if text != "" {
		asked, err := strconv.Atoi(text)
		if err != nil || asked < least || asked > math.MaxInt32 {
			s.bad(name, text, "is no number of milliseconds", fmt.Sprintf("using %d", otherwise))
		} else {
			n = asked
		}
	}
	return time.Duration(n) * time.Millisecond
}

// boolean reads true or false. The specification wants everything else to be false.
func (s *source) boolean(name string) bool {
	text := s.get(name)
	if text == "" || strings.EqualFold(text, "false") {
		return false
	}
	if strings.EqualFold(text, "true") {
		return true
	}
	s.bad(name, text, "is neither true nor false", "using false")
	return false
}

// choice reads one of a few words; the first of them is the default.
func choice[T ~string](s *source, words []T, names ...string) T {
	name, text := s.first(names...)
	if text == "" {
		return words[0]
	}
	for _, word := range words {
		if strings.EqualFold(text, string(word)) {
			return word
		}
	}
	s.bad(name, text, "is none of "+join(words), "using "+string(words[0]))
	return words[0]
}

// known keeps those entries of a list that are in words, in small letters and without repetitions, and reports the others. otherwise
// is used where the list is empty, or has nothing that is known. The word none empties the list; beside others it means nothing.
func (s *source) known(name string, words, otherwise []string) []string {
	text := s.get(name)
	if text == "" {
		return otherwise
	}
	var out []string
	none := false
	for _, entry := range Names(text) {
		word := strings.ToLower(entry)
		switch {
		case word == "none":
			none = true
		case !has(words, word):
			s.bad(name, entry, "is none of "+join(words)+", none", "leaving it out")
		case !has(out, word):
			out = append(out, word)
		}
	}
	switch {
	case none && len(out) > 0:
		s.bad(name, text, "has none beside others", "using "+join(out))
	case !none && len(out) == 0:
		s.bad(name, "", "nothing in it can be used", "using "+orNone(otherwise))
		return otherwise
	}
	return out
}

// Names splits a comma list: without blanks, and without empty and repeated entries.
func Names(list string) []string {
	var out []string
	for _, name := range strings.Split(list, ",") {
		if name = strings.TrimSpace(name); name != "" && !has(out, name) {
			out = append(out, name)
		}
	}
	return out
}

func has(list []string, entry string) bool {
	for _, e := range list {
		if e == entry {
			return true
		}
	}
	return false
}

func join[T ~string](words []T) string {
	texts := make([]string, len(words))
	for i, word := range words {
		texts[i] = string(word)
	}
	return strings.Join(texts, ", ")
}

func orNone(list []string) string {
	if len(list) == 0 {
		return "none"
	}
	return join(list)
}
