// Package sample decides which traces are recorded (opentelemetry-specification/specification/trace/sdk.md, "Sampler").
package sample

import (
	"encoding/binary"

	"github.com/gots-dev/gots/aspects/bootstrap/config"
	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/ids"
	"github.com/gots-dev/gots/aspects/rt/noise"
)

// Sampler decides about each span that starts. It does not change and allocates nothing.
type Sampler struct {
	root   node
	routes []route
}

type route struct {
	path noise.Pattern
	node node
}

// node is a sampler of the tree. One that goes by the parent has a node for each sort of parent.
type node struct {
	bound   uint64 // a trace is sampled if its number is below; only in a leaf
	parents *[sorts]node
}

// The sorts of parents.
const (
	none = iota
	remoteSampled
	remoteNot
	localSampled
	localNot
	sorts
)

// all is above the number of every trace, which has 63 bits.
const all = 1 << 63

// New makes a sampler. Requests of a server whose path matches a route are decided by that route's sampler, the first one's; the other
// spans of such a trace follow their parent, if the sampler goes by parents.
func New(by config.Sampler, routes []config.Route) *Sampler {
	s := &Sampler{root: compile(&by)}
	for _, r := range routes {
		s.routes = append(s.routes, route{noise.NewPattern(r.Path), compile(&r.Sampler)})
	}
	return s
}

func compile(by *config.Sampler) node {
	switch by.Kind {
	case config.SampleNone:
		return node{}
	case config.SampleRatio:
		return node{bound: boundOf(by.Ratio)}
	case config.SampleParents:
		or := func(set *config.Sampler, otherwise config.SamplerKind) node {
			if set == nil {
				set = &config.Sampler{Kind: otherwise}
			}
			return compile(set)
		}
		return node{parents: &[sorts]node{
			none:          or(by.Root, config.SampleAll),
			remoteSampled: or(by.RemoteSampled, config.SampleAll),
			remoteNot:     or(by.RemoteNotSampled, config.SampleNone),
			localSampled:  or(by.LocalSampled, config.SampleAll),
			localNot:      or(by.LocalNotSampled, config.SampleNone),
		}}
	}
	return node{bound: all}
}

// boundOf gives the numbers that a ratio takes, as the SDKs do, so that all services of a trace decide alike.
func boundOf(ratio float64) uint64 {
	switch {
	case ratio >= 1:
		return all
	case !(ratio > 0):
		return 0
	}
	return uint64(ratio * all)
}

// Decide is rt.Sink's Start.
func (s *Sampler) Decide(r *rt.Record) rt.Decision {
	of := &s.root
	if r.Kind == rt.Server && r.Path != "" {
		for i := range s.routes {
			if s.routes[i].path.Match(r.Path) {
				of = &s.routes[i].node
				break
			}
		}
	}
	if of.samples(r.Self.Trace, &r.Parent) {
		return rt.RecordAndSample
	}
	return rt.Drop
}

func (n *node) samples(trace ids.TraceID, parent *ids.SpanContext) bool {
	for n.parents != nil {
		n = &n.parents[sortOf(parent)]
	}
	// The last eight bytes without the lowest bit: the rule of the SDK for Go.
	return binary.BigEndian.Uint64(trace[8:])>>1 < n.bound
}

func sortOf(parent *ids.SpanContext) int {
	switch sampled := parent.IsSampled(); {
	case !parent.IsValid():
		return none
	case parent.Remote && sampled:
		return remoteSampled
	case parent.Remote:
		return remoteNot
	case sampled:
		return localSampled
	}
	return localNot
}
