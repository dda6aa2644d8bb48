package golden

import (
	"net/http"
	"time"
)

func traced(t http.RoundTripper) http.RoundTripper { return t }

var none = http.Client{}

var some = http.Client{Timeout: time.Second}

var all = &http.Client{
	Jar:       nil,
	Transport: http.DefaultTransport,
}
