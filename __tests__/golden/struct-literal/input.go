package demo

import "net/http"

type Transport struct{ MaxIdleConns int }

var (
	client    = http.Client{}
	server    = &http.Server{Addr: ":80"}
	value     = http.Server{Addr: ":80", Handler: nil}
	paren     = (http.Server{})
	transport = &http.Transport{MaxIdleConns: 1 + 1, MaxConnsPerHost: 3}
	own       = &Transport{MaxIdleConns: 1}
	elided    = []http.Server{{Addr: ":81"}}
	many      = map[string]*http.Server{"a": {Addr: ":82"}, "b": &http.Server{}}
)

func address() string {
	if s := (http.Server{Addr: ":83"}); s.Addr != "" {
		return s.Addr
	}
	return (&http.Server{Addr: ":84"}).Addr
}
