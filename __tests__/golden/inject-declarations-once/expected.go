//line input.go:1:1
package golden

import "os"

var home = /*line aspects.yml:7:21*/noted(/*line input.go:5:12*/os.Getenv("HOME")/*line aspects.yml:7:34*/)/*line input.go:5:29*/

func user() string { return /*line aspects.yml:7:21*/noted(/*line input.go:7:29*/os.Getenv("USER")/*line aspects.yml:7:34*/)/*line input.go:7:46*/ + /*line aspects.yml:7:21*/noted(/*line input.go:7:49*/os.Getenv("LOGNAME")/*line aspects.yml:7:34*/)/*line input.go:7:69*/ }

/*line aspects.yml:10:13*/func noted(value string) string {
/*line aspects.yml:11:13*/  println(value)
/*line aspects.yml:12:13*/  return value
/*line aspects.yml:13:13*/}

