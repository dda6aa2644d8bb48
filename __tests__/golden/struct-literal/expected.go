//line input.go:1:1
package demo

import "net/http"

type Transport struct{ MaxIdleConns int }

var (
	client    = /*line aspects.yml:6:38*/any(/*line input.go:8:14*/http.Client{}/*line aspects.yml:6:49*/).(http.Client)/*line input.go:8:27*/
	server    = /*line aspects.yml:16:38*/func(s *http.Server) *http.Server { return s }(/*line input.go:9:14*/&http.Server{Addr: ":80"}/*line aspects.yml:16:92*/)/*line input.go:9:39*/
	value     = /*line aspects.yml:11:38*/func(s http.Server) http.Server { return s }(/*line input.go:10:14*/http.Server{Addr: ":80", Handler: nil}/*line aspects.yml:11:90*/)/*line input.go:10:52*/
	paren     = (/*line aspects.yml:11:38*/func(s http.Server) http.Server { return s }(/*line input.go:11:15*/http.Server{}/*line aspects.yml:11:90*/)/*line input.go:11:28*/)
	transport = &http.Transport{MaxIdleConns: (/*line input.go:12:44*/1 + 1)/*line aspects.yml:21:45*/ * 2/*line input.go:12:49*/, MaxConnsPerHost: 3}
	own       = &Transport{MaxIdleConns: 1}
	elided    = []http.Server{{Addr: ":81"}}
	many      = map[string]*http.Server{"a": {Addr: ":82"}, "b": /*line aspects.yml:16:38*/func(s *http.Server) *http.Server { return s }(/*line input.go:15:63*/&http.Server{}/*line aspects.yml:16:92*/)/*line input.go:15:77*/}
)

func address() string {
	if s := (/*line aspects.yml:11:38*/func(s http.Server) http.Server { return s }(/*line input.go:19:11*/http.Server{Addr: ":83"}/*line aspects.yml:11:90*/)/*line input.go:19:35*/); s.Addr != "" {
		return s.Addr
	}
	return (/*line aspects.yml:16:38*/func(s *http.Server) *http.Server { return s }(/*line input.go:22:10*/&http.Server{Addr: ":84"}/*line aspects.yml:16:92*/)/*line input.go:22:35*/).Addr
}
