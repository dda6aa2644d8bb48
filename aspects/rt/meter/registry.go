package meter

import (
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
)

// Provider is a program's own meter provider: from SetProvider on, all measurements go there, and none to readers.
type Provider interface {
	// Instrument makes the provider's instrument; nil if it has none for this one.
	Instrument(s *attr.Scope, k Kind, d Desc) Foreign
	// Observe has the provider call read at its collections; stop ends that.
	Observe(s *attr.Scope, of []Observable, read func(Observer)) (stop func())
}

// Foreign is an instrument of a program's provider.
type Foreign interface {
	// Bind makes what measurements with these attributes go to; attrs stay as they are.
	Bind(attrs []attr.Value) Bound
}

// Bound takes the measurements of one series: i of instruments that count in whole numbers, f of others.
type Bound interface {
	Record(sp *rt.Span, i int64, f float64)
}

// Options hold for readers made after Configure.
type Options struct {
	Views     []View
	Exemplars Exemplars
	// Say writes a line for people to read: of metrics that contradict each other. Nil for none.
	Say func(format string, args ...any)
}

// DefaultLimit is the most series of an instrument that no view and no reader limits otherwise (metrics SDK, "Cardinality limits").
const DefaultLimit = 2000

var registry struct {
	sync.Mutex
	options   Options
	groups    []*group
	named     map[identity]named
	observers []*observing
	readers   []*Reader
	provider  Provider
	// told has the names of metrics that a line was written about, untold the lines that are to be written.
	told   map[metricName]bool
	untold []string
}

// group holds the instruments of one scope.
type group struct {
	scope *attr.Scope
	cores []*core
}

// identity is what makes two instruments the same one (metrics SDK, "Duplicate instrument registration").
type identity struct {
	scope            *attr.Scope
	name, unit, text string
	kind             Kind
	float, observed  bool
	key              reflect.Type
}

type named struct {
	core       *core
	instrument any // *instrument[K]
}

func identify(s *attr.Scope, k Kind, d Desc, observed bool, key reflect.Type) identity {
	return identity{s, strings.ToLower(d.Name), d.Unit, d.Text, k, d.Float, observed, key}
}

// Configure sets the views and the filter of exemplars.
func Configure(o Options) {
	registry.Lock()
	defer registry.Unlock()
	registry.options = o
}

// register gives the instrument of that identity, made now or before.
func register[K comparable](s *attr.Scope, k Kind, d Desc, attrs func(K) []attr.Value) *instrument[K] {
	key := reflect.TypeFor[K]()
	registry.Lock()
	defer unlock()
	id := identify(s, k, d, false, key)
	if found, ok := registry.named[id]; ok {
		return found.instrument.(*instrument[K])
	}
	t := &instrument[K]{attrs: attrs, texts: textsOf(key)}
	t.scope, t.desc, t.kind, t.forget, t.crowded = s, d, k, t.again, t.complete.Load
	add(&t.core, id, t)
	return t
}

// add attaches a new instrument to what there is; the registry is locked.
func add(c *core, id identity, instrument any) {
	if registry.named == nil {
		registry.named = map[identity]named{}
	}
	registry.named[id] = named{c, instrument}
	at := slices.IndexFunc(registry.groups, func(g *group) bool { return g.scope == c.scope })
	if at < 0 {
		at = len(registry.groups)
		registry.groups = append(registry.groups, &group{scope: c.scope})
	}
	registry.groups[at].cores = append(registry.groups[at].cores, c)
	c.streams.Store(new([]*stream))
	c.attach()
}

// attach has the instrument go where the readers and the provider say; the registry is locked.
func (c *core) attach() {
	streams := make([]*stream, 0, len(registry.readers))
	for _, r := range registry.readers {
		streams = append(streams, r.streamsOf(c)...)
	}
	c.foreign.Store(nil)
	if p := registry.provider; p != nil && !c.observed {
		streams = nil
		if f := p.Instrument(c.scope, c.kind, c.desc); f != nil {
			c.foreign.Store(&f)
		}
	}
	c.streams.Store(&streams)
	c.forget()
	c.on.Store(len(streams) > 0 || c.foreign.Load() != nil)
}

// attachAll is for a change of the readers or the provider; the registry is locked.
func attachAll() {
	for _, g := range registry.groups {
		for _, c := range g.cores {
			c.attach()
		}
	}
}

// SetProvider sends all measurements to a provider of the program from now on; nil sends them to the readers again.
func SetProvider(p Provider) {
	registry.Lock()
	defer unlock()
	registry.provider = p
	attachAll()
	for _, o := range registry.observers {
		o.hand(p)
	}
}
