package meter

import (
	"testing"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
)

func TestDeclaredInstruments(t *testing.T) {
	scope := rt.NewScope("example.com/declared")
	NewCounter(scope, Desc{Name: "a", Unit: "{a}"}, func(int) []attr.Value { return nil })
	stop := Observe(scope, []Observable{{KindHistogram, Desc{Name: "b", Unit: "s", Bounds: []float64{1}}}}, func(Observer) {})
	defer stop()
	found := map[string]Declared{}
	for _, each := range DeclaredInstruments() {
		if each.Scope == "example.com/declared" {
			found[each.Name] = each
		}
	}
	if a := found["a"]; len(found) != 2 || a.Kind != KindCounter || a.Unit != "{a}" {
		t.Errorf("got %+v", found)
	}
	if b := found["b"]; b.Kind != KindHistogram || len(b.Bounds) != 1 {
		t.Errorf("got %+v", b)
	}
}
