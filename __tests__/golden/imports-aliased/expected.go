//line input.go:1:1
package demo; import __gots_url "net/url"

import (
	web "net/http"
	"net/url"
)

var _ url.URL

func get() (*web.Response, error) { return /*line aspects.yml:9:13*/func(raw string) (*web/*line aspects.yml:9:36*/.Response, error) {
/*line aspects.yml:10:13*/  if _, err := url.Parse(raw); err != nil {
/*line aspects.yml:11:13*/    return nil, err
/*line aspects.yml:12:13*/  }
/*line aspects.yml:13:13*/  return web.Get(raw)
/*line aspects.yml:14:13*/}(/*line input.go:10:52*/"a"/*line aspects.yml:14:38*/)/*line input.go:10:56*/ }

func shadowed(url string) {
	http := web.Get
	_, _ = http(url)
	_, _ = /*line aspects.yml:9:13*/func(raw string) (*web/*line aspects.yml:9:36*/.Response, error) {
/*line aspects.yml:10:13*/  if _, err := __gots_url/*line aspects.yml:10:31*/.Parse(raw); err != nil {
/*line aspects.yml:11:13*/    return nil, err
/*line aspects.yml:12:13*/  }
/*line aspects.yml:13:13*/  return web.Get(raw)
/*line aspects.yml:14:13*/}(/*line input.go:15:17*/url/*line aspects.yml:14:38*/)/*line input.go:15:21*/
	{
		web := client{}
		web.Get(url)
	}
}

type client struct{}

func (client) Get(string) {}
