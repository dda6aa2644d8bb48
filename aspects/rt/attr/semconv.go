package attr

import "github.com/gots-dev/gots/aspects/rt/redact"

// SchemaURL of the semantic conventions that the names below come from.
const SchemaURL = "https://opentelemetry.io/schemas/1.43.0"

// The attributes that hooks set: each with the bound of its value and, where it may hold secrets, with what hides them.
var (
	ClientAddress          = Short("client.address")
	DBClientPoolName       = Short("db.client.connection.pool.name")
	DBClientPoolState      = Short("db.client.connection.state")
	DBNamespace            = Short("db.namespace")
	DBOperationName        = Short("db.operation.name")
	DBQuerySummary         = Short("db.query.summary")
	DBQueryText            = Long("db.query.text", nil)
	DBResponseStatusCode   = Short("db.response.status_code")
	DBSystemName           = Short("db.system.name")
	ErrorType              = Short("error.type")
	ExceptionMessage       = Long("exception.message", nil)
	ExceptionStacktrace    = Stack("exception.stacktrace")
	ExceptionType          = Short("exception.type")
	HTTPRequestMethod      = Short("http.request.method")
	HTTPRequestMethodOrig  = Short("http.request.method_original")
	HTTPResponseStatusCode = Number("http.response.status_code")
	HTTPRoute              = Short("http.route")
	NetworkPeerAddress     = Short("network.peer.address")
	NetworkPeerPort        = Number("network.peer.port")
	NetworkProtocolName    = Short("network.protocol.name")
	NetworkProtocolVersion = Short("network.protocol.version")
	ServerAddress          = Short("server.address")
	ServerPort             = Number("server.port")
	URLFull                = Long("url.full", nil) // made of parts that have been redacted
	URLPath                = Long("url.path", redact.Path)
	URLQuery               = Long("url.query", redact.Query)
	URLScheme              = Short("url.scheme")
	UserAgentOriginal      = Long("user_agent.original", nil)
)
