package transport

import (
	"bytes"
	"crypto/tls"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/gots-dev/gots/aspects/bootstrap/config"
)

// settings is how a server of HTTP/2 begins: an empty frame of settings.
const settings = "\x00\x00\x00\x04\x00\x00\x00\x00\x00"

// Protocols that do not fit are named, and not tried again: they do not change by themselves.
func TestMisunderstandings(t *testing.T) {
	overHTTP := serve(t, &collector{statuses: []int{200}})
	overTLS := httptest.NewTLSServer(&collector{statuses: []int{200}})
	t.Cleanup(overTLS.Close)
	begins := func(text string) string {
		return "http://" + listen(t, func(conn net.Conn) {
			_, _ = io.WriteString(conn, text)
			readRequest(conn)
		})
	}
	withTLS := func(address string) string { return strings.Replace(address, "http://", "https://", 1) }
	withoutTLS := func(address string) string { return strings.Replace(address, "https://", "http://", 1) }
	for name, tt := range map[string]struct {
		protocol config.Protocol
		address  string
		want     string
	}{
		"HTTP to the port of grpc":              {config.Protobuf, begins(settings), "OTEL_EXPORTER_OTLP_PROTOCOL=grpc"},
		"JSON to the port of grpc":              {config.JSON, begins("\x00\x00\x06\x04\x00\x00\x00\x00\x00\x00\x05\x00\x00\x40\x00"), "OTEL_EXPORTER_OTLP_PROTOCOL=grpc"},
		"HTTP to grpc behind HTTP/1":            {config.Protobuf, answer(t, 415, "text/plain", []byte("invalid gRPC request content-type")), "OTEL_EXPORTER_OTLP_PROTOCOL=grpc"},
		"JSON where there is none":              {config.JSON, answer(t, 415, "text/plain", nil), "http/protobuf"},
		"grpc to the port of HTTP":              {config.GRPC, overHTTP.URL, "OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf"},
		"TLS to a plain port":                   {config.Protobuf, withTLS(overHTTP.URL), "use http://"},
		"grpc with TLS to a plain port":         {config.GRPC, withTLS(overHTTP.URL), "use http://"},
		"grpc with TLS to a plain grpc port":    {config.GRPC, withTLS(begins(settings)), "use http://"},
		"plain to a port with TLS":              {config.Protobuf, withoutTLS(overTLS.URL), "use https://"},
		"plain to a port that answers in TLS":   {config.Protobuf, begins("\x15\x03\x01\x00\x02\x02\x0a"), "use https://"},
		"grpc, plain, to a port with TLS":       {config.GRPC, begins("\x15\x03\x03\x00\x02\x02\x46"), "use https://"},
		"grpc to a server that just hangs up":   {config.GRPC, begins(""), "does the endpoint want TLS"},
		"plain to a proxy in front of an HTTPS": {config.Protobuf, answer(t, 400, "text/html", []byte("<html>The plain HTTP request was sent to HTTPS port")), "OTEL_EXPORTER_OTLP_ENDPOINT"},
	} {
		c := try(t, tt.address, func(e *config.Exporter) { e.Protocol = tt.protocol })
		out := c.export()
		final := len(c.waits) == 0 || strings.Contains(name, "hangs up")
		if out.Kind != Failed || !strings.Contains(out.Err.Error(), tt.want) || !final {
			t.Errorf("%s: %v, waits %v", name, out.Err, c.waits)
		}
	}
}

// A server that speaks before it is asked leaves no line in the program's log.
func TestTheProgramsLogIsLeftAlone(t *testing.T) {
	var said bytes.Buffer
	log.SetOutput(&said)
	defer log.SetOutput(os.Stderr)
	address := "http://" + listen(t, func(conn net.Conn) { _, _ = io.WriteString(conn, settings); readRequest(conn) })
	for range 20 {
		if out := try(t, address, nil).export(); !strings.Contains(out.Err.Error(), "OTEL_EXPORTER_OTLP_PROTOCOL=grpc") {
			t.Errorf("%+v", out)
		}
	}
	if out := try(t, "http://"+listen(t, func(conn net.Conn) { readRequest(conn); _, _ = io.WriteString(conn, "220 mail.example ESMTP\r\n") }), nil).export(); !strings.HasSuffix(out.Err.Error(), "the answer is none of HTTP") {
		t.Errorf("%+v", out)
	}
	if said.Len() > 0 {
		t.Errorf("%s", said.String())
	}
}

// What a proxy answers with says nothing about the endpoint.
func TestThroughAProxy(t *testing.T) {
	proxy := serve(t, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusServiceUnavailable) }))
	through, err := url.Parse(proxy.URL)
	if err != nil {
		t.Fatal(err)
	}
	for _, protocol := range []config.Protocol{config.Protobuf, config.GRPC} {
		c := try(t, "https://collector.invalid", func(e *config.Exporter) { e.Protocol = protocol })
		c.client.Transport.(*http.Transport).Proxy = http.ProxyURL(through)
		if out := c.export(); out.Kind != Failed || !strings.HasSuffix(out.Err.Error(), "the proxy does not let the request through") || len(c.waits) == 0 {
			t.Errorf("%s: %+v, waits %v", protocol, out, c.waits)
		}
	}
	c := try(t, "http://collector.invalid", func(e *config.Exporter) { e.Protocol = config.GRPC })
	if c.client.Transport.(*http.Transport).Proxy != nil {
		t.Error("grpc without TLS goes through a proxy")
	}
}

// Handshakes that the endpoint refuses are not tried again.
func TestRefusedHandshakes(t *testing.T) {
	onlyHTTP1 := httptest.NewTLSServer(&collector{statuses: []int{200}})
	t.Cleanup(onlyHTTP1.Close)
	withCertificate := httptest.NewUnstartedServer(&collector{statuses: []int{200}})
	// TLS 1.3 asks for it after the handshake, when the request may be under way.
	withCertificate.TLS = &tls.Config{ClientAuth: tls.RequireAnyClientCert, MaxVersion: tls.VersionTLS12}
	withCertificate.StartTLS()
	t.Cleanup(withCertificate.Close)
	for _, tt := range []struct {
		server   *httptest.Server
		protocol config.Protocol
		want     string
	}{{onlyHTTP1, config.GRPC, "OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf"}, {withCertificate, config.Protobuf, "OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE"}} {
		tt.server.Config.ErrorLog = quietLog
		c := try(t, tt.server.URL, func(e *config.Exporter) { e.Protocol, e.TLS.Authority = tt.protocol, authority(tt.server) })
		if out := c.export(); out.Kind != Failed || out.Type != "tls" || !strings.Contains(out.Err.Error(), tt.want) || len(c.waits) > 0 {
			t.Errorf("%+v, waits %v", out, c.waits)
		}
	}
}

func TestAnUnknownCertificate(t *testing.T) {
	server := httptest.NewTLSServer(&collector{statuses: []int{200}})
	t.Cleanup(server.Close)
	server.Config.ErrorLog = quietLog
	c := try(t, server.URL, nil)
	if out := c.export(); out.Kind != Failed || !strings.Contains(out.Err.Error(), "certificate") || len(c.waits) > 0 {
		t.Errorf("%+v, waits %v", out, c.waits)
	}
	c = try(t, server.URL, func(e *config.Exporter) { e.TLS.Authority = authority(server) })
	if out := c.export(); out.Kind != Sent {
		t.Errorf("%+v", out)
	}
	if _, err := New(0, config.Exporter{TLS: config.TLS{Authority: []byte("none")}}, nil); err == nil || !strings.Contains(err.Error(), "OTEL_EXPORTER_OTLP_CERTIFICATE") {
		t.Errorf("%v", err)
	}
	if _, err := New(0, config.Exporter{TLS: config.TLS{Certificate: os.DevNull, Key: os.DevNull}}, nil); err == nil || !strings.Contains(err.Error(), "OTEL_EXPORTER_OTLP_CLIENT_KEY") {
		t.Errorf("%v", err)
	}
}
