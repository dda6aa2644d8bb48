package demo /* a comment behind the clause */ // and another

import f "fmt"
import _ "embed"

var _ = f.Sprint()
