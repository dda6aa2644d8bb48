package otelrt

import "github.com/gots-dev/gots/aspects/rt/redact"

// SchemaURL of the semantic conventions that the names below come from.
const SchemaURL = "https://opentelemetry.io/schemas/1.43.0"

// The attributes that hooks set: each with the bound of its value and, where it may hold secrets, with what hides them. A hook cannot
// set an attribute in any other way. Names of our own: a semconv package would fix the lowest version of otel.
var (
	ClientAddress          = short("client.address")
	DBNamespace            = short("db.namespace")
	DBOperationName        = short("db.operation.name")
	DBQuerySummary         = short("db.query.summary")
	DBQueryText            = long("db.query.text", nil)
	DBResponseStatusCode   = short("db.response.status_code")
	DBSystemName           = short("db.system.name")
	ErrorTypeKey           = short("error.type")
	ExceptionMessage       = long("exception.message", nil)
	ExceptionStacktrace    = stack("exception.stacktrace")
	ExceptionType          = short("exception.type")
	HTTPRequestMethod      = short("http.request.method")
	HTTPRequestMethodOrig  = short("http.request.method_original")
	HTTPResponseStatusCode = number("http.response.status_code")
	HTTPRoute              = short("http.route")
	NetworkPeerAddress     = short("network.peer.address")
	NetworkPeerPort        = number("network.peer.port")
	NetworkProtocolVersion = short("network.protocol.version")
	ServerAddress          = short("server.address")
	ServerPort             = number("server.port")
	URLFull                = long("url.full", nil) // made of parts that have been redacted
	URLPath                = long("url.path", redact.Path)
	URLQuery               = long("url.query", redact.Query)
	URLScheme              = short("url.scheme")
	UserAgentOriginal      = long("user_agent.original", nil)
)
