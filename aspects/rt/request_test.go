package rt_test

import (
	"context"
	"testing"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/rttest"
)

func TestRoutesOfRoutersBelowEachOther(t *testing.T) {
	r := rttest.Use(t)
	type step struct{ strip, path, route string }
	for name, tt := range map[string]struct {
		path  string
		steps []step
		want  string
	}{
		"one router":                       {"/a/7", []step{{path: "/a/7", route: "/a/{id}"}}, "/a/{id}"},
		"below a prefix":                   {"/api/a/7", []step{{path: "/api/a/7", route: "/api/"}, {strip: "/api", path: "/a/7", route: "/a/{id}"}}, "/api/a/{id}"},
		"a prefix without a router":        {"/api/a/7", []step{{strip: "/api", path: "/a/7", route: "/a/{id}"}}, "/api/a/{id}"},
		"a prefix below the root":          {"/api/a/7", []step{{path: "/api/a/7", route: "/"}, {strip: "/api", path: "/a/7", route: "/a/{id}"}}, "/api/a/{id}"},
		"a prefix with a slash at its end": {"/api/a/7", []step{{strip: "/api/", path: "a/7", route: "/a/{id}"}}, "/api/a/{id}"},
		"two prefixes": {"/x/y/7", []step{
			{path: "/x/y/7", route: "/x/"}, {strip: "/x", path: "/y/7", route: "/y/"}, {strip: "/y", path: "/7", route: "/{id}"},
		}, "/x/y/{id}"},
		"two prefixes, no routers": {"/x/y/7", []step{{strip: "/x"}, {strip: "/y", path: "/7", route: "/{id}"}}, "/x/y/{id}"},
		// Taken off by the program itself, the name of a tenant: it must not become part of a route.
		"a wildcard is taken off":  {"/t/acme/7", []step{{path: "/t/acme/7", route: "/t/{tenant}/"}, {path: "/7", route: "/{id}"}}, "/t/{tenant}/{id}"},
		"who knows what":           {"/acme/7", []step{{path: "/7", route: "/{id}"}}, "/{id}"},
		"the rest of a path":       {"/f/a/b/7", []step{{path: "/f/a/b/7", route: "/f/{path...}"}, {path: "/7", route: "/{id}"}}, "/{id}"},
		"a path that was replaced": {"/old/7", []step{{path: "/old/7", route: "/old/{id}"}, {path: "/new/7", route: "/new/{id}"}}, "/new/{id}"},
		"one router after the other": {"/api/b", []step{
			{path: "/api/b", route: "/api/"}, {strip: "/api", path: "/b", route: "/"}, {strip: "/api", path: "/b", route: "/b"},
		}, "/api/b"},
		"the same path again": {"/a", []step{{path: "/a", route: "/"}, {path: "/a", route: "/a"}}, "/a"},
		"no route":            {"/a", []step{{path: "/a"}}, ""},
	} {
		ctx, request := scope.StartRequest(context.Background(), context.Background(), nil, "GET", tt.path)
		for _, s := range tt.steps {
			if s.strip != "" {
				rt.Strip(ctx, s.strip)
			}
			rt.SetRoute(ctx, s.path, s.route)
		}
		if route, _, _ := request.Outcome(); route != tt.want {
			t.Errorf("%s: got %q, want %q", name, route, tt.want)
		}
		request.End()
		ended := r.Ended()
		s := ended[len(ended)-1]
		if want := "GET " + tt.want; tt.want != "" && (s.Name != want || rttest.Attrs(s.Attrs)["http.route"] != tt.want) {
			t.Errorf("%s: the span is called %q, %v", name, s.Name, rttest.Attrs(s.Attrs))
		}
	}
	rt.SetRoute(context.Background(), "/", "/")
	rt.Strip(context.Background(), "/")
}

func TestTheFirstAnswerCounts(t *testing.T) {
	rttest.Use(t)
	ctx, request := scope.StartRequest(context.Background(), context.Background(), t, "GET", "/")
	if rt.RequestOf(ctx) != request || request.MeasuredByProgram() {
		t.Error("the request is not in its context, or already measured")
	}
	if !request.Answered(500, "500") || request.Answered(200, "") {
		t.Error("not the first one")
	}
	if route, status, failure := request.Outcome(); route != "" || status != 500 || failure != "500" {
		t.Errorf("%q, %d, %q", route, status, failure)
	}
	outside := request.Outside(ctx)
	if rt.FromContext(outside) != nil || rt.RequestOf(outside) != request {
		t.Error("outside of the request its span is current")
	}
	rt.Handled(ctx)
	if !request.MeasuredByProgram() {
		t.Error("what the program's middleware handles is measured twice")
	}
}
