//line input.go:1:1
package demo; import _ "sort"/*line input.go:1:13*/ /* a comment behind the clause */ // and another

import f "fmt"
import _ "embed"

var _ = f.Sprint()
