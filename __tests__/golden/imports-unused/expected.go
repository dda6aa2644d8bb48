//line input.go:1:1
package demo

import ()
import (
	"fmt" // stays

	/*line input.go:7:20*/ // goes
	_ "embed"
)
import (_ /*line input.go:10:9*/"os"; "sort")

var (
	_ = /*line aspects.yml:9:38*/"constant"/*line input.go:13:26*/
	_ = /*line aspects.yml:9:38*/"constant"/*line input.go:14:18*/
	_ = /*line aspects.yml:17:38*/"dropped"/*line input.go:15:17*/
	_ = /*line aspects.yml:9:38*/"constant"/*line input.go:16:20*/
	_ = fmt.Sprint(sort.IsSorted(nil))
)
