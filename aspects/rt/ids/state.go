package ids

import "strings"

// Bounds of a trace state: W3C Trace Context, section 3.3.1; the length is a bound of ours, the specification asks for 512 at least.
const (
	maxStateMembers = 32
	maxStateLength  = 1024
)

// State is the trace state of W3C Trace Context in the form of its header: vendor=value,… It is well-formed: only ParseState and Insert
// make one.
type State struct{ text string }

// ParseState reads a tracestate header. Of one that is malformed, has a key twice, more than 32 members or more than 1,024 bytes, it
// keeps nothing, as the specification says.
func ParseState(header string) (State, bool) {
	if header == "" {
		return State{}, true // as with most requests
	}
	if len(header) > maxStateLength {
		return State{}, false
	}
	clean, members := true, 0
	var keys [maxStateMembers]string
	for rest, more := header, true; more; {
		var member string
		member, rest, more = strings.Cut(rest, ",")
		trimmed := strings.Trim(member, " \t")
		clean = clean && trimmed == member && member != ""
		if trimmed == "" {
			continue
		}
		key, value, ok := strings.Cut(trimmed, "=")
		if !ok || members == maxStateMembers || !isStateKey(key) || !isStateValue(value) {
			return State{}, false
		}
		for _, other := range keys[:members] {
			if other == key {
				return State{}, false
			}
		}
		keys[members] = key
		members++
	}
	if clean {
		return State{strings.Clone(header)}, true
	}
	var out strings.Builder
	for _, member := range strings.Split(header, ",") {
		if member = strings.Trim(member, " \t"); member != "" {
			if out.Len() > 0 {
				out.WriteByte(',')
			}
			out.WriteString(member)
		}
	}
	return State{out.String()}, true
}

// String gives the state as a header.
func (s State) String() string { return s.text }

// Get gives the value of a key; "" if it has none.
func (s State) Get(key string) string {
	for rest, more := s.text, s.text != ""; more; {
		var member string
		member, rest, more = strings.Cut(rest, ",")
		if k, value, _ := strings.Cut(member, "="); k == key {
			return value
		}
	}
	return ""
}

// Insert puts a key in front, or moves it there with its new value; the last member goes if there are too many. A key or value that is
// not allowed changes nothing.
func (s State) Insert(key, value string) State {
	if !isStateKey(key) || !isStateValue(value) {
		return s
	}
	members := []string{key + "=" + value}
	for _, member := range strings.Split(s.text, ",") {
		if k, _, _ := strings.Cut(member, "="); member != "" && k != key && len(members) < maxStateMembers {
			members = append(members, member)
		}
	}
	for {
		text := strings.Join(members, ",")
		if len(text) <= maxStateLength {
			return State{text}
		}
		members = members[:len(members)-1]
	}
}

// isStateKey: simple-key, or tenant@system (Trace Context level 2, section 3.3.1.3.1: a key begins with a small letter or a digit).
func isStateKey(key string) bool {
	tenant, system, multi := strings.Cut(key, "@")
	if multi {
		return isStateWord(tenant, 241) && isStateWord(system, 14) && (system[0] < '0' || system[0] > '9')
	}
	return isStateWord(key, 256)
}

func isStateWord(word string, most int) bool {
	if word == "" || len(word) > most {
		return false
	}
	for i := 0; i < len(word); i++ {
		c := word[i]
		letter := c >= 'a' && c <= 'z' || c >= '0' && c <= '9'
		if !letter && (i == 0 || c != '_' && c != '-' && c != '*' && c != '/') {
			return false
		}
	}
	return true
}

// isStateValue: printable ASCII without comma and equals sign, at most 256, no blank at the end.
func isStateValue(value string) bool {
	if value == "" || len(value) > 256 || value[len(value)-1] == ' ' {
		return false
	}
	for i := 0; i < len(value); i++ {
		if c := value[i]; c < ' ' || c > '~' || c == ',' || c == '=' {
			return false
		}
	}
	return true
}
