//line input.go:1:1
package demo

import (
	"bytes"
	"math"
	"net/url"
)

var (
	a = 2 * (/*line input.go:10:19*/1/*line aspects.yml:6:61*/ + 1)/*line input.go:10:21*/
	b = /*line input.go:11:15*/1/*line aspects.yml:6:61*/ + 1/*line input.go:11:17*/ - (/*line input.go:11:29*/2/*line aspects.yml:6:61*/ + 1)/*line input.go:11:31*/
	c = -(/*line aspects.yml:11:38*/-/*line input.go:12:17*/3)
	d = 1 - (/*line aspects.yml:11:38*/-(/*line input.go:13:20*/-4))
	e = (/*line input.go:14:24*/1/*line aspects.yml:6:61*/ + 1)/*line input.go:14:26*/ * 2/*line aspects.yml:6:61*/ + 1/*line input.go:14:31*/
	f = /*line aspects.yml:11:38*/-(/*line input.go:15:25*/1/*line aspects.yml:6:61*/ + 1)/*line input.go:15:28*/
	g = (/*line aspects.yml:21:38*/&bytes.Buffer{})/*line input.go:16:32*/.Len()
	h = *(/*line aspects.yml:21:38*/&bytes.Buffer{})/*line input.go:17:33*/
	i = (&bytes.Buffer{}).Len()
	j = math.Float64bits(/*line input.go:19:32*/1/*line aspects.yml:6:61*/ + 1/*line input.go:19:34*/)
)

func header() int {
	if (/*line aspects.yml:26:38*/url.URL{Path: /*line input.go:23:21*/"a"/*line aspects.yml:26:75*/}.Path)/*line input.go:23:25*/ == "a" {
		return 1
	}
	for (/*line aspects.yml:26:38*/url.URL{Path: /*line input.go:26:22*/"a"/*line aspects.yml:26:75*/}.Path)/*line input.go:26:26*/ == "b" || len(/*line aspects.yml:26:38*/url.URL{Path: /*line input.go:26:57*/"c"/*line aspects.yml:26:75*/}.Path/*line input.go:26:61*/) == 1 {
	}
	switch s := (/*line aspects.yml:26:38*/url.URL{Path: /*line input.go:28:30*/"a"/*line aspects.yml:26:75*/}.Path)/*line input.go:28:34*/; s + (/*line aspects.yml:26:38*/url.URL{Path: /*line input.go:28:56*/"b"/*line aspects.yml:26:75*/}.Path)/*line input.go:28:60*/ {
	case /*line aspects.yml:26:38*/url.URL{Path: /*line input.go:29:23*/"a"/*line aspects.yml:26:75*/}.Path/*line input.go:29:27*/:
	}
	if func() string { return /*line aspects.yml:26:38*/url.URL{Path: /*line input.go:31:44*/"a"/*line aspects.yml:26:75*/}.Path/*line input.go:31:48*/ }() == "" {
	}
	return 2
}
