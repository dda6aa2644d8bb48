package demo

//demo:version
var version string

//demo:version
const fixed string = "old"

var on, off bool

var (
	// A value without a type counts too.
	limit, other = 1, 2
	name  string = "kept"
)

func local() bool {
	var inside bool = false
	return inside && on && off && limit > other && name == version
}
