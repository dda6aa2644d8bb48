package golden

import "strings"

var line = strings.Repeat("-", 10)
