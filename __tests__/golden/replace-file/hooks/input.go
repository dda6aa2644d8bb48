package hooks

import "strings"

func greet() string { return strings.ToUpper("hello") }
