package sqltext

import "strings"

// Dialect says how a database writes texts, names and comments.
type Dialect int

const (
	// Unknown is a dialect of which nothing can be said: neither a query's text nor its tables are.
	Unknown Dialect = iota
	PostgreSQL
	MySQL
	SQLite
	SQLServer
	Oracle
	ClickHouse
	Snowflake
	DuckDB
	Trino
	DB2
)

// rules of a dialect.
type rules struct {
	// double says what "x" is.
	double kind
	// backtick and bracket: `x` and [x] are names.
	backtick, bracket bool
	// escapes: a backslash in 'x' escapes what follows; nameEscapes: in "x" and `x`, too; settable: servers can be set the other way.
	escapes, nameEscapes, settable bool
	// prefixes of literals, in small letters: x'FF'. With e, a backslash escapes; q is Oracle's q'[x]'.
	prefixes string
	// dollars: $tag$ x $tag$ is a text.
	dollars bool
	// money: $1.50 is a number, not a placeholder.
	money bool
	// numbered: :1 and ?1 are placeholders.
	numbered bool
	// nested: comments hold comments.
	nested bool
	// hash is what begins a comment: '#', "# " and "#!", or nothing; in names it may occur where it begins none.
	hash hashRule
	// hashes are the characters that make an operator or a placeholder of the # before.
	hashes string
	// slashes: // begins a comment.
	slashes bool
	// dashBlank: -- begins a comment only before a blank.
	dashBlank bool
	// versions: /*! x */ is no comment.
	versions bool
}

type hashRule int

const (
	hashOther hashRule = iota
	hashComment
	hashBlankComment
	hashName
)

var dialects = [...]rules{
	PostgreSQL: {double: quoted, settable: true, prefixes: "b e n x", dollars: true, nested: true, hashes: ">-#="},
	MySQL:      {double: literal, backtick: true, escapes: true, settable: true, prefixes: "b n x", hash: hashComment, dashBlank: true, versions: true},
	SQLite:     {double: either, backtick: true, bracket: true, prefixes: "x", numbered: true},
	SQLServer:  {double: either, bracket: true, prefixes: "n", money: true, nested: true, hash: hashName},
	Oracle:     {double: quoted, prefixes: "n nq q", numbered: true, hash: hashName},
	ClickHouse: {double: quoted, backtick: true, escapes: true, nameEscapes: true, prefixes: "b x", dollars: true, hash: hashBlankComment},
	Snowflake:  {double: quoted, escapes: true, prefixes: "x", dollars: true, slashes: true},
	DuckDB:     {double: quoted, prefixes: "e x", dollars: true, nested: true, hashes: "0123456789"},
	Trino:      {double: quoted, prefixes: "x"},
	DB2:        {double: quoted, prefixes: "bx g gx n ux x", nested: true, numbered: true, hash: hashName},
}

// prefix says whether a word before a quote belongs to the literal.
func (r rules) prefix(word string) bool {
	if len(word) > 2 {
		return false
	}
	for _, p := range strings.Fields(r.prefixes) {
		if strings.EqualFold(p, word) {
			return true
		}
	}
	return false
}
