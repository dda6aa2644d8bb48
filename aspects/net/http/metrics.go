package hook

import (
	"net/http"
	"time"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/meter"
)

// bounds are those that the conventions ask for, in seconds (semantic conventions for HTTP metrics).
var bounds = []float64{0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10}

// serverKey tells the series of a server's requests apart: no path and no host, which clients choose.
type serverKey struct {
	method, scheme, route, version, failure string
	status                                  int
}

type activeKey struct{ method, scheme string }

type clientKey struct {
	method, address, version, failure string
	port, status                      int
}

var (
	serverDuration = meter.NewHistogram(scope, meter.Desc{
		Name: "http.server.request.duration", Unit: "s", Text: "Duration of HTTP server requests.", Bounds: bounds,
	}, serverKey.attributes)

	activeRequests = meter.NewUpDown(scope, meter.Desc{
		Name: "http.server.active_requests", Unit: "{request}", Text: "Number of active HTTP server requests.",
	}, activeKey.attributes)

	clientDuration = meter.NewHistogram(scope, meter.Desc{
		Name: "http.client.request.duration", Unit: "s", Text: "Duration of HTTP client requests.", Bounds: bounds,
	}, clientKey.attributes)
)

func (k serverKey) attributes() []attr.Value {
	list := []attr.Value{attr.HTTPRequestMethod.String(k.method), attr.URLScheme.String(k.scheme), attr.NetworkProtocolVersion.String(k.version)}
	if k.route != "" {
		list = append(list, attr.HTTPRoute.String(k.route))
	}
	return result(list, k.status, k.failure)
}

func (k activeKey) attributes() []attr.Value {
	return []attr.Value{attr.HTTPRequestMethod.String(k.method), attr.URLScheme.String(k.scheme)}
}

func (k clientKey) attributes() []attr.Value {
	list := []attr.Value{attr.HTTPRequestMethod.String(k.method), attr.ServerPort.Int(k.port)}
	if k.address != "" {
		list = append(list, attr.ServerAddress.String(k.address))
	}
	if k.version != "" {
		list = append(list, attr.NetworkProtocolVersion.String(k.version))
	}
	return result(list, k.status, k.failure)
}

func result(list []attr.Value, status int, failure string) []attr.Value {
	if status > 0 {
		list = append(list, attr.HTTPResponseStatusCode.Int(status))
	}
	if failure != "" {
		list = append(list, attr.ErrorType.String(failure))
	}
	return list
}

// measuring is a request that is being measured.
type measuring struct {
	began  time.Time // zero if the duration is not
	active meter.Held
	key    serverKey
}

func startMeasuring(request *rt.Request, method string, r *http.Request) (m measuring) {
	if !rt.On(rt.Metrics) {
		return m
	}
	m.key.method, m.key.scheme, m.key.version = method, schemeOf(r), version(r.Proto)
	if serverDuration.Enabled() {
		m.began = time.Now()
	}
	m.active = activeRequests.Hold(&request.Span, activeKey{m.key.method, m.key.scheme})
	return m
}

func (m measuring) end(request *rt.Request) {
	m.active.Release(&request.Span)
	if m.began.IsZero() || request.MeasuredByProgram() {
		return
	}
	m.key.route, m.key.status, m.key.failure = request.Outcome()
	serverDuration.Record(&request.Span, m.key, time.Since(m.began).Seconds())
}
