// Created by cgo - DO NOT EDIT

//line example.go:1:1
package demo

import _ "unsafe"

//go:cgo_unsafe_args
//go:nosplit
func a(p0 int) (r1 int) {
//line example.go:9:30
	return p0
}
