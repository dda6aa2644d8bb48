// Command describe prints what the hooks and the bootstrap declare, as JSON: the attributes with their bounds, and the instruments.
// docs/telemetry.md is made from it and from the files telemetry.yml.
package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"slices"

	_ "github.com/gots-dev/gots/aspects/bootstrap/sdkmetrics"
	_ "github.com/gots-dev/gots/aspects/database/sql"
	_ "github.com/gots-dev/gots/aspects/lambda"
	_ "github.com/gots-dev/gots/aspects/log"
	_ "github.com/gots-dev/gots/aspects/log/slog"
	_ "github.com/gots-dev/gots/aspects/net/http"
	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/meter"
	_ "github.com/gots-dev/gots/aspects/runtime"
	_ "github.com/gots-dev/gots/aspects/spanfunc"
)

// key is an attribute: its class, and the most bytes of a text.
type key struct {
	Name  string `json:"name"`
	Kind  string `json:"kind"`
	Limit int    `json:"limit"`
}

type instrument struct {
	Scope  string    `json:"scope"`
	Name   string    `json:"name"`
	Kind   string    `json:"kind"`
	Unit   string    `json:"unit"`
	Text   string    `json:"text"`
	Float  bool      `json:"float"`
	Bounds []float64 `json:"bounds"`
}

func main() {
	// Some instruments are made when the signal is switched on.
	rt.Switch(rt.Metrics, true)
	var out struct {
		Keys        []key        `json:"keys"`
		Instruments []instrument `json:"instruments"`
	}
	for _, k := range attr.Declared() {
		out.Keys = append(out.Keys, key{k.Name(), k.Kind(), k.Limit()})
	}
	slices.SortFunc(out.Keys, func(a, b key) int { return cmp.Compare(a.Name, b.Name) })
	for _, i := range meter.DeclaredInstruments() {
		out.Instruments = append(out.Instruments, instrument{i.Scope, i.Name, i.Kind.String(), i.Unit, i.Text, i.Float, i.Bounds})
	}
	if err := json.NewEncoder(os.Stdout).Encode(out); err != nil {
		fmt.Fprintln(os.Stderr, "describe:", err)
		os.Exit(1)
	}
}
