//line input.go:1:1
package demo; import _ "embed"; import __gots_strings "strings"

import "fmt"

func one(args ...any) int { return len(/*line aspects.yml:14:38*/"[" + /*line aspects.yml:7:38*/__gots_strings/*line aspects.yml:7:45*/.TrimSpace(/*line input.go:5:40*/fmt.Sprintln(/*line aspects.yml:6:9*/__gotsAppended[any](/*line input.go:5:53*/args, /*line aspects.yml:6:55*/"appended")/*line input.go:5:57*/...)/*line aspects.yml:7:63*/)/*line aspects.yml:14:51*/ + "]"/*line input.go:5:61*/) }

func two() bool { return /*line aspects.yml:14:38*/"[" + /*line aspects.yml:7:38*/__gots_strings/*line aspects.yml:7:45*/.TrimSpace(/*line input.go:7:26*/fmt.Sprintln(/*line aspects.yml:6:55*/"appended"/*line input.go:7:39*/)/*line aspects.yml:7:63*/)/*line aspects.yml:14:51*/ + "]"/*line input.go:7:40*/ == /*line aspects.yml:14:38*/"[" + /*line aspects.yml:7:38*/__gots_strings/*line aspects.yml:7:45*/.TrimSpace(/*line input.go:7:44*/fmt.Sprintln("a", /*line aspects.yml:14:38*/"[" + /*line aspects.yml:7:38*/__gots_strings/*line aspects.yml:7:45*/.TrimSpace(/*line input.go:7:62*/fmt.Sprintln("b",
	"c", // last
/*line aspects.yml:6:55*/"appended"/*line input.go:9:1*/)/*line aspects.yml:7:63*/)/*line aspects.yml:14:51*/ + "]", /*line aspects.yml:6:55*/"appended"/*line input.go:9:2*/)/*line aspects.yml:7:63*/)/*line aspects.yml:14:51*/ + "]"/*line input.go:9:3*/ }

/*line aspects.yml:15:42*/var _ = "one"

/*line aspects.yml:15:42*/var _ = "two"

/*line aspects.yml:15:42*/var _ = "two"

/*line aspects.yml:15:42*/var _ = "two"
