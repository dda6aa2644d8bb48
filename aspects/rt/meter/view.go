package meter

import (
	"slices"
	"strings"

	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/glob"
)

// View changes what is collected of the instruments that it selects (metrics SDK, "View"). The zero value of a field selects, or keeps,
// whatever there is.
type View struct {
	// Instrument selects by name; * stands for any characters, ? for one. The case of letters is of no account.
	Instrument string
	// Kinds selects by kind. Observed selects among instruments that are observed (Yes) and those that are not (No).
	Kinds    []Kind
	Observed Choice
	Unit     string
	// Scope, ScopeVersion and ScopeSchema select by the instrumentation scope.
	Scope, ScopeVersion, ScopeSchema string

	// Name and Text replace those of the instrument.
	Name, Text string
	// Only, if not nil, lists the attributes that stay, Without some that go: names, or patterns as in Instrument.
	Only, Without []string
	Aggregation   Aggregation
	// Limit is the most series, the one for the overflow among them; 0 is the general limit.
	Limit int
}

// Choice is yes, no, or either.
type Choice uint8

// The choices.
const (
	Either Choice = iota
	Yes
	No
)

// Aggregation says how measurements become points.
type Aggregation struct {
	Kind AggregationKind
	// Bounds of an explicit histogram; those of the instrument if nil.
	Bounds []float64
	// NoMinMax leaves out the lowest and the highest value of a histogram.
	NoMinMax bool
	// MaxSize and MaxScale bound an exponential histogram; 0 buckets are 160. MaxScale counts where HasMaxScale is set, else it is 20.
	MaxSize, MaxScale int32
	HasMaxScale       bool
}

// AggregationKind names an aggregation.
type AggregationKind uint8

// The aggregations of the specification.
const (
	DefaultAggregation AggregationKind = iota // as the kind of the instrument and the reader say
	DropAggregation
	SumAggregation
	LastValueAggregation
	ExplicitAggregation
	ExponentialAggregation
)

// defaultBounds are those of the specification for instruments without advice.
var defaultBounds = []float64{0, 5, 10, 25, 50, 75, 100, 250, 500, 750, 1000, 2500, 5000, 7500, 10000}

// selects says whether the view is for this instrument.
func (v *View) selects(c *core) bool {
	return (v.Instrument == "" || glob.Match(strings.ToLower(v.Instrument), strings.ToLower(c.desc.Name))) &&
		(len(v.Kinds) == 0 || slices.Contains(v.Kinds, c.kind)) &&
		(v.Observed == Either || (v.Observed == Yes) == c.observed) &&
		(v.Unit == "" || v.Unit == c.desc.Unit) &&
		(v.Scope == "" || v.Scope == c.scope.Name) &&
		(v.ScopeVersion == "" || v.ScopeVersion == c.scope.Version) &&
		(v.ScopeSchema == "" || v.ScopeSchema == c.scope.SchemaURL)
}

// keeps says whether an attribute stays.
func (v *View) keeps(name string) bool { return glob.Keeps(v.Only, v.Without, name) }

// filters says whether any attribute may go.
func (v *View) filters() bool { return v.Only != nil || len(v.Without) > 0 }

// split parts the attributes of a measurement into those that stay and those that go.
func (v *View) split(attrs []attr.Value) (kept, gone []attr.Value) {
	if !v.filters() {
		return attrs, nil
	}
	for _, a := range attrs {
		if v.keeps(a.Name()) {
			kept = append(kept, a)
		} else {
			gone = append(gone, a)
		}
	}
	return kept, gone
}
