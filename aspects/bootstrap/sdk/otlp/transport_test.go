package otlp

import (
	"net/http"
	"testing"
)

type replaced struct{}

func (replaced) RoundTrip(*http.Request) (*http.Response, error) { panic("of the program") }

func TestTheDefaultTransportIsLeftAlone(t *testing.T) {
	saved := http.DefaultTransport
	defer func() { http.DefaultTransport = saved }()
	fresh := &http.Transport{ForceAttemptHTTP2: true}
	for _, transport := range []http.RoundTripper{replaced{}, (*http.Transport)(nil), nil, fresh} {
		http.DefaultTransport = transport
		if _, err := NewHTTP(func(string) string { return "" }, nil); err != nil {
			t.Error(err)
		}
	}
	// To clone it would have set this, after which http2.ConfigureTransport refuses it.
	if fresh.TLSNextProto != nil {
		t.Error("the program's transport has been started")
	}
}
