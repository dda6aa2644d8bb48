//line input.go:1:1
package built

var WithOrchestrion bool = /*line gots:orchestrion/built-in.yml:14:22*/true/*line input.go:3:25*/

const WithOrchestrionVersion string = /*line gots:orchestrion/built-in.yml:25:25*/"v1.2.3"/*line input.go:5:41*/

//orchestrion:enabled
var woven = /*line gots:orchestrion/built-in.yml:14:22*/true/*line input.go:8:18*/

//dd:orchestrion-enabled
var alsoWoven bool = /*line gots:orchestrion/built-in.yml:14:22*/true/*line input.go:11:19*/

//orchestrion:version
var version, again = /*line gots:orchestrion/built-in.yml:25:25*/"v1.2.3", /*line gots:orchestrion/built-in.yml:25:25*/"v1.2.3"/*line input.go:14:36*/

var other bool
