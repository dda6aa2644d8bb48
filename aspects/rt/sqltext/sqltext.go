// Package sqltext takes the literals out of SQL and says in a few words what a statement does.
package sqltext

import "strings"

// maxText bounds the text that spans carry, in bytes.
const maxText = 4096

// maxSummary is the conventions' bound of db.query.summary, in bytes.
const maxSummary = 255

// Statement is what a span says of a query.
type Statement struct {
	// Operation is the first keyword in capitals, such as SELECT; empty if there is none.
	Operation string
	// Summary is operation and tables, such as "SELECT orders products".
	Summary string
	// Text is the query with ? for each literal, comments gone and blanks folded.
	Text string
}

// Dialect says how texts are quoted.
type Dialect int

const (
	// Standard SQL: "x" is a name, a backslash is an ordinary character (but not in E'…').
	Standard Dialect = iota
	// MySQL and its kin: "x" is a text, a backslash escapes.
	MySQL
)

// Parse reads a query. It never fails: what it does not understand it leaves out of the summary.
func Parse(query string, dialect Dialect) Statement {
	var (
		text    strings.Builder
		words   []string
		summary []string
		prev    string
	)
	scan := scanner{src: query, dialect: dialect}
	for {
		kind, token := scan.next()
		if kind == end {
			break
		}
		if kind == literal {
			token = "?"
		}
		if text.Len() < maxText {
			if scan.spaced && text.Len() > 0 {
				text.WriteByte(' ')
			}
			text.WriteString(token)
		}
		upper := strings.ToUpper(token)
		switch {
		case kind == word && len(words) == 0:
			words = append(words, upper)
			summary = append(summary, upper)
		case (kind == word || kind == quoted) && namesTable(prev) && !isModifier(upper):
			summary = append(summary, unquote(token)+scan.path())
		}
		if kind == word && isModifier(upper) && namesTable(prev) {
			continue // CREATE TABLE IF NOT EXISTS t: the table is still to come
		}
		prev = ""
		if kind == word {
			prev = upper
		}
	}
	st := Statement{Text: cut(text.String(), maxText), Summary: cut(strings.Join(dedupe(summary), " "), maxSummary)}
	if len(words) > 0 {
		st.Operation = words[0]
	}
	return st
}

// namesTable says whether a table's name follows the keyword.
func namesTable(keyword string) bool {
	switch keyword {
	case "FROM", "INTO", "JOIN", "UPDATE", "TABLE":
		return true
	}
	return false
}

func isModifier(keyword string) bool {
	switch keyword {
	case "IF", "NOT", "EXISTS", "ONLY", "LATERAL", "SELECT", "OR", "IGNORE", "REPLACE", "ABORT", "FAIL", "ROLLBACK", "SET", "OF":
		return true
	}
	return false
}

// dedupe drops the repeated tables, not the operation in front.
func dedupe(parts []string) []string {
	seen := map[string]bool{}
	var out []string
	for i, p := range parts {
		if i > 0 && seen[p] {
			continue
		}
		if i > 0 {
			seen[p] = true
		}
		out = append(out, p)
	}
	return out
}

func unquote(name string) string { return strings.Trim(name, "\"`[]") }

// cut shortens s to n bytes without splitting a character.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && s[n]&0xC0 == 0x80 {
		n--
	}
	return s[:n]
}
