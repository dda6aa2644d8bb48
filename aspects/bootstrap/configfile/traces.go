package configfile

import (
	"net/textproto"
	"strconv"
	"time"

	"github.com/gots-dev/gots/aspects/bootstrap/config"
	"github.com/gots-dev/gots/aspects/bootstrap/configfile/yaml"
)

// processor reads {batch: {…}} or {simple: {…}} with its exporter; false where it is none that is supported.
func (f *file) processor(o *object, signal string, delay time.Duration) (config.Exporter, bool) {
	kind, of := o.only()
	batch := config.DefaultBatch(delay, f.bytes)
	switch kind {
	case "batch":
		ms := func(key string, otherwise time.Duration) time.Duration {
			return time.Duration(of.number(key, int(otherwise/time.Millisecond), 0)) * time.Millisecond
		}
		batch.Delay = ms("schedule_delay", batch.Delay)
		batch.Timeout = ms("export_timeout", batch.Timeout)
		batch.Records = of.number("max_queue_size", batch.Records, 1)
		batch.Size = min(of.number("max_export_batch_size", batch.Size, 1), batch.Records)
	case "simple":
		batch.Simple = true
	default:
		f.ignore(o.node.Line, o.at(config.Shown(kind)), "is not supported")
		return config.Exporter{}, false
	}
	e, ok := f.exporter(of.object("exporter"), signal)
	e.Batch = batch
	of.end()
	return e, ok
}

// exporter reads {otlp_http: {…}}, {otlp_grpc: {…}} or {console: {…}}.
func (f *file) exporter(o *object, signal string) (config.Exporter, bool) {
	kind, of := o.only()
	e := config.Exporter{}
	switch kind {
	case "otlp_http":
		e.Protocol = config.Protobuf
		if of.choice("encoding", "protobuf", "json") == "json" {
			e.Protocol = config.JSON
		}
		f.otlp(of, &e, "http://localhost:4318/v1/"+signal)
	case "otlp_grpc":
		e.Protocol = config.GRPC
		f.otlp(of, &e, "http://localhost:4317")
	case "console":
		e.Kind = config.Console
	default:
		f.ignore(o.node.Line, o.at(config.Shown(kind)), "is not supported")
		return e, false
	}
	if signal == "metrics" {
		f.preferences(of, &e)
	}
	of.end()
	return e, true
}

func (f *file) otlp(o *object, e *config.Exporter, otherwise string) {
	e.Kind = config.OTLP
	security := o.object("tls")
	insecure := e.Protocol == config.GRPC && security.boolean("insecure", false)
	endpoint := o.text("endpoint", "")
	if e.Implied = endpoint == ""; e.Implied {
		endpoint = otherwise
	}
	var bad string
	if e.URL, e.Shown, bad = config.Endpoint(e.Protocol, endpoint, "", insecure); bad != "" {
		fail(o.get("endpoint").Line, "%s: %s", o.at("endpoint"), bad)
	}
	var where string
	names := map[string]string{"authority": "ca_file", "certificate": "cert_file", "key": "key_file"}
	e.TLS, where, bad = config.ReadTLS(f.readFile, security.text("ca_file", ""), security.text("cert_file", ""), security.text("key_file", ""))
	if bad != "" {
		fail(security.get(names[where]).Line, "%s: %s", security.at(names[where]), bad)
	}
	security.end()
	e.Headers = headers(o)
	e.Gzip = o.choice("compression", "none", "gzip") == "gzip"
	e.Timeout = time.Duration(o.number("timeout", 10_000, 0)) * time.Millisecond
}

// headers are those of headers, then those of headers_list that it has not.
func headers(o *object) []config.Header {
	var out []config.Header
	add := func(name, value string) bool {
		if !config.IsHeader(name, value) {
			return false
		}
		name = textproto.CanonicalMIMEHeaderKey(name)
		for _, h := range out {
			if h.Name == name {
				return true
			}
		}
		out = append(out, config.Header{Name: name, Value: config.Secret(value)})
		return true
	}
	for _, h := range o.list("headers") {
		// A header without a value counts as absent: its variable is not set, say.
		name, isSet := h.text("name", ""), h.get("value").Kind != yaml.Null
		if !config.IsHeader(name, h.text("value", "")) {
			fail(h.node.Line, "%s is no header", h.path)
		}
		if isSet {
			add(name, h.text("value", ""))
		}
		h.end()
	}
	pairs, bad := config.Pairs(o.text("headers_list", ""))
	if bad > 0 {
		fail(o.get("headers_list").Line, "%s: entry %d is not name=value", o.at("headers_list"), bad)
	}
	for i, p := range pairs {
		if !add(p.Name, p.Value) {
			fail(o.get("headers_list").Line, "%s: entry %s is no header", o.at("headers_list"), strconv.Itoa(i+1))
		}
	}
	return out
}

// sampler reads {always_on: } and the like.
func (f *file) sampler(o *object) config.Sampler {
	kind, of := o.only()
	s := config.Sampler{}
	switch kind {
	case "always_on":
		s.Kind = config.SampleAll
	case "always_off":
		s.Kind = config.SampleNone
	case "trace_id_ratio_based":
		s = config.Sampler{Kind: config.SampleRatio, Ratio: of.float("ratio", 1, 0, 1)}
	case "parent_based":
		s.Kind = config.SampleParents
		for key, to := range map[string]**config.Sampler{
			"root": &s.Root, "remote_parent_sampled": &s.RemoteSampled, "remote_parent_not_sampled": &s.RemoteNotSampled,
			"local_parent_sampled": &s.LocalSampled, "local_parent_not_sampled": &s.LocalNotSampled,
		} {
			if of.has(key) {
				inner := f.sampler(of.object(key))
				*to = &inner
			}
		}
		if s.Root == nil {
			s.Root = &config.Sampler{Kind: config.SampleAll}
		}
	default:
		// To sample by another rule could cost a lot, or hide everything.
		fail(o.node.Line, "%s is not supported (always_on, always_off, trace_id_ratio_based, parent_based)", o.at(config.Shown(kind)))
	}
	of.end()
	return s
}
