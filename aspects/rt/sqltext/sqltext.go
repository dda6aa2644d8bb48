// Package sqltext takes the literals out of SQL and says in a few words what a statement does. It shows a text only if the query can be
// read for certain: in a known dialect, with quotes that close, in statements that hold secrets in literals alone.
package sqltext

import "strings"

const (
	// maxSummary is the conventions' bound of db.query.summary, in bytes.
	maxSummary = 255
	// maxTables bounds the tables of a summary.
	maxTables = 32
	// maxQuery bounds the queries that are read whole; of longer ones the beginning is, for operation and tables.
	maxQuery = 1 << 20
)

// Statement is what a span says of a query.
type Statement struct {
	// Operation is the first keyword in capitals, such as SELECT; empty if there is none that is known.
	Operation string
	// Summary is operation and tables, such as "SELECT orders products".
	Summary string
	// Text is the query with ? for each literal, comments gone and blanks folded; empty if it could hold a literal.
	Text string
}

// Parse reads a query and gives at most max bytes of its text. It never fails: what it does not understand it leaves out. The work
// is linear in the length of the query.
func Parse(query string, dialect Dialect, max int) Statement {
	st, _ := parse(query, dialect, max)
	return st
}

func parse(query string, dialect Dialect, max int) (st Statement, work int) {
	if dialect <= Unknown || int(dialect) >= len(dialects) {
		return unknown(query)
	}
	p := parser{dialect: dialect, max: max, shown: len(query) <= maxQuery, sure: -1}
	p.scan = scanner{src: query[:min(len(query), maxQuery)], rules: dialects[dialect]}
	for p.step() {
	}
	if p.scan.doubtful && p.sure >= 0 {
		p.tables = p.tables[:p.sure]
	}
	if p.shown && !p.scan.doubtful && p.statement.shown() {
		st.Text = p.text.String()[:min(p.text.Len(), max)]
	}
	st.Operation = p.operation
	st.Summary = summary(p.operation, p.tables)
	return st, p.scan.work
}

// unknown tells the operation alone: which quotes and comments there are is not known.
func unknown(query string) (Statement, int) {
	scan := scanner{src: query[:min(len(query), maxQuery)], rules: rules{double: quoted}}
	var first statement
	k, token := scan.next()
	operation := first.first(k, capitals(token))
	return Statement{Operation: operation, Summary: operation}, scan.work
}

type parser struct {
	dialect   Dialect
	scan      scanner
	statement statement
	text      strings.Builder
	max       int
	operation string
	tables    []string
	// sure is how many tables were found before the first literal, -1 until there is one: if the query proves doubtful, these count.
	sure int
	// shown: no statement so far forbids the text.
	shown bool
	depth int
	// last and before are the keywords before this token, "" for other tokens.
	last, before string
	// name is what the dotted name of a table still wants: a dot, a part, nothing.
	name namePart
}

type namePart int

const (
	noName namePart = iota
	wantsDot
	wantsPart
)

func (p *parser) step() bool {
	k, token := p.scan.next()
	if k == end {
		return false
	}
	upper := ""
	if k == word {
		upper = capitals(token)
	}
	switch {
	case k == other && token == ";":
		p.finish()
	case k == other && token == "(" && !p.statement.started: // (SELECT …) UNION …
	case !p.statement.started:
		if operation := p.statement.first(k, upper); p.operation == "" {
			p.operation = operation
		}
	case k == word:
		p.statement.more(upper)
	}
	if k == either {
		k = p.resolve()
	}
	p.shown = p.shown && !(k == word && p.dialect.telling(upper, &p.statement))
	if k == literal && p.sure < 0 {
		p.sure = len(p.tables)
	}
	p.nameTables(k, token, upper)
	p.write(k, token)
	p.follow(k, token, upper)
	return true
}

// finish ends a statement.
func (p *parser) finish() {
	p.shown = p.shown && (!p.statement.started || p.statement.shown())
	p.statement, p.depth = statement{class: open}, 0
}

// resolve says what "x" is where the dialect has it both ways: a name where only a name can stand.
func (p *parser) resolve() kind {
	next := p.scan.at(0) == '.' && (isLetter(p.scan.at(1)) || p.scan.at(1) == '"')
	switch {
	case next, p.name == wantsPart && !p.scan.spaced:
		return quoted
	case p.namesTable() && (p.last != "FROM" || p.depth == 0):
		return quoted
	}
	return literal
}

// namesTable says whether the last keyword is one that a table's name follows.
func (p *parser) namesTable() bool {
	switch p.last {
	case "FROM":
		return p.before != "DISTINCT" // IS DISTINCT FROM compares
	case "UPDATE":
		return !notUpdating[p.before]
	}
	return beforeTable[p.last]
}

func (p *parser) nameTables(k kind, token, upper string) {
	if k != word && k != quoted || !p.statement.started || p.statement.class == closed {
		return
	}
	switch {
	case p.name == wantsPart && !p.scan.spaced:
		if last := &p.tables[len(p.tables)-1]; len(*last) < maxSummary {
			*last += "." + unquote(token)
		}
		p.name = wantsDot
	case p.namesTable() && !notTables[upper] && !modifiers[upper] && len(p.tables) < maxTables:
		p.tables = append(p.tables, unquote(token))
		p.name = wantsDot
		p.last = "" // the next word is no table
		return
	default:
		p.name = noName
	}
}

// follow keeps what the next token is judged by.
func (p *parser) follow(k kind, token, upper string) {
	switch {
	case token == "." && p.name != noName && !p.scan.spaced: // two of them leave out the schema
		p.name = wantsPart
		return
	case token == "(":
		p.depth++
	case token == ")":
		p.depth--
	case k == word && modifiers[upper] && beforeTable[p.last]:
		return // CREATE TABLE IF NOT EXISTS t: the table is still to come
	}
	if p.name == wantsPart || k == other || k == literal {
		p.name = noName
	}
	p.before, p.last = p.last, ""
	if k == word && p.name == noName {
		p.last = upper
	}
}

func (p *parser) write(k kind, token string) {
	if p.text.Len() >= p.max {
		return
	}
	if p.scan.spaced && p.text.Len() > 0 {
		p.text.WriteByte(' ')
	}
	if k == literal {
		token = "?"
	}
	p.text.WriteString(token[:min(len(token), p.max)])
}

// summary joins operation and tables, each table once.
func summary(operation string, tables []string) string {
	var out strings.Builder
	out.WriteString(operation)
	seen := map[string]bool{}
	for _, table := range tables {
		if out.Len()+1+len(table) > maxSummary {
			break
		}
		if !seen[table] && table != "" {
			seen[table] = true
			if out.Len() > 0 {
				out.WriteByte(' ')
			}
			out.WriteString(table)
		}
	}
	return out.String()
}

// unquote gives a name without its quotes, and of a very long one the beginning.
func unquote(name string) string {
	return strings.Trim(name[:min(len(name), maxSummary)], "\"`[]")
}
