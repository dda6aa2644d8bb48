package demo

import "strings"

func pick(n int, s, version string) string { return s }

var line = strings.Repeat("-", 1+2)
