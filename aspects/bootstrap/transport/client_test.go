package transport

import (
	"compress/gzip"
	"context"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/gots-dev/gots/aspects/bootstrap/config"
	"github.com/gots-dev/gots/aspects/bootstrap/otlp"
	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
)

const secret = "swordfish"

// message is a request whose resource has a name.
func message() [][]byte {
	return otlp.Request(otlp.Resource([]attr.Value{attr.Program("service.name", 100).String("shop")}, ""), nil)
}

const messageJSON = `{"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"shop"}}]}}]}`

// trial is a client that waits for nothing, but notes for how long it would have waited.
type trial struct {
	*Client
	waits []time.Duration
}

// try makes a client for a signal's own endpoint. change may be nil.
func try(t *testing.T, address string, change func(*config.Exporter)) *trial {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	exporter := config.Exporter{
		Kind: config.OTLP, Protocol: config.Protobuf, URL: config.Secret(address), Shown: u.Scheme + "://" + u.Host, Timeout: time.Minute,
		Headers: []config.Header{{Name: "Api-Key", Value: secret}},
	}
	if change != nil {
		change(&exporter)
	}
	client, err := New(rt.Traces, exporter, nil)
	if err != nil {
		t.Fatal(err)
	}
	out := &trial{Client: client}
	client.pause = func(ctx context.Context, wait time.Duration) bool {
		out.waits = append(out.waits, wait)
		return ctx.Err() == nil
	}
	t.Cleanup(client.Close)
	return out
}

func (c *trial) export() Outcome { return c.Export(context.Background(), message()) }

// collector answers with one status after the other, and the last one from then on.
type collector struct {
	mu         sync.Mutex
	statuses   []int
	retryAfter string
	bodies     []string
	header     http.Header
}

func (c *collector) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	c.mu.Lock()
	defer c.mu.Unlock()
	body := io.Reader(r.Body)
	if r.Header.Get("Content-Encoding") == "gzip" {
		body, _ = gzip.NewReader(r.Body)
	}
	data, _ := io.ReadAll(body)
	c.bodies, c.header = append(c.bodies, r.URL.Path+" "+string(data)), r.Header
	status := c.statuses[0]
	if len(c.statuses) > 1 {
		c.statuses = c.statuses[1:]
	}
	if c.retryAfter != "" {
		w.Header().Set("Retry-After", c.retryAfter)
	}
	w.WriteHeader(status)
}

func serve(t *testing.T, handler http.Handler) *httptest.Server {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return server
}

// listen accepts connections and gives each to serve, which may do with it what it wants.
func listen(t *testing.T, serve func(net.Conn)) (address string) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listener.Close() })
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			go func() {
				defer conn.Close()
				serve(conn)
			}()
		}
	}()
	return listener.Addr().String()
}

// readRequest reads the beginning of a request, up to an empty line.
func readRequest(conn net.Conn) {
	var all []byte
	buf := make([]byte, 1024)
	for !strings.Contains(string(all), "\r\n\r\n") {
		n, err := conn.Read(buf)
		if err != nil {
			return
		}
		all = append(all, buf[:n]...)
	}
}

// reset ends a connection so that the other side sees an error.
func reset(conn net.Conn) { _ = conn.(*net.TCPConn).SetLinger(0) }

func TestSendsAndTriesAgain(t *testing.T) {
	protobuf := string(bytesOf(message()))
	for _, tt := range []struct {
		protocol config.Protocol
		gzip     bool
		kind     string
		want     string
	}{
		{config.Protobuf, false, "application/x-protobuf", protobuf},
		{config.Protobuf, true, "application/x-protobuf", protobuf},
		{config.JSON, false, "application/json", messageJSON},
		{config.JSON, true, "application/json", messageJSON},
	} {
		collector := &collector{statuses: []int{503, 200}, retryAfter: "3"}
		server := serve(t, collector)
		c := try(t, server.URL+"/v1/traces", func(e *config.Exporter) { e.Protocol, e.Gzip = tt.protocol, tt.gzip })
		if out := c.export(); out.Kind != Sent {
			t.Errorf("%+v: %+v", tt, out)
		}
		if want := "/v1/traces " + tt.want; len(collector.bodies) != 2 || collector.bodies[0] != want || collector.bodies[1] != want {
			t.Errorf("%+v: got %q", tt, collector.bodies)
		}
		if h := collector.header; h.Get("Api-Key") != secret || h.Get("Content-Type") != tt.kind || !strings.HasPrefix(h.Get("User-Agent"), "gots-otlp-exporter/") {
			t.Errorf("%+v: %v", tt, h)
		}
		if len(c.waits) != 1 || c.waits[0] != 3*time.Second {
			t.Errorf("%+v: waits %v", tt, c.waits)
		}
	}
}

func bytesOf(parts [][]byte) (all []byte) {
	for _, part := range parts {
		all = append(all, part...)
	}
	return all
}

func TestRetryAfter(t *testing.T) {
	now := time.Date(2026, 11, 28, 12, 0, 0, 0, time.UTC)
	for value, want := range map[string]time.Duration{
		"": 0, "soon": 0, "-5": 0, "0": 0, "7": 7 * time.Second, "99999999": 24 * time.Hour, "99999999999999999999": 0,
		"Sat, 28 Nov 2026 12:00:30 GMT": 30 * time.Second, "Sat, 28 Nov 2026 11:00:00 GMT": 0, "Sat, 28 Nov 2036 12:00:00 GMT": 24 * time.Hour,
	} {
		if got := retryAfter(value, now); got != want {
			t.Errorf("%q: got %v, want %v", value, got, want)
		}
	}
}

// Waits add up to a minute; what a collector asks for beyond that is respected by the next export.
func TestWaitsAreBounded(t *testing.T) {
	collector := &collector{statuses: []int{429}, retryAfter: "25"}
	c := try(t, serve(t, collector).URL, nil)
	if out := c.export(); out.Kind != Failed || len(c.waits) != 2 || !strings.Contains(out.Err.Error(), "asks to wait 25s") {
		t.Errorf("%+v, waits %v", out, c.waits)
	}
	collector.retryAfter = "Fri, 01 Jan 2100 00:00:00 GMT"
	c.waits = nil
	if out := c.export(); out.Kind != Failed || len(c.waits) != 1 || len(collector.bodies) != 4 {
		t.Errorf("%+v, waits %v, %d requests", out, c.waits, len(collector.bodies))
	}
	c.waits = nil
	if c.export(); len(c.waits) != 1 || c.waits[0] < 9*time.Minute {
		t.Errorf("the next export waits %v", c.waits)
	}
	// Without a wish of the collector, waits grow.
	collector.retryAfter = ""
	c = try(t, serve(t, collector).URL, nil)
	c.export()
	sum := time.Duration(0)
	for _, wait := range c.waits {
		sum += wait
	}
	if len(c.waits) < 2 || sum > time.Minute {
		t.Errorf("waits %v", c.waits)
	}
}

func TestTheEndOfAProgramWaitsForNothing(t *testing.T) {
	collector := &collector{statuses: []int{503}, retryAfter: "50"}
	server := serve(t, collector)
	ended := make(chan struct{})
	close(ended)
	c, err := New(rt.Traces, config.Exporter{URL: config.Secret(server.URL), Shown: server.URL}, ended)
	if err != nil {
		t.Fatal(err)
	}
	for want := 1; want <= 2; want++ { // the second has the first one's wish to respect, but no time
		if out := c.Export(context.Background(), message()); out.Kind != Failed || len(collector.bodies) != want {
			t.Errorf("%+v after %d requests", out, len(collector.bodies))
		}
	}
}

// What waits for another attempt when the program ends gets it at once.
func TestTheEndOfAProgramCutsWaitsShort(t *testing.T) {
	for name, tt := range map[string]struct {
		statuses []int
		kind     Kind
		requests int
	}{"the collector is well again": {[]int{503, 200}, Sent, 2}, "it is not": {[]int{503}, Failed, 2}} {
		collector := &collector{statuses: tt.statuses}
		ending := make(chan struct{})
		c := try(t, serve(t, collector).URL, nil)
		c.exiting = ending
		c.pause = func(context.Context, time.Duration) bool {
			if !c.ending() {
				close(ending)
			}
			return false
		}
		if out := c.export(); out.Kind != tt.kind || len(collector.bodies) != tt.requests {
			t.Errorf("%s: %+v after %d requests", name, out, len(collector.bodies))
		}
	}
	// An endpoint that does not answer is not asked again.
	var connections atomic.Int32
	c := try(t, "http://"+listen(t, func(conn net.Conn) { connections.Add(1); readRequest(conn); reset(conn) }), nil)
	c.pause = func(context.Context, time.Duration) bool { return false }
	if out := c.export(); out.Kind != Failed || connections.Load() != 1 {
		t.Errorf("%+v after %d connections", out, connections.Load())
	}
}

func TestExportStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	c := try(t, serve(t, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusServiceUnavailable)
		cancel()
	})).URL, nil)
	if out := c.Export(ctx, message()); out.Kind != Failed || len(c.waits) > 0 {
		t.Errorf("%+v, waits %v", out, c.waits)
	}
	if out := c.Export(ctx, message()); out.Kind != Failed || !strings.HasSuffix(out.Err.Error(), "context canceled") {
		t.Errorf("%+v", out)
	}
}

type replaced struct{}

func (replaced) RoundTrip(*http.Request) (*http.Response, error) { panic("of the program") }

func TestTheDefaultTransportIsLeftAlone(t *testing.T) {
	saved := http.DefaultTransport
	defer func() { http.DefaultTransport = saved }()
	fresh := &http.Transport{ForceAttemptHTTP2: true}
	for _, transport := range []http.RoundTripper{replaced{}, (*http.Transport)(nil), nil, fresh} {
		http.DefaultTransport = transport
		try(t, "http://localhost:4318", nil)
	}
	// To clone it would have set this, after which http2.ConfigureTransport refuses it.
	if fresh.TLSNextProto != nil {
		t.Error("the program's transport has been started")
	}
}
