//line input.go:1:1
package demo

import "strings"

func pick(n int, s, version string) string { return s }

var line = /*line aspects.yml:7:22*/pick(/*line input.go:7:32*/1+2/*line aspects.yml:7:50*/, /*line input.go:7:12*/strings.Repeat("-", 1+2)/*line aspects.yml:7:67*/, "v1.2.3")/*line input.go:7:36*/
