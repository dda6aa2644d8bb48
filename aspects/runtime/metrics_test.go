package runtime

import (
	"math"
	goruntime "runtime"
	"runtime/debug"
	"slices"
	"testing"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/meter"
)

// once collects what the runtime tells.
func once(t *testing.T) map[string]meter.Metric {
	t.Helper()
	rt.Switch(rt.Metrics, true)
	r := meter.NewReader(meter.ReaderOptions{})
	defer r.Close()
	all := map[string]meter.Metric{}
	r.Collect(func(m *meter.Metric) bool {
		kept := *m
		kept.Points = nil
		for _, p := range m.Points {
			p.Buckets = slices.Clone(p.Buckets)
			kept.Points = append(kept.Points, p)
		}
		all[m.Name] = kept
		return true
	})
	return all
}

func TestRuntimeMetrics(t *testing.T) {
	goruntime.GC()
	all := once(t)
	for name, want := range map[string]struct {
		unit      string
		form      meter.Form
		monotonic bool
		points    int
	}{
		"go.memory.used":              {"By", meter.FormSum, false, 2},
		"go.memory.allocated":         {"By", meter.FormSum, true, 1},
		"go.memory.allocations":       {"{allocation}", meter.FormSum, true, 1},
		"go.memory.gc.goal":           {"By", meter.FormSum, false, 1},
		"go.memory.gc.cycles":         {"{gc_cycle}", meter.FormSum, true, 1},
		"go.memory.gc.pause.duration": {"s", meter.FormHistogram, true, 1},
		"go.goroutine.count":          {"{goroutine}", meter.FormSum, false, 1},
		"go.processor.limit":          {"{thread}", meter.FormSum, false, 1},
		"go.config.gogc":              {"%", meter.FormSum, false, 1},
		"go.cpu.time":                 {"s", meter.FormSum, true, 4},
		"go.schedule.duration":        {"s", meter.FormHistogram, true, 1},
	} {
		m := all[name]
		if m.Unit != want.unit || m.Form != want.form || m.Monotonic != want.monotonic || len(m.Points) != want.points {
			t.Errorf("%s: %+v", name, m)
		}
	}
	if n := all["go.processor.limit"].Points[0].Int; n != int64(goruntime.GOMAXPROCS(0)) {
		t.Errorf("%d threads", n)
	}
	if n := all["go.goroutine.count"].Points[0].Int; n < 2 || n > 100 {
		t.Errorf("%d goroutines", n)
	}
	var stats goruntime.MemStats
	goruntime.ReadMemStats(&stats)
	used := all["go.memory.used"].Points[0].Int + all["go.memory.used"].Points[1].Int
	if actual := int64(stats.Sys - stats.HeapReleased); math.Abs(float64(used-actual)) > 0.2*float64(actual) {
		t.Errorf("%d bytes used, %d by the statistics of memory", used, actual)
	}
	if _, found := all["go.memory.limit"]; found {
		t.Error("a limit where there is none")
	}
	sum := uint64(0)
	p := all["go.schedule.duration"].Points[0]
	for _, n := range p.Buckets {
		sum += n
	}
	if sum == 0 || sum != p.Count || p.Sum <= 0 || len(p.Buckets) != len(bounds)+1 || p.HasMinMax {
		t.Errorf("scheduling %+v", p)
	}
}

func TestBoundsAreSomeOfTheRuntimes(t *testing.T) {
	if len(bounds) < 15 || len(bounds) > 30 || bounds[0] < lowest || bounds[len(bounds)-1] > highest || !slices.IsSorted(bounds) {
		t.Errorf("%v", bounds)
	}
}

func TestAProgramThatReportsItself(t *testing.T) {
	info := &debug.BuildInfo{Deps: []*debug.Module{{Path: "go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"}}}
	if reported(info, true) || reported(nil, false) {
		t.Error("no module of the program reports the runtime's metrics")
	}
	info.Deps = append(info.Deps, &debug.Module{Path: theirs, Version: "v0.70.0"})
	if !reported(info, true) {
		t.Error("the program's module is not seen")
	}
}
