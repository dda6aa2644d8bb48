//line input.go:1:1
// Created by cgo - DO NOT EDIT

//line example.go:1:1
package demo; import __gots_time "time"

import _ "unsafe"

//go:cgo_unsafe_args
//go:nosplit
func a(p0 int) (r1 int) {{
/*line aspects.yml:6:63*/_ = __gots_time/*line aspects.yml:6:71*/.Now()
};/*line example.go:7:26*/
//line example.go:9:30
	return p0
}
