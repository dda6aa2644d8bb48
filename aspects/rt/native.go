package rt

import (
	"context"
	"slices"
	"strings"
	"sync"
)

// Libraries bring instrumentations of their own, which wake up where there is a provider; with a bridge there is one always. Most need no
// entry here, because what they start tells what it stands for: a server's span while a request is answered (rest of go-zero), a client's
// with attributes of a request (otelhttp, which google.golang.org/api, cloud.google.com/go/auth and the client of Docker use), or one that
// puts its ids into the header. Listed are those whose spans look like any client's at the moment that counts.

// native is a sort of client spans that a library makes.
type native struct {
	scope string // of its tracer
	name  string // of the span; "" for all
	// stands are the layers of requests and statements that such a span stands for.
	stands []string
	// hook is the instrumentation whose spans tell more. Where it is installed and the program has no provider, which would mean that it
	// has asked for the library's spans, these are not started. Without, they take the place of the hook's.
	hook string
	// sends says that the library does not put the ids into the requests that it sends.
	sends bool
}

var natives = []native{
	// The attributes are set when the response is there (elastic-transport-go, elastictransport.ElasticsearchOpenTelemetry). A client makes
	// spans where its configuration asks for it; there may be several requests in one, to one node after the other.
	{scope: "elasticsearch-api", stands: []string{"db.", "http."}, sends: true},
	// core/stores/sqlx, redis and mon: one name for all, and one attribute in words of their own.
	{scope: "go-zero", name: "sql", stands: []string{"db."}, hook: "database/sql"},
	{scope: "go-zero", name: "redis", stands: []string{"db."}},
	{scope: "go-zero", name: "mongo", stands: []string{"db."}},
	// google.golang.org/grpc/stats/opentelemetry, where the program gives it a provider: attributes in words of its own.
	{scope: "grpc-go", stands: []string{"rpc."}},
}

func nativeOf(scope, name string) *native {
	for i := range natives {
		if n := &natives[i]; n.scope == scope && (n.name == "" || n.name == name) {
			return n
		}
	}
	return nil
}

// databaseScopes are words in the names of instrumentation libraries for databases: some of their spans have no attributes at first.
var databaseScopes = []string{"otelsql", "splunksql", "otelpgx", "gorm", "bunotel", "otelsqlx", "otelent", "sqltrace", "sqlmw"}

// StandsFor says whether a client span of this scope and name stands for a request or a statement of a layer ("http.", "db."), whatever its
// attributes say.
func StandsFor(scope, name, layer string) bool {
	if n := nativeOf(scope, name); n != nil && slices.Contains(n.stands, layer) {
		return true
	}
	return layer == "db." && slices.ContainsFunc(databaseScopes, func(word string) bool { return strings.Contains(scope, word) })
}

// Unwanted says whether a span that a library starts, while the program has set no provider, is left out because a hook's tells more.
func Unwanted(scope, name string, kind Kind) bool {
	if kind != Client {
		return false
	}
	n := nativeOf(scope, name)
	return n != nil && n.hook != "" && Installed(n.hook)
}

// SentByLibrary says whether the current span of ctx is one that ByHand finds, of a library that does not put its ids into what it sends.
func SentByLibrary(ctx context.Context) bool {
	b := bridge.Load()
	if b == nil {
		return false
	}
	scope, name := "", ""
	switch at := find(ctx); {
	case at.span != nil:
		scope, name = at.span.scope.Name, at.span.name()
	case at.foreign != nil && b.Named != nil:
		scope, name = b.Named(at.foreign)
	}
	n := nativeOf(scope, name)
	return n != nil && n.sends
}

var installed sync.Map // names of instrumentations

// Installed says whether the hooks of an instrumentation are in use.
func Installed(name string) bool {
	_, is := installed.Load(name)
	return is
}
