package transport

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"net"
	"net/url"
	"reflect"
	"strings"
	"syscall"

	"github.com/gots-dev/gots/aspects/rt/bound"
)

// failure is an error whose text may be shown.
type failure struct {
	about string // the signal and the endpoint
	what  string
	cause error
}

// Error implements error.
func (f *failure) Error() string { return f.about + f.what }

// Unwrap lets callers tell a time-out from a cancellation.
func (f *failure) Unwrap() error { return f.cause }

// failed makes an error about the endpoint.
func (c *Client) failed(what string, cause error) *failure {
	return &failure{"sending " + c.signal.String() + " to " + c.exporter.Shown + ": ", what, cause}
}

// broken is the outcome of an attempt that got no answer: another may.
func (c *Client) broken(err error) attempt {
	for {
		var outer *url.Error
		if !errors.As(err, &outer) {
			break
		}
		err = outer.Err
	}
	// A protocol that is not understood does not change by itself.
	if text := c.misunderstanding(); text != "" && !errors.Is(err, context.Canceled) {
		return attempt{Outcome: Outcome{Kind: Failed, Err: c.failed(text, err), Type: "protocol"}}
	}
	out := Outcome{Kind: Failed, Err: c.failed(c.describe(err), err), Unreachable: true, Refused: errors.Is(err, syscall.ECONNREFUSED), Type: typeOf(err)}
	return attempt{Outcome: out, again: !isVerification(err) && !isAlert(err)}
}

// describe gives a text for an error of net/http. Such errors quote what they were given: the endpoint with its key, the proxy with its
// password. So only the texts of known causes are shown, and of others the type.
func (c *Client) describe(err error) string {
	var (
		operation *net.OpError
		lookup    *net.DNSError
		record    tls.RecordHeaderError
		alert     tls.AlertError
	)
	switch {
	case errors.Is(err, context.Canceled):
		return context.Canceled.Error()
	case errors.Is(err, context.DeadlineExceeded):
		return "no answer in time"
	case errors.As(err, &lookup):
		return bound.Line(lookup.Error(), 300)
	case c.plain && c.last.Load().speaks() == something, strings.HasPrefix(err.Error(), "net/http: "), strings.HasPrefix(err.Error(), "malformed HTTP"):
		return "the answer is none of HTTP" // texts of such errors quote it
	case isAlert(err):
		return c.describeAlert(err)
	case isVerification(err), errors.As(err, &alert), errors.As(err, &record):
		return bound.Line(err.Error(), 300)
	case errors.Is(err, syscall.ECONNRESET), errors.Is(err, syscall.EPIPE), errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF),
		strings.HasSuffix(err.Error(), "EOF"), strings.HasPrefix(err.Error(), "http2: "):
		return c.describePeer()
	case errors.As(err, &operation):
		return bound.Line(operation.Error(), 300)
	case c.throughProxy(c.last.Load()):
		return "the proxy does not let the request through"
	}
	return "an error of type " + reflect.TypeOf(err).String()
}

// isAlert says whether the endpoint has refused the handshake of TLS.
func isAlert(err error) bool {
	var operation *net.OpError
	return errors.As(err, &operation) && operation.Op == "remote error"
}

func (c *Client) describeAlert(err error) string {
	switch text := err.Error(); {
	case strings.HasSuffix(text, "no application protocol"):
		return speaksHTTP
	case strings.Contains(text, "certificate"), strings.HasSuffix(text, "handshake failure"):
		return bound.Line(text, 300) + "; is OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE right?"
	default:
		return bound.Line(text, 300)
	}
}

// isVerification says whether the endpoint's certificate was not accepted.
func isVerification(err error) bool {
	var (
		verify   *tls.CertificateVerificationError
		unknown  x509.UnknownAuthorityError
		hostname x509.HostnameError
		invalid  x509.CertificateInvalidError
	)
	return errors.As(err, &verify) || errors.As(err, &unknown) || errors.As(err, &hostname) || errors.As(err, &invalid)
}

// typeOf is the error.type of a request without an answer.
func typeOf(err error) string {
	var lookup *net.DNSError
	switch {
	case errors.Is(err, context.Canceled):
		return "canceled"
	case errors.Is(err, context.DeadlineExceeded):
		return "timeout"
	case errors.As(err, &lookup):
		return "dns"
	case isVerification(err):
		return "certificate"
	case isAlert(err):
		return "tls"
	case errors.Is(err, syscall.ECONNREFUSED):
		return "connection_refused"
	}
	return "connection"
}
