package life

import (
	"strings"

	"github.com/gots-dev/gots/aspects/bootstrap/config"
	"github.com/gots-dev/gots/aspects/bootstrap/resource"
	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/local"
	"github.com/gots-dev/gots/aspects/rt/noise"
	"github.com/gots-dev/gots/aspects/rt/propagate"
)

// apply hands the settings to the packages that they concern. What goes along with requests is handed on even where nothing is recorded.
func apply(set config.Settings, getenv func(string) string) {
	propagators, _ := propagate.New(set.Propagators) // config knows them all
	propagate.Set(propagators)
	noise.SetExcluded(set.Noise.Exclude)
	if len(set.Noise.Disabled) > 0 && strings.TrimSpace(getenv("OTEL_CONFIG_FILE")) != "" {
		noise.SetLists(noise.Lists{Only: set.Noise.Enabled, OnlySet: len(set.Noise.Enabled) > 0, Disabled: set.Noise.Disabled})
	}
	if set.SpanLimits.ValueLength != config.DefaultValueLength {
		attr.SetValueLimit(set.SpanLimits.ValueLength)
	}
	l := set.SpanLimits
	rt.SetLimits(rt.Limits{Attributes: l.Attributes, Events: l.Events, Links: l.Links, EventAttributes: l.EventAttributes, LinkAttributes: l.LinkAttributes})
	switch set.GLS {
	case config.GLSOff:
		local.SetMode(local.Off)
	case config.GLSFull:
		local.SetMode(local.Full)
	default:
		local.SetMode(local.Hooks)
	}
	local.Labels(set.ProfileLabels)
	if set.GLS != config.GLSOff {
		local.OnForeign(func(function string) {
			warn("%s writes the labels of goroutines itself; what has no context gets no parent (GOTS_GLS=off says so quietly)", function)
		})
	}
}

func newResource(set config.Settings) []attr.Value {
	return resource.Detect(resource.This(readFile), set.Detectors, set.Detected, set.Resource)
}
