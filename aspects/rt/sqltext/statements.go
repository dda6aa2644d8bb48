package sqltext

import "strings"

// class says what may be shown of a statement that begins with a keyword.
type class int

const (
	closed      class = iota // operation alone: it may hold secrets that are no literals (ALTER USER u IDENTIFIED BY tiger)
	open                     // text and tables
	definition               // open if what it defines is
	transaction              // open if nothing but its options follows; BEGIN also begins blocks of code
	prefix                   // as the keyword that follows
)

// keywords that statements begin with, as constants: an operation never holds a part of the query.
var keywords = func() map[string]class {
	all := map[string]class{
		"CREATE": definition, "ALTER": definition, "BEGIN": transaction, "START": transaction, "EXPLAIN": prefix,
	}
	for c, list := range map[class]string{
		open: "COMMIT DELETE DESC DESCRIBE DROP END INSERT MERGE RELEASE REPLACE ROLLBACK SAVEPOINT SELECT SHOW TRUNCATE UPDATE UPSERT VALUES WITH",
		closed: "ABORT ADD ANALYZE ATTACH BACKUP CALL CHANGE CHECKPOINT CLOSE CLUSTER COMMENT COPY DBCC DEALLOCATE DECLARE DETACH DISCARD DO EXEC " +
			"EXECUTE EXPORT FETCH FLUSH GET GRANT HANDLER IF IMPORT INSTALL KILL LIST LISTEN LOAD LOCK MOVE NOTIFY OPEN OPTIMIZE PRAGMA PREPARE " +
			"PRINT PURGE PUT REFRESH REINDEX RENAME RESET RESTORE REVOKE SET SYSTEM UNDROP UNLISTEN UNLOCK USE VACUUM WHILE",
	} {
		for _, keyword := range strings.Fields(list) {
			all[keyword] = c
		}
	}
	return all
}()

// set makes a set of words.
func set(list string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(list) {
		out[w] = true
	}
	return out
}

var (
	// defined are the objects whose definitions are shown: what makes them holds no secrets but in literals.
	defined = set("TABLE INDEX VIEW SEQUENCE")
	// beforeObject may stand between CREATE and the object.
	beforeObject = set("OR REPLACE TEMP TEMPORARY UNLOGGED GLOBAL LOCAL UNIQUE CLUSTERED NONCLUSTERED FULLTEXT SPATIAL BITMAP MATERIALIZED " +
		"VIRTUAL RECURSIVE TRANSIENT CONCURRENTLY")
	// options of BEGIN and START.
	options = set("TRANSACTION TRAN WORK DEFERRED IMMEDIATE EXCLUSIVE CONCURRENT ISOLATION LEVEL READ WRITE ONLY COMMITTED UNCOMMITTED REPEATABLE " +
		"SERIALIZABLE SNAPSHOT WITH CONSISTENT")
	ofExplain = set("ANALYZE VERBOSE QUERY PLAN")
	// beforeTable is what a table's name follows, modifiers what may stand between.
	beforeTable = set("FROM INTO JOIN UPDATE TABLE")
	modifiers   = set("IF NOT EXISTS ONLY LATERAL OR IGNORE")
	// notTables stand where a table's name would, as in FROM (SELECT.
	notTables = set("SELECT SET OF VALUES WITH SKIP NOWAIT")
	// notUpdating: FOR UPDATE, DO UPDATE, ON UPDATE, ON DUPLICATE KEY UPDATE name no table.
	notUpdating = set("FOR DO ON KEY")
)

// statement follows the statements of a query, which may be several.
type statement struct {
	class     class
	started   bool
	explained bool
	insert    bool
}

// first takes the first token of a statement and gives its keyword, "" if there is none of those known.
func (s *statement) first(k kind, upper string) string {
	if s.explained && ofExplain[upper] { // EXPLAIN ANALYZE SELECT …
		return ""
	}
	s.started, s.class, s.insert = true, closed, upper == "INSERT"
	if k != word {
		return ""
	}
	c, ok := keywords[upper]
	if !ok {
		return ""
	}
	s.class = c
	if c == prefix {
		s.started, s.class, s.explained = false, open, true
	}
	return upper
}

// more takes a further word of a statement.
func (s *statement) more(upper string) {
	switch {
	case s.class == definition && defined[upper]:
		s.class = open
	case s.class == definition && !beforeObject[upper], s.class == transaction && !options[upper]:
		s.class = closed
	}
}

// shown says whether the text up to here may be shown.
func (s *statement) shown() bool { return s.class != closed && s.class != definition }

// telling are words after which secrets stand without quotes.
func (d Dialect) telling(upper string, st *statement) bool {
	switch upper {
	case "IDENTIFIED":
		return true
	case "EXEC", "EXECUTE": // EXEC p secret; T-SQL needs no semicolon before it
		return d == SQLServer
	case "FORMAT": // INSERT INTO t FORMAT CSV, and then the data
		return d == ClickHouse && st.insert
	}
	return false
}

// vocabulary has all words that are compared with something.
var vocabulary = func() map[string]string {
	all := map[string]string{}
	for _, words := range []map[string]bool{
		defined, beforeObject, options, ofExplain, beforeTable, modifiers, notTables, notUpdating, set("IDENTIFIED EXEC EXECUTE FORMAT DISTINCT"),
	} {
		for w := range words {
			all[w] = w
		}
	}
	for keyword := range keywords {
		all[keyword] = keyword
	}
	return all
}()

// longestWord bounds the words of the vocabulary.
const longestWord = 16

// capitals gives a word in capitals if it is one of the vocabulary, else "". The result is no part of the query.
func capitals(token string) string {
	if len(token) > longestWord {
		return ""
	}
	var upper [longestWord]byte
	for i := range len(token) {
		c := token[i]
		if c >= 'a' && c <= 'z' {
			c -= 'a' - 'A'
		}
		upper[i] = c
	}
	return vocabulary[string(upper[:len(token)])]
}
