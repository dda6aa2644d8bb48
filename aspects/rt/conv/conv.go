// Package conv makes the instruments of the semantic conventions that several hook packages have in common, with keys that hold what the
// conventions ask for and no more: calls of RPC systems, and messages. Each hook package makes them in its own scope.
package conv

import (
	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/meter"
)

// Seconds are the bounds that the conventions ask for in durations of requests, calls and messages.
var Seconds = []float64{0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10}

// Other is what a method is called that the server does not know: clients choose those names.
const Other = "_OTHER"

var (
	rpcMethod          = attr.Short("rpc.method")
	rpcStatus          = attr.Short("rpc.response.status_code")
	rpcSystem          = attr.Short("rpc.system.name")
	messagingGroup     = attr.Short("messaging.consumer.group.name")
	messagingPlace     = attr.Short("messaging.destination.name")
	messagingOperation = attr.Short("messaging.operation.name")
	messagingType      = attr.Short("messaging.operation.type")
	messagingSystem    = attr.Short("messaging.system")
)

// Server is the server of a call or a message: an address, and its port; "" and 0 where they are not known.
type Server struct {
	Address string
	Port    int
}

func (s Server) attrs(list []attr.Value) []attr.Value {
	if s.Address != "" {
		list = append(list, attr.ServerAddress.String(s.Address))
		if s.Port > 0 {
			list = append(list, attr.ServerPort.Int(s.Port))
		}
	}
	return list
}

// Call tells the series of RPC calls apart.
type Call struct {
	System string // grpc, connectrpc, jsonrpc, …
	Method string // service and method, as the system writes them; Other for one that the server does not know; "" leaves it out
	Server
	Status  string // of the answer, such as OK or UNAVAILABLE; "" for none
	Failure string // error.type; "" for a call that did not fail
}

func (c Call) attrs() []attr.Value {
	return c.Server.attrs(texts(text{rpcSystem, c.System}, text{rpcMethod, c.Method}, text{rpcStatus, c.Status}, text{attr.ErrorType, c.Failure}))
}

// CallDuration makes rpc.server.call.duration (rt.Server) or rpc.client.call.duration, in seconds (semantic conventions, "RPC metrics").
func CallDuration(s *rt.Scope, kind rt.Kind) *meter.Histogram[Call] {
	d := meter.Desc{Name: "rpc.client.call.duration", Unit: "s", Text: "Measures the duration of outbound remote procedure calls (RPC).", Bounds: Seconds}
	if kind == rt.Server {
		d.Name, d.Text = "rpc.server.call.duration", "Measures the duration of inbound remote procedure calls (RPC)."
	}
	return meter.NewHistogram(s, d, Call.attrs)
}

// Messages tells the series of messages apart.
type Messages struct {
	System    string // kafka, rabbitmq, nats, …
	Operation string // as the system calls it: send, poll, ack, …
	Place     string // topic, queue or subject, if there are few; "" leaves it out
	Group     string // of consumers
	Server
	Failure string // error.type
}

func (m Messages) attrs() []attr.Value {
	return m.Server.attrs(texts(text{messagingSystem, m.System}, text{messagingOperation, m.Operation}, text{messagingPlace, m.Place},
		text{messagingGroup, m.Group}, text{attr.ErrorType, m.Failure}))
}

// Operation tells the series of the operations of a messaging client apart.
type Operation struct {
	Messages
	Type string // create, send, receive, process or settle; "" for none of them
}

func (o Operation) attrs() []attr.Value {
	return append(o.Messages.attrs(), texts(text{messagingType, o.Type})...)
}

// Messaging are the instruments of a messaging client (semantic conventions, "Messaging metrics").
type Messaging struct {
	Duration       *meter.Histogram[Operation] // messaging.client.operation.duration, in seconds
	Sent, Consumed *meter.Counter[Messages]    // messaging.client.sent.messages and consumed.messages
	Process        *meter.Histogram[Messages]  // messaging.process.duration, in seconds
}

// NewMessaging makes the instruments in a scope.
func NewMessaging(s *rt.Scope) Messaging {
	return Messaging{
		meter.NewHistogram(s, meter.Desc{
			Name: "messaging.client.operation.duration", Unit: "s", Bounds: Seconds,
			Text: "Duration of messaging operation initiated by a producer or consumer client.",
		}, Operation.attrs),
		meter.NewCounter(s, meter.Desc{
			Name: "messaging.client.sent.messages", Unit: "{message}", Text: "Number of messages producer attempted to send to the broker.",
		}, func(m Messages) []attr.Value {
			m.Group = "" // the conventions know none here
			return m.attrs()
		}),
		meter.NewCounter(s, meter.Desc{
			Name: "messaging.client.consumed.messages", Unit: "{message}", Text: "Number of messages that were delivered to the application.",
		}, Messages.attrs),
		meter.NewHistogram(s, meter.Desc{
			Name: "messaging.process.duration", Unit: "s", Bounds: Seconds, Text: "Duration of processing operation.",
		}, Messages.attrs),
	}
}

type text struct {
	key   *attr.Key
	value string
}

// texts gives the attributes that have a value.
func texts(all ...text) []attr.Value {
	list := make([]attr.Value, 0, len(all)+3)
	for _, t := range all {
		if t.value != "" {
			list = append(list, t.key.String(t.value))
		}
	}
	return list
}
