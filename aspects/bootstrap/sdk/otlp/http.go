package otlp

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"strconv"
	"time"

	sdktrace "go.opentelemetry.io/otel/sdk/trace"
)

// How long and how often a failed export is tried again; the figures of the OpenTelemetry exporters.
const (
	firstBackoff = 5 * time.Second
	maxBackoff   = 30 * time.Second
	maxElapsed   = time.Minute
)

// HTTP sends spans to a collector.
type HTTP struct {
	config  config
	client  *http.Client
	exiting <-chan struct{}
}

// NewHTTP makes an exporter as the OTEL_EXPORTER_OTLP_* variables say. Once exiting is closed, a failed export is
// not tried again.
func NewHTTP(getenv func(string) string, exiting <-chan struct{}) (*HTTP, error) {
	cfg, err := readConfig(getenv)
	if err != nil {
		return nil, err
	}
	transport := newTransport()
	if cfg.tls != nil {
		transport.TLSClientConfig = cfg.tls
	}
	client := &http.Client{Transport: transport, Timeout: cfg.timeout, CheckRedirect: sameHost}
	return &HTTP{config: cfg, client: client, exiting: exiting}, nil
}

// sameHost follows redirects only to where the request went: headers, which hold keys, go along.
func sameHost(next *http.Request, before []*http.Request) error {
	first := before[0].URL
	if len(before) >= 10 || next.URL.Host != first.Host || first.Scheme == "https" && next.URL.Scheme != "https" {
		return http.ErrUseLastResponse
	}
	return nil
}

// ExportSpans implements the SDK's SpanExporter.
func (e *HTTP) ExportSpans(ctx context.Context, spans []sdktrace.ReadOnlySpan) error {
	if len(spans) == 0 {
		return nil
	}
	body, err := e.encode(newRequest(spans))
	if err != nil {
		return err
	}
	began, backoff := time.Now(), firstBackoff
	for {
		err := e.send(ctx, body)
		var again *retryable
		if !errors.As(err, &again) || time.Since(began) > maxElapsed {
			return err
		}
		wait := again.after
		if wait == 0 {
			wait = backoff/2 + rand.N(backoff)
			backoff = min(backoff*3/2, maxBackoff)
		}
		select {
		case <-e.exiting:
			return err
		case <-ctx.Done():
			return errors.Join(ctx.Err(), err)
		case <-time.After(wait):
		}
	}
}

// Shutdown implements the SDK's SpanExporter.
func (e *HTTP) Shutdown(context.Context) error {
	e.client.CloseIdleConnections()
	return nil
}

func (e *HTTP) encode(r request) ([]byte, error) {
	body := []byte(nil)
	if e.config.json {
		var err error
		if body, err = json.Marshal(r); err != nil {
			return nil, err
		}
	} else {
		body = r.protobuf()
	}
	if !e.config.gzip {
		return body, nil
	}
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	if _, err := w.Write(body); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return packed.Bytes(), nil
}

// retryable is a failure that may pass; after is what the collector asked to wait, or 0.
type retryable struct {
	error
	after time.Duration
}

func (r *retryable) Unwrap() error { return r.error }

func (e *HTTP) send(ctx context.Context, body []byte) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, e.config.url, bytes.NewReader(body))
	if err != nil {
		return fmt.Errorf("sending traces to %s: %w", e.config.shown, failureOf(err))
	}
	for name, value := range e.config.headers {
		req.Header.Set(name, value)
	}
	req.Header.Set("User-Agent", "gots-otlp-exporter")
	req.Header.Set("Content-Type", "application/x-protobuf")
	if e.config.json {
		req.Header.Set("Content-Type", "application/json")
	}
	if e.config.gzip {
		req.Header.Set("Content-Encoding", "gzip")
	}
	res, err := e.client.Do(req)
	if err != nil {
		return &retryable{error: fmt.Errorf("sending traces to %s: %w", e.config.shown, failureOf(err))}
	}
	defer res.Body.Close()
	_, _ = io.Copy(io.Discard, io.LimitReader(res.Body, 1<<20)) // so that the connection can be used again
	if res.StatusCode/100 == 2 {
		return nil
	}
	failure := fmt.Errorf("sending traces to %s: status %d %s", e.config.shown, res.StatusCode, http.StatusText(res.StatusCode))
	switch res.StatusCode {
	case http.StatusTooManyRequests, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return &retryable{failure, retryAfter(res.Header.Get("Retry-After"))}
	}
	return failure
}

// retryAfter reads seconds or a date; 0 for neither.
func retryAfter(value string) time.Duration {
	if seconds, err := strconv.Atoi(value); err == nil && seconds > 0 {
		return min(time.Duration(seconds)*time.Second, maxElapsed)
	}
	if at, err := http.ParseTime(value); err == nil {
		return max(0, min(time.Until(at), maxElapsed))
	}
	return 0
}
