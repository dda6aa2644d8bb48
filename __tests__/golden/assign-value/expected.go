//line input.go:1:1
package demo

//demo:version
var version string = /*line aspects.yml:14:25*/"v1.2.3"/*line input.go:4:19*/

//demo:version
const fixed string = /*line aspects.yml:14:25*/"v1.2.3"/*line input.go:7:27*/

var on, off bool = /*line aspects.yml:6:35*/true, /*line aspects.yml:6:35*/true/*line input.go:9:17*/

var (
	limit, other int    = /*line aspects.yml:19:35*/40 + 2, /*line input.go:12:27*/2
	name         string = "kept"
	// A value without a type counts too.
	untyped = /*line aspects.yml:6:35*/true/*line input.go:15:17*/
)

func local() bool {
	var inside bool = /*line aspects.yml:6:35*/true/*line input.go:19:25*/
	return inside && on && off && untyped && limit > other && name == version
}
