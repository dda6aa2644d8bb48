// Package noise decides what is not recorded: requests of exporters, paths that are excluded, instrumentations that are switched off.
package noise

import (
	"context"
	"os"
	"slices"
	"strings"
	"sync/atomic"
)

type suppressKey struct{}

// What contexts hold under it: whether log records are exported.
const (
	silent  = false
	logging = true
)

// Suppress gives a context in which no hook records anything, for the requests of exporters.
func Suppress(ctx context.Context) context.Context {
	return context.WithValue(ctx, suppressKey{}, silent)
}

// Exclude gives a context in which hooks make no spans and no measurements, for requests that are left out. What such a request logs is the
// program's own word, of a health check that fails, say.
func Exclude(ctx context.Context) context.Context {
	if SuppressedLogs(ctx) {
		return ctx
	}
	return context.WithValue(ctx, suppressKey{}, logging)
}

// Suppressed says whether ctx comes from Suppress or Exclude.
func Suppressed(ctx context.Context) bool { return ctx.Value(suppressKey{}) != nil }

// SuppressedLogs says whether ctx comes from Suppress.
func SuppressedLogs(ctx context.Context) bool { return ctx.Value(suppressKey{}) == any(silent) }

// Lists says which instrumentations are wanted. Names are import paths (net/http) or the same with dashes, in any case.
type Lists struct {
	Only     []string // if OnlySet, the only ones
	OnlySet  bool
	Disabled []string
}

// ReadLists reads OTEL_GO_ENABLED_INSTRUMENTATIONS and OTEL_GO_DISABLED_INSTRUMENTATIONS. The first one counts even if it is empty.
func ReadLists(lookup func(string) (string, bool)) Lists {
	only, set := lookup("OTEL_GO_ENABLED_INSTRUMENTATIONS")
	disabled, _ := lookup("OTEL_GO_DISABLED_INSTRUMENTATIONS")
	return Lists{Only: split(only), OnlySet: set, Disabled: split(disabled)}
}

func split(list string) []string {
	var out []string
	for _, entry := range strings.Split(list, ",") {
		if entry = strings.TrimSpace(entry); entry != "" {
			out = append(out, entry)
		}
	}
	return out
}

var lists atomic.Pointer[Lists]

// SetLists replaces what the environment says.
func SetLists(l Lists) { lists.Store(&l) }

// Enabled says whether the instrumentation of that name is wanted.
func Enabled(name string) bool {
	l := lists.Load()
	if l == nil {
		read := ReadLists(os.LookupEnv)
		l = &read
	}
	return (!l.OnlySet || listed(l.Only, name)) && !listed(l.Disabled, name)
}

func listed(list []string, name string) bool {
	dashed := strings.NewReplacer("/", "-", ".", "-").Replace(name)
	return slices.ContainsFunc(list, func(entry string) bool { return strings.EqualFold(entry, name) || strings.EqualFold(entry, dashed) })
}
