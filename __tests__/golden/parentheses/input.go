package demo

import (
	"bytes"
	"math"
	"net/url"
)

var (
	a = 2 * math.Abs(1)
	b = math.Abs(1) - math.Abs(2)
	c = -math.Ceil(3)
	d = 1 - math.Ceil(-4)
	e = math.Abs(math.Abs(1) * 2)
	f = math.Ceil(math.Abs(1))
	g = bytes.NewBufferString("a").Len()
	h = *bytes.NewBufferString("a")
	i = (&bytes.Buffer{}).Len()
	j = math.Float64bits(math.Abs(1))
)

func header() int {
	if url.QueryEscape("a") == "a" {
		return 1
	}
	for url.QueryEscape("a") == "b" || len(url.QueryEscape("c")) == 1 {
	}
	switch s := url.QueryEscape("a"); s + url.QueryEscape("b") {
	case url.QueryEscape("a"):
	}
	if func() string { return url.QueryEscape("a") }() == "" {
	}
	return 2
}
