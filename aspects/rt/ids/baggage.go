package ids

import (
	"net/url"
	"strings"
	"unicode/utf8"
)

// Bounds of a baggage header: W3C Baggage, section 3.3.2 asks for 64 members and 8,192 bytes at least.
const (
	maxBaggageMembers = 64
	maxBaggageLength  = 8192
)

// Member is an entry of a baggage. Value is decoded; Properties is what stood behind the first semicolon, as it came.
type Member struct{ Key, Value, Properties string }

// Baggage is what a program hands along with its requests. It is immutable.
type Baggage struct{ members []Member }

// ParseBaggage reads a baggage header. Members that are malformed or that are too many are left out; of a key that comes twice, the
// last one counts.
func ParseBaggage(header string) Baggage {
	var b Baggage
	if len(header) > maxBaggageLength {
		return b
	}
	for rest, more := header, header != ""; more; {
		var text string
		text, rest, more = strings.Cut(rest, ",")
		if m, ok := parseMember(text); ok {
			b.put(m)
		}
	}
	return b
}

func parseMember(text string) (Member, bool) {
	pair, properties, _ := strings.Cut(text, ";")
	key, value, ok := strings.Cut(pair, "=")
	key, value = strings.Trim(key, " \t"), strings.Trim(value, " \t")
	if !ok || !isToken(key) || !isBaggageText(value) || !isProperties(properties) {
		return Member{}, false
	}
	decoded, err := url.PathUnescape(value)
	if err != nil {
		return Member{}, false
	}
	if !utf8.ValidString(decoded) {
		decoded = strings.ToValidUTF8(decoded, "\uFFFD")
	}
	return Member{strings.Clone(key), strings.Clone(decoded), strings.Clone(strings.Trim(properties, " \t"))}, true
}

func (b *Baggage) put(m Member) {
	for i := range b.members {
		if b.members[i].Key == m.Key {
			b.members[i] = m
			return
		}
	}
	if len(b.members) < maxBaggageMembers {
		b.members = append(b.members, m)
	}
}

// With gives the baggage with another member; a key that is no token changes nothing.
func (b Baggage) With(m Member) Baggage {
	if !isToken(m.Key) || !isProperties(m.Properties) {
		return b
	}
	out := Baggage{append([]Member(nil), b.members...)}
	out.put(m)
	return out
}

// Members gives the entries; not to be changed.
func (b Baggage) Members() []Member { return b.members }

// Get gives the value of a key; "" if it has none.
func (b Baggage) Get(key string) string {
	for _, m := range b.members {
		if m.Key == key {
			return m.Value
		}
	}
	return ""
}

// String gives the baggage as a header. Members that would make it longer than 8,192 bytes are left out.
func (b Baggage) String() string {
	var out strings.Builder
	for _, m := range b.members {
		text := m.Key + "=" + escape(m.Value)
		if m.Properties != "" {
			text += ";" + m.Properties
		}
		if out.Len()+1+len(text) > maxBaggageLength {
			continue
		}
		if out.Len() > 0 {
			out.WriteByte(',')
		}
		out.WriteString(text)
	}
	return out.String()
}

// escape writes what a baggage value may not hold as %XX.
func escape(value string) string {
	var out strings.Builder
	for i := 0; i < len(value); i++ {
		if c := value[i]; isBaggageOctet(c) && c != '%' {
			out.WriteByte(c)
		} else {
			const digits = "0123456789ABCDEF"
			out.Write([]byte{'%', digits[c>>4], digits[c&15]})
		}
	}
	return out.String()
}

// isBaggageOctet: W3C Baggage, section 3.3.1.
func isBaggageOctet(c byte) bool {
	return c > ' ' && c <= '~' && c != '"' && c != ',' && c != ';' && c != '\\'
}

func isBaggageText(text string) bool {
	for i := 0; i < len(text); i++ {
		if !isBaggageOctet(text[i]) {
			return false
		}
	}
	return true
}

// isProperties: key or key=value, separated by semicolons.
func isProperties(text string) bool {
	if text == "" {
		return true
	}
	for _, property := range strings.Split(text, ";") {
		key, value, _ := strings.Cut(property, "=")
		if !isToken(strings.Trim(key, " \t")) || !isBaggageText(strings.Trim(value, " \t")) {
			return false
		}
	}
	return true
}

// isToken: RFC 7230, section 3.2.6.
func isToken(text string) bool {
	for i := 0; i < len(text); i++ {
		c := text[i]
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
		if !letter && strings.IndexByte("!#$%&'*+-.^_`|~", c) < 0 {
			return false
		}
	}
	return text != ""
}
