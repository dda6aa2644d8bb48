package otlp

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io/fs"
	"net"
	"net/url"
	"reflect"
	"strings"

	"github.com/gots-dev/gots/aspects/rt/bound"
)

// failure is an error whose text may be shown.
type failure struct {
	text  string
	cause error
}

func (f *failure) Error() string { return f.text }

// Unwrap lets callers tell a time-out from a cancellation.
func (f *failure) Unwrap() error { return f.cause }

// failureOf describes an error of net/http. Such errors quote what they were given: the endpoint with its key, the proxy with its
// password. So only the texts of known causes are shown, and of others the type.
func failureOf(err error) error {
	for {
		var outer *url.Error
		if !errors.As(err, &outer) {
			break
		}
		err = outer.Err
	}
	return &failure{text: describe(err), cause: err}
}

func describe(err error) string {
	var (
		operation *net.OpError
		lookup    *net.DNSError
		record    tls.RecordHeaderError
		verify    *tls.CertificateVerificationError
		alert     tls.AlertError
		unknown   x509.UnknownAuthorityError
		hostname  x509.HostnameError
		invalid   x509.CertificateInvalidError
	)
	switch {
	case errors.Is(err, context.Canceled):
		return context.Canceled.Error()
	case errors.Is(err, context.DeadlineExceeded):
		return context.DeadlineExceeded.Error()
	case errors.As(err, &lookup):
		return bound.Line(lookup.Error(), 300)
	case errors.As(err, &operation):
		return bound.Line(operation.Error(), 300)
	case errors.As(err, &verify), errors.As(err, &unknown), errors.As(err, &hostname), errors.As(err, &invalid), errors.As(err, &alert), errors.As(err, &record):
		return bound.Line(err.Error(), 300)
	case strings.HasSuffix(err.Error(), "server gave HTTP response to HTTPS client"):
		return "the server speaks no TLS"
	}
	return "an error of type " + reflect.TypeOf(err).String()
}

// ofFile describes an error of reading a file; the file may have been named by what should have been in it.
func ofFile(err error) string {
	var of *fs.PathError
	if errors.As(err, &of) {
		return shownPath(of.Path) + ": " + of.Err.Error()
	}
	return bound.Line(err.Error(), 200)
}

func shownPath(path string) string {
	if len(path) > 250 || strings.ContainsAny(path, "\r\n") || strings.Contains(path, "-----") {
		return "(no path)"
	}
	return bound.Line(path, 250)
}
