//line input.go:1:1
package demo

//demo:version
var version string = /*line aspects.yml:14:25*/"v1.2.3"/*line input.go:4:19*/

//demo:version
const fixed string = /*line aspects.yml:14:25*/"v1.2.3"/*line input.go:7:27*/

var on, off bool = /*line aspects.yml:6:35*/true, /*line aspects.yml:6:35*/true/*line input.go:9:17*/

var (
	// A value without a type counts too.
	limit, other = /*line aspects.yml:19:35*/40 + 2, /*line aspects.yml:19:35*/40 + 2/*line input.go:13:21*/
	name  string = "kept"
)

func local() bool {
	var inside bool = /*line aspects.yml:6:35*/true/*line input.go:18:25*/
	return inside && on && off && limit > other && name == version
}
