// Package runtime observes what the Go runtime tells of itself: memory, garbage collection, goroutines, processor time. It weaves nothing:
// the runtime is read when metrics are collected. In a program that has OpenTelemetry's own package for this, that one reports.
package runtime

import (
	"math"
	"runtime/debug"
	"runtime/metrics"
	"slices"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/meter"
)

// name is what the lists of instrumentations call it.
const name = "runtime"

// theirs is the module of OpenTelemetry's instrumentation of the runtime.
const theirs = "go.opentelemetry.io/contrib/instrumentation/runtime"

// reported says whether the program reports these metrics itself: they are the process's, so there would be all of them twice.
func reported(info *debug.BuildInfo, ok bool) bool {
	return ok && slices.ContainsFunc(info.Deps, func(module *debug.Module) bool { return module.Path == theirs })
}

func init() {
	rt.Instrument(name, func() {
		if reported(debug.ReadBuildInfo()) {
			return
		}
		meter.Observe(rt.NewScope("github.com/gots-dev/gots/aspects/runtime"), observables(), newSource().observe)
	})
}

// The metrics of the conventions, "Go runtime", by index.
const (
	memoryUsed = iota
	memoryLimit
	memoryAllocated
	memoryAllocations
	gcGoal
	gcCycles
	gcPause
	goroutines
	processors
	gogc
	cpuTime
	scheduling
)

var (
	memoryType = attr.Short("go.memory.type")
	cpuState   = attr.Short("go.cpu.state")
)

func observables() []meter.Observable {
	of := func(kind meter.Kind, name, unit, text string) meter.Observable {
		return meter.Observable{Kind: kind, Desc: meter.Desc{Name: name, Unit: unit, Text: text}}
	}
	all := []meter.Observable{
		memoryUsed:        of(meter.KindUpDown, "go.memory.used", "By", "Memory used by the Go runtime."),
		memoryLimit:       of(meter.KindUpDown, "go.memory.limit", "By", "Go runtime memory limit configured by the user, if a limit exists."),
		memoryAllocated:   of(meter.KindCounter, "go.memory.allocated", "By", "Memory allocated to the heap by the application."),
		memoryAllocations: of(meter.KindCounter, "go.memory.allocations", "{allocation}", "Count of allocations to the heap by the application."),
		gcGoal:            of(meter.KindUpDown, "go.memory.gc.goal", "By", "Heap size target for the end of the GC cycle."),
		gcCycles:          of(meter.KindCounter, "go.memory.gc.cycles", "{gc_cycle}", "Number of completed GC cycles."),
		gcPause:           of(meter.KindHistogram, "go.memory.gc.pause.duration", "s", "Time that the program was stopped for a garbage collection."),
		goroutines:        of(meter.KindUpDown, "go.goroutine.count", "{goroutine}", "Count of live goroutines."),
		processors:        of(meter.KindUpDown, "go.processor.limit", "{thread}", "The number of OS threads that can execute user-level Go code simultaneously."),
		gogc:              of(meter.KindUpDown, "go.config.gogc", "%", "Heap size target percentage configured by the user, otherwise 100."),
		cpuTime:           of(meter.KindCounter, "go.cpu.time", "s", "Estimated processor time that Go spent."),
		scheduling:        of(meter.KindHistogram, "go.schedule.duration", "s", "The time goroutines have spent in the scheduler in a runnable state before actually running."),
	}
	all[cpuTime].Float = true
	all[gcPause].Bounds, all[scheduling].Bounds = bounds, bounds
	return all
}

// samples are what is read, in the order of the constants below.
var samples = [...]string{
	"/memory/classes/total:bytes", "/memory/classes/heap/released:bytes", "/memory/classes/heap/stacks:bytes", "/gc/gomemlimit:bytes",
	"/gc/heap/allocs:bytes", "/gc/heap/allocs:objects", "/gc/heap/goal:bytes", "/gc/cycles/total:gc-cycles",
	"/sched/goroutines:goroutines", "/sched/gomaxprocs:threads", "/gc/gogc:percent",
	"/sched/pauses/total/gc:seconds", "/sched/latencies:seconds",
	"/cpu/classes/user:cpu-seconds", "/cpu/classes/gc/total:cpu-seconds", "/cpu/classes/scavenge/total:cpu-seconds", "/cpu/classes/idle:cpu-seconds",
}

const (
	total = iota
	released
	stacks
	limit
	allocated
	allocations
	goal
	cycles
	live
	threads
	percent
	pauses
	latencies
	cpu // and the three after it, as states
)

var states = [...]string{"user", "gc", "scavenge", "idle"}

// source is the space that the runtime is read into.
type source struct {
	samples []metrics.Sample
	cpu     [len(states)]float64
	counts  []uint64
}

func newSource() *source {
	s := &source{samples: make([]metrics.Sample, len(samples))}
	for i, name := range samples {
		s.samples[i].Name = name
	}
	return s
}

func (s *source) observe(o meter.Observer) {
	metrics.Read(s.samples)
	if all, ok := s.number(total); ok {
		out, _ := s.number(released)
		stack, _ := s.number(stacks)
		o.Int(memoryUsed, stack, memoryType.String("stack"))
		o.Int(memoryUsed, all-out-stack, memoryType.String("other"))
	}
	for _, plain := range [...]struct{ sample, metric int }{
		{limit, memoryLimit}, {allocated, memoryAllocated}, {allocations, memoryAllocations}, {goal, gcGoal}, {cycles, gcCycles},
		{live, goroutines}, {threads, processors}, {percent, gogc},
	} {
		// What has no limit, and GOGC=off, are the highest numbers.
		if n, ok := s.number(plain.sample); ok && n != math.MaxInt64 {
			o.Int(plain.metric, n)
		}
	}
	for i, state := range states {
		if v := s.samples[cpu+i].Value; v.Kind() == metrics.KindFloat64 {
			// The runtime's estimates may fall; a counter may not.
			s.cpu[i] = max(s.cpu[i], v.Float64())
			o.Float(cpuTime, s.cpu[i], cpuState.String(state))
		}
	}
	s.histogram(o, gcPause, pauses)
	s.histogram(o, scheduling, latencies)
}

// number is a sample's; ok is false where the runtime has none of that name.
func (s *source) number(sample int) (n int64, ok bool) {
	if v := s.samples[sample].Value; v.Kind() == metrics.KindUint64 {
		return int64(min(v.Uint64(), math.MaxInt64)), true
	}
	return 0, false
}

// lowest and highest are the first and the last bound that is reported, in seconds.
const (
	lowest  = 1e-6
	highest = 10
)

// bounds are some of those that the runtime gives, which has four for each power of two.
var bounds = func() (some []float64) {
	sample := []metrics.Sample{{Name: samples[latencies]}}
	metrics.Read(sample)
	if sample[0].Value.Kind() != metrics.KindFloat64Histogram {
		return []float64{}
	}
	for _, bound := range sample[0].Value.Float64Histogram().Buckets {
		if bound >= lowest && bound <= highest && (len(some) == 0 || bound >= 2*some[len(some)-1]) {
			some = append(some, bound)
		}
	}
	return some
}()

// histogram observes one of the runtime's histograms. It has no sum; the one here takes values for the middle of their bucket.
func (s *source) histogram(o meter.Observer, metric, sample int) {
	if s.samples[sample].Value.Kind() != metrics.KindFloat64Histogram {
		return
	}
	h := s.samples[sample].Value.Float64Histogram()
	s.counts = append(s.counts[:0], make([]uint64, len(bounds)+1)...)
	at, sum := 0, 0.0
	for i, n := range h.Counts {
		low, high := h.Buckets[i], h.Buckets[i+1]
		for at < len(bounds) && high > bounds[at] {
			at++
		}
		s.counts[at] += n
		if n > 0 {
			sum += float64(n) * middle(low, high)
		}
	}
	o.Histogram(metric, s.counts, sum)
}

func middle(low, high float64) float64 {
	switch {
	case math.IsInf(low, -1):
		return 0
	case math.IsInf(high, 1):
		return low
	}
	return (low + high) / 2
}
