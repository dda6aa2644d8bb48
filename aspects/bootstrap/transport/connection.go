package transport

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/gots-dev/gots/aspects/bootstrap/config"
)

// transport makes a transport of the client's own. http.DefaultTransport is the program's: it may be of any type, and to clone it would
// already settle which protocols it speaks, before the program has configured it.
func (c *Client) transport() (*http.Transport, error) {
	dialer := &net.Dialer{Timeout: 30 * time.Second, KeepAlive: 30 * time.Second}
	t := &http.Transport{
		Proxy: http.ProxyFromEnvironment,
		DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
			conn, err := dialer.DialContext(ctx, network, address)
			if err != nil {
				return nil, err
			}
			w := &watched{Conn: conn, asked: make(chan struct{})}
			c.last.Store(w)
			return w, nil
		},
		ForceAttemptHTTP2:      true,
		MaxIdleConns:           2,
		IdleConnTimeout:        90 * time.Second,
		TLSHandshakeTimeout:    10 * time.Second,
		MaxResponseHeaderBytes: 64 << 10,
	}
	var err error
	if t.TLSClientConfig, err = tlsConfig(c.exporter.TLS); err != nil {
		return nil, err
	}
	if c.exporter.Protocol == config.GRPC {
		if c.plain {
			t.Proxy = nil // HTTP/2 without TLS gets through no proxy of HTTP
		}
		return t, onlyHTTP2(t, c.plain)
	}
	return t, nil
}

// tlsConfig trusts what is configured, and has the client's own certificate read for each handshake: it is exchanged while programs run.
// While the two files do not fit each other, because one of them is new, the last pair that did is used.
func tlsConfig(set config.TLS) (*tls.Config, error) {
	cfg := &tls.Config{MinVersion: tls.VersionTLS12}
	if len(set.Authority) > 0 {
		cfg.RootCAs = x509.NewCertPool()
		if !cfg.RootCAs.AppendCertsFromPEM(set.Authority) {
			return nil, errors.New("OTEL_EXPORTER_OTLP_CERTIFICATE holds no certificate")
		}
	}
	if set.Certificate == "" {
		return cfg, nil
	}
	var (
		mu   sync.Mutex
		last tls.Certificate
	)
	read := func() error {
		pair, err := tls.LoadX509KeyPair(set.Certificate, set.Key)
		if err == nil {
			last = pair
		}
		return err
	}
	if err := read(); err != nil {
		return nil, errors.New("OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE and OTEL_EXPORTER_OTLP_CLIENT_KEY cannot be used together")
	}
	cfg.GetClientCertificate = func(*tls.CertificateRequestInfo) (*tls.Certificate, error) {
		mu.Lock()
		defer mu.Unlock()
		_ = read()
		pair := last
		return &pair, nil
	}
	return cfg, nil
}

// watched is a connection that remembers how the answer begins: that tells which protocol the other side speaks. It hands out nothing
// before something has been written: a server of grpc speaks first, which net/http would write into the program's log.
type watched struct {
	net.Conn
	asking sync.Once
	asked  chan struct{}
	mu     sync.Mutex
	first  []byte
}

// Write implements net.Conn.
func (w *watched) Write(p []byte) (int, error) {
	n, err := w.Conn.Write(p)
	w.asking.Do(func() { close(w.asked) })
	return n, err
}

// Close implements net.Conn.
func (w *watched) Close() error {
	err := w.Conn.Close()
	w.asking.Do(func() { close(w.asked) })
	return err
}

// Read implements net.Conn.
func (w *watched) Read(p []byte) (int, error) {
	n, err := w.Conn.Read(p)
	w.mu.Lock()
	if room := 16 - len(w.first); room > 0 {
		w.first = append(w.first, p[:min(n, room)]...)
	}
	w.mu.Unlock()
	<-w.asked
	return n, err
}

// protocol is what a connection's other side speaks, going by its first bytes.
type protocol string

const (
	nothing   protocol = "nothing"
	http1     protocol = "HTTP/1"
	http2     protocol = "HTTP/2"
	overTLS   protocol = "TLS"
	something protocol = "something else"
)

func (w *watched) speaks() protocol {
	if w == nil {
		return nothing
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	switch b := w.first; {
	case len(b) == 0:
		return nothing
	case strings.HasPrefix(string(b), "HTTP/"):
		return http1
	case len(b) >= 9 && b[0] == 0 && b[3] == 4 && string(b[5:9]) == "\x00\x00\x00\x00":
		return http2 // a frame of settings (RFC 9113, section 3.4)
	case len(b) >= 2 && (b[0] == 0x15 || b[0] == 0x16) && b[1] == 3:
		return overTLS // an alert, or a handshake (RFC 8446, section 5.1)
	}
	return something
}

// misunderstanding says what is wrong where the endpoint speaks another protocol than the one that is configured; "" where it does not.
func (c *Client) misunderstanding() string {
	conn := c.last.Load()
	speaks := conn.speaks()
	grpc := c.exporter.Protocol == config.GRPC
	switch {
	case c.throughProxy(conn):
		return "" // the first bytes are the proxy's
	case c.plain && speaks == overTLS:
		return "the endpoint speaks TLS: use https:// in OTEL_EXPORTER_OTLP_ENDPOINT"
	case !c.plain && (speaks == http1 || speaks == http2):
		return "the endpoint speaks no TLS: use http:// in OTEL_EXPORTER_OTLP_ENDPOINT"
	case c.plain && grpc && speaks == http1:
		return speaksHTTP
	case c.plain && !grpc && speaks == http2:
		return speaksGRPC
	}
	return ""
}

const (
	speaksGRPC = "the endpoint speaks grpc: set OTEL_EXPORTER_OTLP_PROTOCOL=grpc, or use the collector's port for HTTP (4318)"
	speaksHTTP = "the endpoint speaks HTTP, not grpc: set OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf, or use the collector's port for grpc (4317)"
)

func (c *Client) throughProxy(conn *watched) bool {
	choose := c.client.Transport.(*http.Transport).Proxy
	req, err := http.NewRequest(http.MethodPost, c.url, nil)
	if conn == nil || choose == nil || err != nil {
		return false
	}
	proxy, err := choose(req)
	return proxy != nil || err != nil
}

// describePeer is for a connection that ended without an answer.
func (c *Client) describePeer() string {
	text := "the connection was closed without an answer"
	if c.last.Load().speaks() == nothing && c.plain {
		return fmt.Sprintf("%s; does the endpoint want TLS (https://), or another protocol than %s?", text, c.exporter.Protocol)
	}
	return text
}
