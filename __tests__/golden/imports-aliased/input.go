package demo

import (
	web "net/http"
	"net/url"
)

var _ url.URL

func get() (*web.Response, error) { return web.Get("a") }

func shadowed(url string) {
	http := web.Get
	_, _ = http(url)
	_, _ = web.Get(url)
	{
		web := client{}
		web.Get(url)
	}
}

type client struct{}

func (client) Get(string) {}
