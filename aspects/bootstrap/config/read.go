package config

import (
	"strconv"
	"strings"
	"time"

	"github.com/gots-dev/gots/aspects/rt/noise"
)

// Defaults that the specification leaves open.
const (
	// DefaultBytes bounds the memory that records take while no collector answers.
	DefaultBytes = 16 << 20
	// batchBytes stays below what collectors take at once: 4 MiB by gRPC's default, 20 MiB over HTTP.
	batchBytes = 3 << 20
	// DefaultValueLength bounds texts that programs set themselves, in characters.
	DefaultValueLength = 16_384
	defaultExitTimeout = 2 * time.Second
)

// Read reads every variable that has an effect at run time, but for OTEL_CONFIG_FILE, which the caller looks at first. readFile is
// asked for certificates. Problems come in the order of the variables, each once.
func Read(getenv func(string) string, readFile func(string) ([]byte, error)) (Settings, []Problem) {
	s := &source{getenv: getenv, readFile: readFile}
	set := s.own()
	set.Disabled = s.boolean("OTEL_SDK_DISABLED")
	set.LogLevel = s.level()
	set.Traces = s.exporters(traces, set.QueueBytes)
	set.Metrics = s.exporters(metrics, set.QueueBytes)
	set.Logs = s.exporters(logs, set.QueueBytes)
	set.Sampler = s.sampler()
	set.SpanLimits, set.LogLimits = s.limits()
	set.Propagators = s.propagators()
	set.ServiceName, set.Resource = s.resource()
	set.Exemplars = choice(s, []ExemplarFilter{TraceBased, AlwaysOn, AlwaysOff}, "OTEL_METRICS_EXEMPLAR_FILTER")
	return set, s.problems
}

// Own reads the variables that are not the specification's. They hold beside a configuration file too.
func Own(getenv func(string) string) (Settings, []Problem) {
	s := &source{getenv: getenv}
	return s.own(), s.problems
}

func (s *source) own() Settings {
	return Settings{
		Noise: Noise{
			Exclude: s.excluded(), Enabled: Names(s.get("OTEL_GO_ENABLED_INSTRUMENTATIONS")),
			Disabled: Names(s.get("OTEL_GO_DISABLED_INSTRUMENTATIONS")),
		},
		Detectors:     s.detectors(),
		QueueBytes:    s.number(DefaultBytes, 1, "GOTS_QUEUE_BYTES"),
		ExitTimeout:   s.exitTimeout(),
		GLS:           choice(s, []GLSMode{GLSHooks, GLSOff, GLSFull}, "GOTS_GLS"),
		ProfileLabels: s.boolean("GOTS_PROFILE_LABELS"),
		ErrorTexts:    s.boolean("GOTS_RECORD_ERROR_TEXTS"),
		LogIDs:        s.boolean("GOTS_LOG_IDS"),
	}
}

// Detectors are the names of all resource detectors (OTEL_GO_RESOURCE_DETECTORS).
var Detectors = []string{"service", "host", "os", "process", "container", "k8s", "cloud", "faas"}

func (s *source) detectors() []string {
	const name = "OTEL_GO_RESOURCE_DETECTORS"
	if strings.EqualFold(s.get(name), "all") {
		return Detectors
	}
	return s.known(name, Detectors, Detectors)
}

// excluded reads the paths that are left out: without a list those of health checks, which orchestrators ask for every few seconds; with none alone,
// no path.
func (s *source) excluded() []string {
	names := Names(s.get("OTEL_GO_HTTP_EXCLUDE"))
	switch {
	case len(names) == 0:
		return noise.Health
	case len(names) == 1 && strings.EqualFold(names[0], "none"):
		return nil
	}
	var out []string
	for _, pattern := range names {
		paths, bad := Paths(pattern)
		if bad != "" {
			s.bad("OTEL_GO_HTTP_EXCLUDE", pattern, bad, "leaving it out")
		}
		out = append(out, paths...)
	}
	if len(out) == 0 {
		return noise.Health // as with any variable that has no good value
	}
	return out
}

// Paths gives the patterns that an entry of a list of paths stands for: itself, or those of health checks.
func Paths(entry string) (patterns []string, bad string) {
	switch {
	case strings.EqualFold(entry, "health"):
		return noise.Health, ""
	case entry == "" || entry[0] != '/' && entry[0] != '*':
		return nil, `is no pattern of a path (/admin/*) and not "health"`
	}
	if bad = noise.CheckPattern(entry); bad != "" {
		return nil, bad
	}
	return []string{entry}, ""
}

// exitTimeout reads a duration, or a number of milliseconds.
func (s *source) exitTimeout() time.Duration {
	const name = "GOTS_EXIT_TIMEOUT"
	text := s.get(name)
	if text == "" {
		return defaultExitTimeout
	}
	if ms, err := strconv.ParseInt(text, 10, 32); err == nil && ms >= 0 {
		return time.Duration(ms) * time.Millisecond
	}
	d, err := time.ParseDuration(text)
	if err != nil || d < 0 {
		s.bad(name, text, "is no duration (3s) and no number of milliseconds", "using "+defaultExitTimeout.String())
		return defaultExitTimeout
	}
	return d
}

func (s *source) level() Level {
	switch choice(s, []string{"info", "error", "warn", "debug"}, "OTEL_LOG_LEVEL") {
	case "error":
		return Error
	case "warn":
		return Warn
	case "debug":
		return Debug
	}
	return Info
}

// DefaultSampler follows the parent, and samples what has none.
func DefaultSampler() Sampler {
	return Sampler{Kind: SampleParents, Root: &Sampler{Kind: SampleAll}}
}

func (s *source) sampler() Sampler {
	const name = "OTEL_TRACES_SAMPLER"
	text := strings.ToLower(s.get(name))
	root, parents := strings.CutPrefix(text, "parentbased_")
	sampler := Sampler{}
	switch root {
	case "":
		if text == "" {
			return DefaultSampler()
		}
	case "always_on":
		sampler.Kind = SampleAll
	case "always_off":
		sampler.Kind = SampleNone
	case "traceidratio":
		sampler = Sampler{Kind: SampleRatio, Ratio: s.ratio()}
	}
	if sampler.Kind == "" {
		s.bad(name, text, "is none of always_on, always_off, traceidratio, and these behind parentbased_", "using parentbased_always_on")
		return DefaultSampler()
	}
	if parents {
		return Sampler{Kind: SampleParents, Root: &sampler}
	}
	return sampler
}

func (s *source) ratio() float64 {
	const name = "OTEL_TRACES_SAMPLER_ARG"
	text := s.get(name)
	if text == "" {
		return 1
	}
	ratio, err := strconv.ParseFloat(text, 64)
	if err != nil || !(ratio >= 0 && ratio <= 1) {
		s.bad(name, text, "is no ratio from 0 to 1", "using 1")
		return 1
	}
	return ratio
}

// limits of spans and logs: their own variables, then the general ones. A negative number is no limit, as in the SDK for Go.
func (s *source) limits() (spans, logs Limits) {
	number := func(otherwise int, names ...string) int { return s.number(otherwise, -1, names...) }
	const length, count = "OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT", "OTEL_ATTRIBUTE_COUNT_LIMIT"
	spans = Limits{
		ValueLength:     number(DefaultValueLength, "OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT", length),
		Attributes:      number(128, "OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT", count),
		Events:          number(128, "OTEL_SPAN_EVENT_COUNT_LIMIT"),
		Links:           number(128, "OTEL_SPAN_LINK_COUNT_LIMIT"),
		EventAttributes: number(128, "OTEL_EVENT_ATTRIBUTE_COUNT_LIMIT", count),
		LinkAttributes:  number(128, "OTEL_LINK_ATTRIBUTE_COUNT_LIMIT", count),
	}
	logs = Limits{
		ValueLength: number(DefaultValueLength, "OTEL_LOGRECORD_ATTRIBUTE_VALUE_LENGTH_LIMIT", length),
		Attributes:  number(128, "OTEL_LOGRECORD_ATTRIBUTE_COUNT_LIMIT", count),
	}
	return spans, logs
}

// Propagators are the names of all propagators.
var Propagators = []string{"tracecontext", "baggage", "b3", "b3multi", "jaeger", "xray"}

// propagators reads the list. On AWS Lambda the service's own header counts too, unless the program decides.
func (s *source) propagators() []string {
	otherwise := []string{"tracecontext", "baggage"}
	if s.get("AWS_LAMBDA_FUNCTION_NAME") != "" || s.get("_X_AMZN_TRACE_ID") != "" {
		otherwise = append(otherwise, "xray")
	}
	return s.known("OTEL_PROPAGATORS", Propagators, otherwise)
}

// resource gives the attributes; OTEL_SERVICE_NAME beats service.name among them.
func (s *source) resource() (service string, out []Attribute) {
	pairs, bad := Pairs(s.get("OTEL_RESOURCE_ATTRIBUTES"))
	if bad > 0 {
		// One bad pair discards all (specification/resource/sdk.md); neither name nor value is shown.
		s.report(Problem{Name: "OTEL_RESOURCE_ATTRIBUTES", Is: "entry " + strconv.Itoa(bad) + " is not name=value", Used: "leaving all of it out"})
		pairs = nil
	}
	service = s.get("OTEL_SERVICE_NAME")
	for _, p := range pairs {
		if p.Name != "service.name" {
			out = append(out, Attribute{p.Name, p.Value})
		} else if service == "" {
			service = p.Value
		}
	}
	if service != "" {
		out = append(out, Attribute{"service.name", service})
	}
	return service, out
}
