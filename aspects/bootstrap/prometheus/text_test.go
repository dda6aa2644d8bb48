package prometheus

import (
	"math"
	"strings"
	"testing"

	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/ids"
	"github.com/gots-dev/gots/aspects/rt/meter"
)

var (
	scope  = &attr.Scope{Name: "example.com/s", Version: "1"}
	method = attr.Short("http.request.method")
)

const scopeLabels = `otel_scope_name="example.com/s",otel_scope_schema_url="",otel_scope_version="1"`

// render gives the page of some metrics.
func render(t *testing.T, open bool, resource []attr.Value, all ...meter.Metric) string {
	t.Helper()
	p := &page{open: open, families: map[string]*lines{}, conflict: func(name string) { t.Logf("conflict of %s", name) }}
	for i := range all {
		all[i].Scope = scope
		p.add(&all[i])
	}
	return string(p.write(resource))
}

func TestNames(t *testing.T) {
	for _, tt := range []struct {
		name, unit string
		form       meter.Form
		monotonic  bool
		want, word string
	}{
		{"http.server.request.duration", "s", meter.FormHistogram, true, "http_server_request_duration_seconds", "seconds"},
		{"http.server.active_requests", "{request}", meter.FormSum, false, "http_server_active_requests", ""},
		{"go.memory.used", "By", meter.FormSum, false, "go_memory_used_bytes", "bytes"},
		{"go.cpu.time", "s", meter.FormSum, true, "go_cpu_time_seconds", "seconds"},
		{"requests.total", "1", meter.FormSum, true, "requests", ""},
		{"load", "1", meter.FormGauge, false, "load_ratio", "ratio"},
		{"load.ratio", "1", meter.FormGauge, false, "load_ratio", "ratio"},
		{"duration_seconds", "s", meter.FormHistogram, true, "duration_seconds", "seconds"},
		{"speed", "m/s", meter.FormGauge, false, "speed_meters_per_second", "meters_per_second"},
		{"rate", "{request}/s", meter.FormGauge, false, "rate_per_second", "per_second"},
		{"go.config.gogc", "%", meter.FormSum, false, "go_config_gogc_percent", "percent"},
		{"3d..__..x é", "weird-unit", meter.FormGauge, false, "_3d_x_weird_unit", "weird_unit"},
		{"...", "", meter.FormGauge, false, "", ""},
	} {
		name, word := family(&meter.Metric{Name: tt.name, Unit: tt.unit, Form: tt.form, Monotonic: tt.monotonic})
		if name != tt.want || word != tt.word {
			t.Errorf("%s in %s: %q in %q, want %q in %q", tt.name, tt.unit, name, word, tt.want, tt.word)
		}
	}
}

func TestLabels(t *testing.T) {
	for name, want := range map[string]string{
		"http.request.method": "http_request_method", "a..b__c": "a_b_c", "9to5": "key_9to5", "": "", "..": "", "_x": "_x", "__name__": "_name_", "é": "",
	} {
		if got := label(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

func histogram() meter.Metric {
	return meter.Metric{
		Name: "http.server.request.duration", Unit: "s", Text: "How \"long\"\nit took.", Form: meter.FormHistogram, Monotonic: true, Float: true,
		Bounds: []float64{0.5, 1, 10},
		Points: []meter.Point{{
			Attrs: []attr.Value{method.String("GET")}, Count: 7, Sum: 12.25, HasSum: true, Buckets: []uint64{1, 0, 4, 2},
			Exemplars: []meter.Exemplar{
				{Time: 1_700_000_000_123_456_789, Float: 0.25, Trace: ids.TraceID{15: 1}, Span: ids.SpanID{7: 2}},
				{Time: 1_700_000_001_000_000_000, Float: 11, Filtered: []attr.Value{method.String("PUT")}},
			},
		}},
	}
}

func TestHistogramInBothFormats(t *testing.T) {
	const labels = `http_request_method="GET",` + scopeLabels
	if got, want := render(t, false, nil, histogram()), `# HELP http_server_request_duration_seconds How "long"\nit took.
# TYPE http_server_request_duration_seconds histogram
http_server_request_duration_seconds_bucket{`+labels+`,le="0.5"} 1
http_server_request_duration_seconds_bucket{`+labels+`,le="1"} 1
http_server_request_duration_seconds_bucket{`+labels+`,le="10"} 5
http_server_request_duration_seconds_bucket{`+labels+`,le="+Inf"} 7
http_server_request_duration_seconds_sum{`+labels+`} 12.25
http_server_request_duration_seconds_count{`+labels+`} 7
`; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got, want := render(t, true, nil, histogram()), `# HELP http_server_request_duration_seconds How \"long\"\nit took.
# TYPE http_server_request_duration_seconds histogram
# UNIT http_server_request_duration_seconds seconds
http_server_request_duration_seconds_bucket{`+labels+`,le="0.5"} 1 # {trace_id="00000000000000000000000000000001",span_id="0000000000000002"} 0.25 1700000000.123
http_server_request_duration_seconds_bucket{`+labels+`,le="1.0"} 1
http_server_request_duration_seconds_bucket{`+labels+`,le="10.0"} 5
http_server_request_duration_seconds_bucket{`+labels+`,le="+Inf"} 7 # {http_request_method="PUT"} 11 1700000001.000
http_server_request_duration_seconds_sum{`+labels+`} 12.25
http_server_request_duration_seconds_count{`+labels+`} 7
# EOF
`; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestCountersAndGauges(t *testing.T) {
	all := func() []meter.Metric {
		return []meter.Metric{
			{Name: "jobs", Form: meter.FormSum, Monotonic: true, Points: []meter.Point{{Int: 3, Exemplars: []meter.Exemplar{{Time: 1e9, Int: 2}}}}},
			{Name: "cpu", Unit: "s", Form: meter.FormSum, Monotonic: true, Float: true, Points: []meter.Point{{Float: 1e21}}},
			{Name: "active", Form: meter.FormSum, Points: []meter.Point{{Int: -2}}},
			{Name: "heat", Form: meter.FormGauge, Float: true, Points: []meter.Point{{Float: 0.5}}},
		}
	}
	resource := []attr.Value{attr.Short("service.name").String(`a "b"\c`)}
	if got, want := render(t, false, resource, all()...), `# HELP target_info Target metadata
# TYPE target_info gauge
target_info{service_name="a \"b\"\\c"} 1
# TYPE active gauge
active{`+scopeLabels+`} -2
# TYPE cpu_seconds_total counter
cpu_seconds_total{`+scopeLabels+`} 1e+21
# TYPE heat gauge
heat{`+scopeLabels+`} 0.5
# TYPE jobs_total counter
jobs_total{`+scopeLabels+`} 3
`; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got, want := render(t, true, resource, all()...), `# HELP target Target metadata
# TYPE target info
target_info{service_name="a \"b\"\\c"} 1
# TYPE active gauge
active{`+scopeLabels+`} -2
# TYPE cpu_seconds counter
# UNIT cpu_seconds seconds
cpu_seconds_total{`+scopeLabels+`} 1e+21
# TYPE heat gauge
heat{`+scopeLabels+`} 0.5
# TYPE jobs counter
jobs_total{`+scopeLabels+`} 3 # {} 2 1.000
# EOF
`; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestNegativeValuesHaveNoSum(t *testing.T) {
	for name, m := range map[string]meter.Metric{
		"a bound":   {Name: "d", Form: meter.FormHistogram, Bounds: []float64{-1, 1}, Points: []meter.Point{{Count: 1, HasSum: true, Buckets: []uint64{0, 1, 0}}}},
		"a minimum": {Name: "d", Form: meter.FormHistogram, Points: []meter.Point{{Count: 1, HasSum: true, Sum: -1, HasMinMax: true, Min: -1, Buckets: []uint64{1}}}},
	} {
		if got := render(t, false, nil, m); strings.Contains(got, "d_sum") || !strings.Contains(got, "d_count") {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestConflictingTypes(t *testing.T) {
	told := ""
	p := &page{families: map[string]*lines{}, conflict: func(name string) { told += name }}
	for _, m := range []meter.Metric{
		{Scope: scope, Name: "a.b", Text: "one", Form: meter.FormGauge, Points: []meter.Point{{Int: 1}}},
		{Scope: &attr.Scope{Name: "other"}, Name: "a_b", Text: "another", Form: meter.FormGauge, Points: []meter.Point{{Int: 2}}},
		{Scope: scope, Name: "a-b", Form: meter.FormHistogram, Points: []meter.Point{{Buckets: []uint64{0}}}},
	} {
		p.add(&m)
	}
	got := string(p.write(nil))
	if told != "a_b" || strings.Count(got, "# TYPE") != 1 || strings.Count(got, "# HELP") != 1 || strings.Count(got, "\na_b{") != 2 || strings.Contains(got, "bucket") {
		t.Errorf("told %q:\n%s", told, got)
	}
}

func TestOddLabels(t *testing.T) {
	attrs := []attr.Value{
		attr.Short("a.b").String("x"), attr.Short("a_b").String("y"), attr.Short("le").String("5"), attr.Short("otel.scope.name").String("no"),
		attr.Short("list").Strings([]string{"a\"\n", "é\x01"}), attr.Number("n").Float(math.Inf(1)), attr.Number("t").Bool(true), attr.Short("...").String("z"),
	}
	got := render(t, false, nil, meter.Metric{Name: "g", Form: meter.FormGauge, Points: []meter.Point{{Attrs: attrs}}})
	want := `# TYPE g gauge
g{a_b="x;y",key_le="5",list="[\"a\\\"\\u000a\",\"é\\u0001\"]",n="+Inf",` + scopeLabels + `,t="true"} 0
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestExemplarsAreShort(t *testing.T) {
	e := meter.Exemplar{Trace: ids.TraceID{1}, Span: ids.SpanID{1}, Filtered: []attr.Value{
		attr.Short("a").String("b"), attr.Short("long").String(strings.Repeat("x", 100)), attr.Short("c").String("d"),
	}}
	got := string((&page{open: true}).exemplar(nil, &e, false))
	if !strings.Contains(got, `,a="b"}`) || strings.Contains(got, "xxx") {
		t.Errorf("got %s", got)
	}
}
