package config

import "strings"

// signal is what differs between the signals.
type signal struct {
	name, infix string   // "traces", "TRACES"
	otherwise   []string // the exporters of OTEL_<infix>_EXPORTER
	exporters   []string
	batch       string // the prefix of the processor's variables
	delay       int
}

// Logs are exported where they are asked for: most platforms collect a program's output already.
var (
	traces  = signal{"traces", "TRACES", []string{"otlp"}, []string{"otlp", "console"}, "OTEL_BSP_", 5000}
	metrics = signal{"metrics", "METRICS", []string{"otlp"}, []string{"otlp", "console", "prometheus"}, "", 0}
	logs    = signal{"logs", "LOGS", nil, []string{"otlp", "console"}, "OTEL_BLRP_", 1000}
)

// exporters makes what OTEL_<SIGNAL>_EXPORTER lists. What cannot be made is left out.
func (s *source) exporters(sig signal, bytes int) []Exporter {
	var out []Exporter
	for _, name := range s.known("OTEL_"+sig.infix+"_EXPORTER", sig.exporters, sig.otherwise) {
		exporter := Exporter{Kind: Kind(name)}
		if exporter.Kind == OTLP && !s.otlp(sig, &exporter) {
			continue
		}
		exporter.Default = exporter.Implied && s.get("OTEL_"+sig.infix+"_EXPORTER") == ""
		if exporter.Kind == Prometheus {
			exporter.Host, exporter.Port = s.prometheus()
		}
		if sig.batch != "" {
			exporter.Batch = s.batch(sig, bytes)
		} else {
			exporter.Reader = s.reader(exporter.Kind)
		}
		out = append(out, exporter)
	}
	return out
}

// batch reads the bounds of a processor: the specification's, and bytes (GOTS_QUEUE_BYTES).
func (s *source) batch(sig signal, bytes int) Batch {
	b := Batch{
		Records:   s.number(2048, 1, sig.batch+"MAX_QUEUE_SIZE"),
		Bytes:     bytes,
		SizeBytes: batchBytes,
		Delay:     s.milliseconds(sig.delay, 0, sig.batch+"SCHEDULE_DELAY"),
		Timeout:   s.milliseconds(30_000, 0, sig.batch+"EXPORT_TIMEOUT"),
	}
	const size = "MAX_EXPORT_BATCH_SIZE"
	b.Size = s.number(512, 1, sig.batch+size)
	if b.Size > b.Records {
		if text := s.get(sig.batch + size); text != "" {
			s.bad(sig.batch+size, text, "is more than the queue holds", "using the queue's size")
		}
		b.Size = b.Records
	}
	return b
}

func (s *source) reader(kind Kind) Reader {
	r := Reader{
		// An interval of nothing would collect without a pause.
		Interval: s.milliseconds(60_000, 1, "OTEL_METRIC_EXPORT_INTERVAL"),
		Timeout:  s.milliseconds(30_000, 0, "OTEL_METRIC_EXPORT_TIMEOUT"),
	}
	r.Temporality = Cumulative
	if kind == OTLP {
		const preference, aggregation = "OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE", "OTEL_EXPORTER_OTLP_METRICS_DEFAULT_HISTOGRAM_AGGREGATION"
		r.Temporality = choice(s, []Temporality{Cumulative, Delta, LowMemory}, preference)
		r.Exponential = choice(s, []AggregationKind{Explicit, Exponential}, aggregation) == Exponential
	}
	return r
}

func (s *source) prometheus() (host string, port int) {
	const name = "OTEL_EXPORTER_PROMETHEUS_PORT"
	host = "localhost"
	if text := s.get("OTEL_EXPORTER_PROMETHEUS_HOST"); text != "" {
		// An IPv6 address may come with or without its brackets.
		if bare := strings.Trim(text, "[]"); bare == "" || strings.ContainsAny(bare, "/@ ?#") {
			s.bad("OTEL_EXPORTER_PROMETHEUS_HOST", text, "is no host", "using "+host)
		} else {
			host = bare
		}
	}
	port = s.number(9464, 0, name)
	if port > 65_535 {
		s.bad(name, s.get(name), "is no port", "using 9464")
		port = 9464
	}
	return host, port
}
