package demo

import . "strings"

func ToLower(s string, n int) string { return s }

func f(s string) string { return ToUpper(s) + ToLower(s, 1) }

func g(ToUpper func(string) string) string { return ToUpper("a") }
