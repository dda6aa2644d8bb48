package demo

//demo:version
var version string

//demo:version
const fixed string = "old"

var on, off bool

var (
	limit, other int    = 1, 2
	name         string = "kept"
	// A value without a type counts too.
	untyped = 1 > 2
)

func local() bool {
	var inside bool = false
	return inside && on && off && untyped && limit > other && name == version
}
