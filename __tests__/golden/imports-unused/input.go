package demo

import "strings"
import (
	"fmt" // stays

	fp "path/filepath" // goes
	_ "embed"
)
import ("os"; "sort")

var (
	_ = strings.ToUpper("a")
	_ = fp.Base("a")
	_ = fp.Dir("a")
	_ = os.Getenv("a")
	_ = fmt.Sprint(sort.IsSorted(nil))
)
