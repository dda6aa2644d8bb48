package rt

import "go.opentelemetry.io/otel/attribute"

// SchemaURL of the semantic conventions that the names below come from.
const SchemaURL = "https://opentelemetry.io/schemas/1.43.0"

// Attribute names. Constants of our own: a semconv package would fix the lowest version of otel.
const (
	ClientAddress          = attribute.Key("client.address")
	DBNamespace            = attribute.Key("db.namespace")
	DBOperationName        = attribute.Key("db.operation.name")
	DBQuerySummary         = attribute.Key("db.query.summary")
	DBQueryText            = attribute.Key("db.query.text")
	DBSystemName           = attribute.Key("db.system.name")
	ErrorTypeKey           = attribute.Key("error.type")
	ExceptionMessage       = attribute.Key("exception.message")
	ExceptionStacktrace    = attribute.Key("exception.stacktrace")
	ExceptionType          = attribute.Key("exception.type")
	HTTPRequestMethod      = attribute.Key("http.request.method")
	HTTPRequestMethodOrig  = attribute.Key("http.request.method_original")
	HTTPResponseStatusCode = attribute.Key("http.response.status_code")
	HTTPRoute              = attribute.Key("http.route")
	NetworkPeerAddress     = attribute.Key("network.peer.address")
	NetworkPeerPort        = attribute.Key("network.peer.port")
	NetworkProtocolVersion = attribute.Key("network.protocol.version")
	ServerAddress          = attribute.Key("server.address")
	ServerPort             = attribute.Key("server.port")
	URLFull                = attribute.Key("url.full")
	URLPath                = attribute.Key("url.path")
	URLQuery               = attribute.Key("url.query")
	URLScheme              = attribute.Key("url.scheme")
	UserAgentOriginal      = attribute.Key("user_agent.original")
)
