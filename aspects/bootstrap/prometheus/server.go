// Package prometheus lets a Prometheus server fetch the metrics: in its own text format, or in OpenMetrics with exemplars where the Accept
// header asks for that.
package prometheus

import (
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/meter"
)

// Path is where the metrics are.
const Path = "/metrics"

// The content types: https://prometheus.io/docs/instrumenting/exposition_formats/
const (
	textType = "text/plain; version=0.0.4; charset=utf-8; escaping=underscores"
	openType = "application/openmetrics-text; version=1.0.0; charset=utf-8; escaping=underscores"
)

// Exporter answers scrapes.
type Exporter struct {
	Options
	reader   *meter.Reader
	reported sync.Map // names of metrics whose types contradict each other
	serving  chan struct{}
}

// Options are what an exporter is made with.
type Options struct {
	// Resource describes the program, in target_info. WithoutTarget leaves that out, WithoutScopeInfo the labels of the scope.
	Resource                        []attr.Value
	WithoutTarget, WithoutScopeInfo bool
	// Labels are attributes that each series has besides its own.
	Labels []attr.Value
	// Reader says how metrics are read; of histograms the format has explicit ones only, and all points count from the start.
	Reader meter.ReaderOptions
	// Say writes a line for people to read.
	Say func(format string, args ...any)
}

// maxServing bounds the pages that are held at the same time: clients may be slow.
const maxServing = 5

// New makes an exporter with a reader of its own.
func New(o Options) *Exporter {
	o.Reader.Explicit, o.Reader.Exponential, o.Reader.Temporality = true, false, meter.Cumulative
	return &Exporter{Options: o, reader: meter.NewReader(o.Reader), serving: make(chan struct{}, maxServing)}
}

// Close ends the reader.
func (e *Exporter) Close() { e.reader.Close() }

// ServeHTTP answers GET and HEAD.
func (e *Exporter) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "GET and HEAD are allowed", http.StatusMethodNotAllowed)
		return
	}
	select {
	case e.serving <- struct{}{}:
		defer func() { <-e.serving }()
	default:
		w.Header().Set("Retry-After", "1")
		http.Error(w, "too many scrapes at the same time", http.StatusServiceUnavailable)
		return
	}
	defer rt.Recover("prometheus")
	open := wantsOpenMetrics(strings.Join(r.Header.Values("Accept"), ","))
	body := e.scrape(open)
	w.Header().Set("Content-Type", textType)
	if open {
		w.Header().Set("Content-Type", openType)
	}
	w.Header().Set("Vary", "Accept, Accept-Encoding")
	if !wants(strings.Join(r.Header.Values("Accept-Encoding"), ","), "gzip") {
		w.Header().Set("Content-Length", strconv.Itoa(len(body)))
		_, _ = w.Write(body)
		return
	}
	w.Header().Set("Content-Encoding", "gzip")
	packer := gzip.NewWriter(w)
	_, _ = packer.Write(body)
	_ = packer.Close()
}

func (e *Exporter) scrape(open bool) []byte {
	p := &page{open: open, families: map[string]*lines{}, conflict: e.conflict, withoutScope: e.WithoutScopeInfo, common: e.Labels}
	e.reader.Collect(func(m *meter.Metric) bool {
		p.add(m)
		return true
	})
	if e.WithoutTarget {
		return p.write(nil)
	}
	return p.write(e.Resource)
}

func (e *Exporter) conflict(name string) {
	if _, again := e.reported.LoadOrStore(name, true); !again {
		e.Say("Prometheus gets only the first of two metrics that are both named %s and are of different types", name)
	}
}

// wantsOpenMetrics says whether an Accept header prefers OpenMetrics to Prometheus' text.
func wantsOpenMetrics(accept string) bool {
	open, text := 0.0, 0.0
	for _, entry := range strings.Split(accept, ",") {
		kind, quality, version := parse(entry)
		switch kind {
		case "application/openmetrics-text":
			if version == "" || version == "1.0.0" || version == "0.0.1" {
				open = max(open, quality)
			}
		case "text/plain":
			if version == "" || version == "0.0.4" {
				text = max(text, quality)
			}
		case "text/*", "*/*":
			text = max(text, quality)
		}
	}
	return open > 0 && open >= text
}

// wants says whether a header lists something and does not refuse it.
func wants(header, what string) bool {
	for _, entry := range strings.Split(header, ",") {
		if kind, quality, _ := parse(entry); kind == what && quality > 0 {
			return true
		}
	}
	return false
}

// parse reads an entry of Accept: RFC 9110, section 12.5.1.
func parse(entry string) (kind string, quality float64, version string) {
	parts := strings.Split(entry, ";")
	quality = 1
	for _, part := range parts[1:] {
		name, value, _ := strings.Cut(part, "=")
		value = strings.Trim(strings.TrimSpace(value), `"`)
		switch strings.ToLower(strings.TrimSpace(name)) {
		case "q":
			q, err := strconv.ParseFloat(value, 64)
			if err != nil || q < 0 || q > 1 {
				q = 0
			}
			quality = q
		case "version":
			version = value
		}
	}
	return strings.ToLower(strings.TrimSpace(parts[0])), quality, version
}

// Server is where Prometheus finds the metrics.
type Server struct {
	exporter *Exporter
	server   *http.Server
	address  string
}

// Listen opens the port, and answers until Close. Port 0 is a free one. Where it fails, the exporter is closed.
func (e *Exporter) Listen(host string, port int) (*Server, error) {
	address := net.JoinHostPort(host, strconv.Itoa(port))
	listener, err := net.Listen("tcp", address)
	if err != nil {
		e.Close()
		return nil, fmt.Errorf("metrics cannot be fetched from %s: %w (OTEL_EXPORTER_PROMETHEUS_HOST and OTEL_EXPORTER_PROMETHEUS_PORT say where)",
			address, cause(err))
	}
	mux := http.NewServeMux()
	mux.Handle(Path, e)
	s := &Server{exporter: e, address: listener.Addr().String(), server: &http.Server{
		Handler: mux, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 10 * time.Second, WriteTimeout: time.Minute, IdleTimeout: 2 * time.Minute,
		MaxHeaderBytes: 64 << 10,
		// What clients do wrong is no business of the program's log.
		ErrorLog: log.New(io.Discard, "", 0),
		// Scrapes are not requests of the program: no hook records them.
		BaseContext: func(net.Listener) context.Context { return rt.Suppress(context.Background()) },
	}}
	go func() { _ = s.server.Serve(listener) }()
	return s, nil
}

// cause is what the system says of a port.
func cause(err error) error {
	if op, ok := err.(*net.OpError); ok {
		return op.Err
	}
	return err
}

// Address is where the server listens: host and port.
func (s *Server) Address() string { return s.address }

// Close ends the server and its reader.
func (s *Server) Close() {
	_ = s.server.Close()
	s.exporter.Close()
}
