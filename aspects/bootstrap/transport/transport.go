// Package transport sends OTLP requests to a collector: protobuf or JSON over HTTP, or grpc over the HTTP/2 of net/http
// (https://github.com/open-telemetry/opentelemetry-proto/blob/main/docs/specification.md). Its messages hold no user, password, path,
// query or header of what was configured.
package transport

import (
	"context"
	"encoding/base64"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync/atomic"
	"time"

	"github.com/gots-dev/gots/aspects/bootstrap/config"
	"github.com/gots-dev/gots/aspects/rt"
)

// Kind says how an export ended.
type Kind uint8

// What can become of an export.
const (
	Sent     Kind = iota
	Partial       // the collector has taken the request, but not all of its records, or it has something to say
	TooLarge      // half of the records may be taken
	Failed        // given up
)

// Outcome is how an export ended. Err may be shown; it is nil if and only if all has been sent.
type Outcome struct {
	Kind Kind
	Err  error
	// Rejected counts the records that the collector did not take, where the outcome is Partial.
	Rejected int64
	// Refused says that the computer answers, and that no program listens at the endpoint's port.
	Refused bool
	// Unreachable says that the request got no answer.
	Unreachable bool
	// Unasked says that the program ends, and that no variable asked for the exporter: a command that runs for a moment is not to end with a
	// line about a collector that its user has never heard of.
	Unasked bool
	// Type is the error.type of an export that was not taken: a status, or what kept the request from being answered.
	Type string
	// HTTPStatus and RPCStatus are those of the last answer; 0 and "" for none.
	HTTPStatus int
	RPCStatus  string
}

// Client sends the requests of one signal to one endpoint, one at a time.
type Client struct {
	signal   rt.Signal
	exporter config.Exporter
	url      string
	client   *http.Client
	// plain says that the connection has no TLS.
	plain   bool
	secrets []string
	exiting <-chan struct{}
	last    atomic.Pointer[watched]
	// notBefore is when the collector wants the next request.
	notBefore time.Time
	packer    packer
	// pause waits; false if there is no time for another attempt.
	pause func(ctx context.Context, wait time.Duration) bool
}

// New makes a client. Once exiting is closed, no attempt is followed by another.
func New(signal rt.Signal, exporter config.Exporter, exiting <-chan struct{}) (*Client, error) {
	u, err := url.Parse(string(exporter.URL))
	if err != nil {
		return nil, fmt.Errorf("the endpoint of %s is no URL", signal)
	}
	c := &Client{signal: signal, exporter: exporter, plain: u.Scheme == "http", exiting: exiting}
	c.pause = c.wait
	c.url = string(exporter.URL)
	if exporter.Protocol == config.GRPC {
		c.url = u.JoinPath(service(signal)).String()
	}
	for _, header := range exporter.Headers {
		c.secrets = append(c.secrets, string(header.Value))
	}
	if password, ok := u.User.Password(); ok {
		basic := base64.StdEncoding.EncodeToString([]byte(u.User.Username() + ":" + password))
		c.secrets = append(c.secrets, basic, password)
	}
	transport, err := c.transport()
	if err != nil {
		return nil, err
	}
	redirects := sameHost
	if exporter.Protocol == config.GRPC {
		redirects = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	}
	c.client = &http.Client{Transport: transport, CheckRedirect: redirects}
	return c, nil
}

// Close closes the connections that are not used.
func (c *Client) Close() { c.client.CloseIdleConnections() }

// Shown is what messages call the endpoint: scheme, host and port.
func (c *Client) Shown() string { return c.exporter.Shown }

// Implied says that the endpoint is the default, which was not asked for.
func (c *Client) Implied() bool { return c.exporter.Implied }

// sameHost follows redirects only to where the request went: headers, which hold keys, go along.
func sameHost(next *http.Request, before []*http.Request) error {
	first := before[0].URL
	if len(before) >= 10 || next.URL.Host != first.Host || first.Scheme == "https" && next.URL.Scheme != "https" {
		return http.ErrUseLastResponse
	}
	return nil
}

// service is the path of a signal's method (opentelemetry/proto/collector/*/v1/*_service.proto).
func service(signal rt.Signal) string {
	switch signal {
	case rt.Metrics:
		return "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export"
	case rt.Logs:
		return "/opentelemetry.proto.collector.logs.v1.LogsService/Export"
	}
	return "/opentelemetry.proto.collector.trace.v1.TraceService/Export"
}

// hide takes the secrets of the configuration out of what a collector says: it may repeat them.
func (c *Client) hide(text string) string {
	for _, secret := range c.secrets {
		if len(secret) >= 4 {
			text = strings.ReplaceAll(text, secret, "REDACTED")
		}
	}
	return text
}
