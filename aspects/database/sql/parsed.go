package hook

import (
	"strings"
	"sync"

	"github.com/gots-dev/gots/aspects/rt/sqltext"
)

// parsed keeps what was read of queries: programs send the same ones again and again. The memory is bounded: so many parts with so many
// queries of at most so many bytes. A part that is full begins again, so that queries which do not come back make room.
var parsed [8]parsedPart

const (
	maxParsed       = 128
	maxParsedLength = 1024
)

type parsedPart struct {
	sync.RWMutex
	kept map[parsedKey]sqltext.Statement
}

type parsedKey struct {
	query   string
	dialect sqltext.Dialect
	limit   int
}

func parse(query string, dialect sqltext.Dialect, limit int) sqltext.Statement {
	if len(query) > maxParsedLength {
		return sqltext.Parse(query, dialect, limit)
	}
	key, part := parsedKey{query, dialect, limit}, &parsed[len(query)%len(parsed)]
	part.RLock()
	found, ok := part.kept[key]
	part.RUnlock()
	if ok {
		return found
	}
	key.query = strings.Clone(query) // it may be a part of something large
	found = sqltext.Parse(key.query, dialect, limit)
	part.Lock()
	defer part.Unlock()
	switch {
	case part.kept == nil:
		part.kept = map[parsedKey]sqltext.Statement{}
	case len(part.kept) >= maxParsed:
		clear(part.kept)
	}
	part.kept[key] = found
	return found
}
