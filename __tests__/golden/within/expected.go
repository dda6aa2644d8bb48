//line input.go:1:1
package within

import "strings"

var name = strings.ToUpper("name") + (/*line aspects.yml:17:22*/"[" + /*line input.go:5:38*/strings.ToLower("NAME")/*line aspects.yml:17:35*/ + "]")/*line input.go:5:61*/

type server struct{}

func (server) run() string {
	later := func() string { return /*line aspects.yml:9:22*/"<" + /*line input.go:10:34*/strings.ToUpper("later")/*line aspects.yml:9:35*/ + ">"/*line input.go:10:58*/ }
	return /*line aspects.yml:9:22*/"<" + /*line input.go:11:9*/strings.ToUpper("now")/*line aspects.yml:9:35*/ + ">"/*line input.go:11:31*/ + later() + strings.ToLower("NOW")
}

func stop() string {
	return strings.ToUpper("stop") + (/*line aspects.yml:17:22*/"[" + /*line input.go:15:35*/strings.ToLower("STOP")/*line aspects.yml:17:35*/ + "]")/*line input.go:15:58*/
}
