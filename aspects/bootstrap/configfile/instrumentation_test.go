package configfile

import (
	"strings"
	"testing"

	"github.com/gots-dev/gots/aspects/rt/noise"
)

func TestExcludedPaths(t *testing.T) {
	const file = "file_format: 1.0\ninstrumentation/development: {go: {net/http: {%s}}}"
	for _, test := range []struct {
		line, variable string
		want           []string
	}{
		{"", "", noise.Health},
		{"exclude: [/a]", "", []string{"/a"}},
		{"exclude: [/a, health]", "", append([]string{"/a"}, noise.Health...)},
		{"exclude: []", "", nil},
		{"exclude: [/a]", "/b", []string{"/b", "/a"}},
		{"exclude: [/a]", "none", []string{"/a"}},
		{"", "none", nil},
	} {
		set := good(t, strings.Replace(file, "%s", test.line, 1), "OTEL_GO_HTTP_EXCLUDE="+test.variable)
		equal(t, test.line+" "+test.variable, set.Noise.Exclude, test.want)
	}
	equal(t, "nothing of ours", good(t, "file_format: 1.0").Noise.Exclude, noise.Health)
}
