package meter

import (
	"encoding/binary"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/gots-dev/gots/aspects/rt/attr"
)

// form is how a stream makes points of measurements.
type form struct {
	form              Form
	bounds            []float64
	maxSize, maxScale int32
	noMinMax          bool
	exemplars         Exemplars
}

// stream is what one reader, through one view, gets of one instrument.
type stream struct {
	form
	core       *core
	reader     *Reader
	view       *View
	name, text string
	delta      bool
	limit      int // most series, the overflow among them

	mu       sync.Mutex
	cells    map[string]*cell // by the attributes
	order    []*cell
	overflow *cell
	// full says that another series would be the overflow.
	full atomic.Bool

	// Of instruments that are observed.
	observed map[string]*observation
	sequence []*observation
	round    uint64 // the collection that inRound counts series of
	inRound  int
}

// newStream makes a stream; nil where the view drops the instrument.
func newStream(c *core, r *Reader, v *View) *stream {
	s := &stream{core: c, reader: r, view: v, name: c.desc.Name, text: c.desc.Text, limit: v.Limit, delta: r.isDelta(c)}
	s.exemplars = r.exemplars
	if v.Name != "" {
		s.name = v.Name
	}
	if v.Text != "" {
		s.text = v.Text
	}
	if s.limit <= 0 {
		s.limit = r.limits.of(c)
	}
	if s.limit <= 0 {
		s.limit = r.limit
	}
	a := v.Aggregation
	kind := a.Kind
	if !fits(c, kind) {
		kind = r.aggregation(c)
	}
	if kind == ExponentialAggregation && r.explicit {
		kind = ExplicitAggregation
	}
	switch kind {
	case DropAggregation:
		return nil
	case SumAggregation:
		s.form.form = FormSum
	case LastValueAggregation:
		s.form.form, s.delta = FormGauge, false
	case ExponentialAggregation:
		s.form.form, s.maxSize, s.maxScale = FormExponential, defaultMaxSize, defaultMaxScale
		if a.MaxSize > 0 {
			s.maxSize = max(a.MaxSize, 2)
		}
		if a.HasMaxScale {
			s.maxScale = min(max(a.MaxScale, lowestScale), defaultMaxScale)
		}
	default:
		s.form.form, s.bounds = FormHistogram, boundsFor(a.Bounds, c.desc.Bounds)
	}
	s.noMinMax = a.NoMinMax
	return s
}

// fits says whether an aggregation makes sense for an instrument; if not, it gets the default one.
func fits(c *core, a AggregationKind) bool {
	switch a {
	case DropAggregation:
		return true
	case SumAggregation:
		return c.kind != KindGauge && (c.kind != KindHistogram || !c.observed)
	case LastValueAggregation:
		return c.kind == KindGauge
	case ExplicitAggregation, ExponentialAggregation:
		return !c.observed
	}
	return false
}

// boundsFor gives the first list there is: finite numbers, ascending, each once.
func boundsFor(lists ...[]float64) []float64 {
	for _, list := range lists {
		if list != nil {
			list = slices.DeleteFunc(slices.Clone(list), func(b float64) bool { return !isFinite(b) })
			slices.Sort(list)
			return slices.Compact(list)
		}
	}
	return defaultBounds
}

// overflowKey marks the series that holds what has no series of its own (metrics SDK, "Overflow attribute").
var (
	overflowKey   = attr.Number("otel.metric.overflow")
	overflowAttrs = []attr.Value{overflowKey.Bool(true)}
	overflowID    = string(appendID(nil, overflowAttrs))
)

// cell finds or makes the series of these attributes, which are sorted and the caller's own.
func (s *stream) cell(attrs []attr.Value) *cell {
	var space [256]byte
	id := appendID(space[:0], attrs)
	s.mu.Lock()
	defer s.mu.Unlock()
	if c := s.cells[string(id)]; c != nil {
		return c
	}
	if len(s.order) >= s.limit-1 || string(id) == overflowID {
		if s.overflow == nil {
			s.overflow = newCell(&s.form, overflowAttrs)
		}
		s.full.Store(len(s.order) >= s.limit-1)
		return s.overflow
	}
	if s.cells == nil {
		s.cells = map[string]*cell{}
	}
	c := newCell(&s.form, attrs)
	s.cells[string(id)] = c
	s.order = append(s.order, c)
	return c
}

// appendID appends what tells sets of attributes apart; attrs are sorted.
func appendID(b []byte, attrs []attr.Value) []byte {
	for _, a := range attrs {
		b = append(b, a.Name()...)
		b = append(b, 0, byte(a.Kind()))
		b = appendValueID(b, a)
	}
	return b
}

func appendValueID(b []byte, a attr.Value) []byte {
	switch a.Kind() {
	case attr.KindString:
		b = binary.AppendUvarint(b, uint64(len(a.Text())))
		return append(b, a.Text()...)
	case attr.KindInt:
		return binary.LittleEndian.AppendUint64(b, uint64(a.AsInt()))
	case attr.KindFloat:
		return binary.LittleEndian.AppendUint64(b, floatBits(a.AsFloat()))
	case attr.KindBool:
		if a.AsBool() {
			return append(b, 1)
		}
		return append(b, 0)
	case attr.KindStrings:
		b = binary.AppendUvarint(b, uint64(len(a.AsStrings())))
		for _, text := range a.AsStrings() {
			b = binary.AppendUvarint(b, uint64(len(text)))
			b = append(b, text...)
		}
		return b
	case attr.KindInts:
		return appendNumbers(b, a.AsInts(), func(n int64) uint64 { return uint64(n) })
	case attr.KindFloats:
		return appendNumbers(b, a.AsFloats(), floatBits)
	case attr.KindBools:
		return appendNumbers(b, a.AsBools(), func(v bool) uint64 {
			if v {
				return 1
			}
			return 0
		})
	case attr.KindBytes:
		b = binary.AppendUvarint(b, uint64(len(a.AsBytes())))
		return append(b, a.AsBytes()...)
	case attr.KindList, attr.KindMap:
		b = binary.AppendUvarint(b, uint64(len(a.AsValues())))
		return appendID(b, a.AsValues())
	}
	return b
}

func appendNumbers[T any](b []byte, list []T, bits func(T) uint64) []byte {
	b = binary.AppendUvarint(b, uint64(len(list)))
	for _, n := range list {
		b = binary.LittleEndian.AppendUint64(b, bits(n))
	}
	return b
}

// sorted sorts attributes by name in place; of those with the same name, the last one stays.
func sorted(attrs []attr.Value) []attr.Value {
	slices.SortStableFunc(attrs, func(a, b attr.Value) int { return strings.Compare(a.Name(), b.Name()) })
	out := attrs[:0]
	for i, a := range attrs {
		if a.Key() != nil && (i+1 == len(attrs) || attrs[i+1].Name() != a.Name()) {
			out = append(out, a)
		}
	}
	return out
}
