//line input.go:1:1
package demo; import __gots_strings "strings"

import ()

func ToLower(s string, n int) string { return s }

func f(s string) string { return /*line aspects.yml:8:21*/__gots_strings/*line aspects.yml:8:28*/.ToLower(/*line input.go:7:42*/s/*line aspects.yml:8:60*/)/*line input.go:7:44*/ + ToLower(s, 1) }

func g(ToUpper func(string) string) string { return ToUpper("a") }
