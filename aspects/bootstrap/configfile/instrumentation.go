package configfile

import (
	"strings"

	"github.com/gots-dev/gots/aspects/bootstrap/config"
	"github.com/gots-dev/gots/aspects/rt/noise"
)

// instrumentation reads what is ours, below go: a mapping for each instrumentation by its import path.
//
//	instrumentation/development:
//	  go:
//	    net/http:
//	      exclude: [/internal/*, health]    # as OTEL_GO_HTTP_EXCLUDE; [health] without it
//	      routes:                           # the first that matches samples the request
//	        - path: /search/*
//	          sampler: {trace_id_ratio_based: {ratio: 0.01}}
//	    log:
//	      enabled: false
func (f *file) instrumentation(o *object) {
	languages := o.object("go")
	for _, e := range languages.node.Entries {
		of := languages.object(e.Key)
		if !of.boolean("enabled", true) {
			f.set.Noise.Disabled = append(f.set.Noise.Disabled, e.Key)
		}
		if e.Key == "net/http" {
			f.http(of)
		}
		of.end()
	}
	general := o.object("general")
	general.get("stability_opt_in_list") // the stable conventions are what is recorded anyway
	general.end()
	// What is for other languages is no concern of a program in Go.
	for _, e := range o.node.Entries {
		o.get(e.Key)
	}
	o.end()
}

func (f *file) http(o *object) {
	if o.has("exclude") && config.Names(f.getenv("OTEL_GO_HTTP_EXCLUDE")) == nil {
		f.set.Noise.Exclude = nil // a list takes the place of the default
	}
	for _, entry := range o.texts("exclude") {
		patterns, bad := config.Paths(strings.TrimSpace(entry))
		if bad != "" {
			o.wrong("exclude", entry, bad)
		}
		f.set.Noise.Exclude = append(f.set.Noise.Exclude, patterns...)
	}
	for _, r := range o.list("routes") {
		path := r.text("path", "")
		if wrong := noise.CheckPattern(path); wrong != "" {
			fail(r.node.Line, "%s %s", r.at("path"), wrong)
		}
		f.set.Routes = append(f.set.Routes, config.Route{Path: path, Sampler: f.sampler(r.object("sampler"))})
		r.end()
	}
}
