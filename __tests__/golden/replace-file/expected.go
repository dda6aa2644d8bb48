//line input.go:1:1
//line example.com/golden/replace-file/hooks/input.go:1:1
package golden

import "strings"

func greet() string {{
/*line aspects.yml:15:19*/println("woven into what stands in its place")
};/*line example.com/golden/replace-file/hooks/input.go:5:22*/ return strings.ToUpper("hello") }
