// Package check tells what telemetry would do, and tries it: the program's half of gots doctor.
//
// gots doctor runs a woven program with GOTS_DOCTOR set. The program then starts no telemetry. In init, before its own main, it sends one
// record of each signal and writes one line to standard output:
//
//	gots-doctor: {"version":1,…}
//
// and ends with exit code 0. The line is a Report in JSON. What other packages' init functions print may stand before it.
//
//	GOTS_DOCTOR=http://127.0.0.1:PORT   the records go there, over the protocol that is configured, without TLS and headers
//	GOTS_DOCTOR=live                    the records go to the configured endpoints
//
// A report holds no secret: endpoints are scheme, host and port, of headers only the names are shown.
package check

import (
	"context"
	"fmt"
	"io"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/gots-dev/gots/aspects/bootstrap/config"
	"github.com/gots-dev/gots/aspects/bootstrap/resource"
	"github.com/gots-dev/gots/aspects/bootstrap/transport"
	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
)

// Variable asks for a check.
const Variable = "GOTS_DOCTOR"

// prefix begins the line of the report.
const prefix = "gots-doctor: "

// Report is what the program says of itself.
type Report struct {
	Version int `json:"version"` // of this form: 1
	// Disabled says that nothing is recorded: OTEL_SDK_DISABLED, or a configuration file that cannot be used.
	Disabled bool `json:"disabled"`
	// Problems are the lines that the program would warn with.
	Problems []string `json:"problems"`
	// Traces, Metrics and Logs have an entry for each exporter; none says that the signal is off.
	Traces  []Exporter `json:"traces"`
	Metrics []Exporter `json:"metrics"`
	Logs    []Exporter `json:"logs"`
	// Sampler is its name as OTEL_TRACES_SAMPLER has it; "custom" for trees that the variable has no name for.
	Sampler      string   `json:"sampler"`
	SamplerRatio float64  `json:"samplerRatio,omitempty"`
	Routes       []string `json:"routes"` // patterns of paths with a sampler of their own
	Propagators  []string `json:"propagators"`
	Exclude      []string `json:"exclude"` // patterns of paths that are not recorded
	Enabled      []string `json:"enabledInstrumentations"`
	Off          []string `json:"disabledInstrumentations"`
	GLS          string   `json:"gls"` // off, hooks, full
	ExitTimeout  int64    `json:"exitTimeoutMs"`
	ConfigFile   string   `json:"configFile,omitempty"`
	// Resource are the attributes of the program, name and value as text, in order.
	Resource [][2]string `json:"resource"`
}

// Exporter is one place that a signal goes to.
type Exporter struct {
	Kind     string   `json:"kind"`               // otlp, console, prometheus
	Protocol string   `json:"protocol,omitempty"` // grpc, http/protobuf, http/json
	Endpoint string   `json:"endpoint,omitempty"` // scheme, host and port; of prometheus host and port
	Default  bool     `json:"default"`            // no variable and no file names this endpoint
	Headers  []string `json:"headers,omitempty"`  // names
	Gzip     bool     `json:"gzip,omitempty"`
	TLS      []string `json:"tls,omitempty"` // of authority, certificate: what is set
	// Interval is the time between two exports, in milliseconds: the delay of a batch, or the interval of metrics.
	Interval    int64  `json:"intervalMs,omitempty"`
	Temporality string `json:"temporality,omitempty"` // of metrics
	// Sent says that the test record was taken; Error why not. Both are absent where none was sent: console, prometheus.
	Sent  bool   `json:"sent,omitempty"`
	Error string `json:"error,omitempty"`
}

// tryTimeout bounds one test record.
const tryTimeout = 5 * time.Second

// Run makes the report, with test records sent to where target says, and writes its line.
func Run(target string, set config.Settings, problems []config.Problem, described []attr.Value, w io.Writer) {
	r := Report{
		Version: 1, Disabled: set.Disabled, Problems: []string{}, Routes: []string{}, Propagators: list(set.Propagators), Exclude: list(set.Noise.Exclude),
		Enabled: list(set.Noise.Enabled), Off: list(set.Noise.Disabled), GLS: string(set.GLS), ExitTimeout: set.ExitTimeout.Milliseconds(),
		ConfigFile: strings.TrimSpace(os.Getenv("OTEL_CONFIG_FILE")),
	}
	for _, p := range problems {
		r.Problems = append(r.Problems, p.String())
	}
	for _, route := range set.Routes {
		r.Routes = append(r.Routes, route.Path)
	}
	r.Sampler, r.SamplerRatio = sampler(set.Sampler)
	for _, a := range described {
		r.Resource = append(r.Resource, [2]string{a.Key().Name(), fmt.Sprint(a.Any())})
	}
	if set.Disabled {
		set.Traces, set.Metrics, set.Logs = nil, nil, nil
	}
	r.Traces = exporters(rt.Traces, set.Traces, target, described)
	r.Metrics = exporters(rt.Metrics, set.Metrics, target, described)
	r.Logs = exporters(rt.Logs, set.Logs, target, described)
	fmt.Fprintf(w, "%s%s\n", prefix, r.json())
}

func list(of []string) []string {
	if of == nil {
		return []string{}
	}
	return of
}

func exporters(signal rt.Signal, of []config.Exporter, target string, described []attr.Value) []Exporter {
	out := []Exporter{}
	for _, e := range of {
		shown := Exporter{Kind: string(e.Kind), Protocol: string(e.Protocol), Endpoint: e.Shown, Default: e.Implied, Gzip: e.Gzip, Interval: e.Batch.Delay.Milliseconds()}
		for _, h := range e.Headers {
			shown.Headers = append(shown.Headers, h.Name)
		}
		if len(e.TLS.Authority) > 0 {
			shown.TLS = append(shown.TLS, "authority")
		}
		if e.TLS.Certificate != "" {
			shown.TLS = append(shown.TLS, "certificate")
		}
		if signal == rt.Metrics && e.Kind != config.Prometheus {
			shown.Interval, shown.Temporality = e.Reader.Interval.Milliseconds(), string(e.Reader.Temporality)
		}
		switch e.Kind {
		case config.Prometheus:
			shown.Endpoint = fmt.Sprintf("%s:%d", e.Host, e.Port)
		case config.OTLP:
			if err := try(signal, e, target, described); err != nil {
				shown.Error = err.Error()
			} else {
				shown.Sent = true
			}
		}
		out = append(out, shown)
	}
	return out
}

// try sends a test record.
func try(signal rt.Signal, e config.Exporter, target string, described []attr.Value) error {
	if target != "live" {
		u, err := url.Parse(target)
		if err != nil || u.Scheme != "http" || u.Host == "" {
			return fmt.Errorf("%s is neither live nor the URL of a sink", Variable)
		}
		path := ""
		if e.Protocol != config.GRPC {
			path = "v1/" + signal.String()
		}
		e.URL, e.Shown, _ = config.Endpoint(e.Protocol, target, path, true)
		e.Headers, e.TLS = nil, config.TLS{}
	}
	exiting := make(chan struct{})
	close(exiting) // one attempt
	client, err := transport.New(signal, e, exiting)
	if err != nil {
		return err
	}
	defer client.Close()
	ctx, cancel := context.WithTimeout(context.Background(), tryTimeout)
	defer cancel()
	return client.Export(ctx, request(signal, resource.SchemaURL, described)).Err
}

// sampler gives the name that OTEL_TRACES_SAMPLER has for a sampler.
func sampler(s config.Sampler) (name string, ratio float64) {
	if s.Kind != config.SampleParents {
		return string(s.Kind), s.Ratio
	}
	if s.Root == nil || s.Root.Kind == config.SampleParents || s.RemoteSampled != nil || s.RemoteNotSampled != nil || s.LocalSampled != nil || s.LocalNotSampled != nil {
		return "custom", 0
	}
	return "parentbased_" + string(s.Root.Kind), s.Root.Ratio
}
