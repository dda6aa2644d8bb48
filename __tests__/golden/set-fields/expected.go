//line input.go:1:1
package golden

import (
	"net/http"
	
)

func traced(t http.RoundTripper) http.RoundTripper { return t }

var none = http.Client{Transport: /*line aspects.yml:12:23*/traced(http.DefaultTransport), Timeout: /*line aspects.yml:15:24*/7/*line input.go:10:24*/}

var some = http.Client{Transport: /*line aspects.yml:12:23*/traced(http.DefaultTransport), /*line input.go:12:24*/Timeout: /*line aspects.yml:15:24*/7/*line input.go:12:44*/}

var all = &http.Client{Timeout: /*line aspects.yml:15:24*/7, /*line input.go:14:24*/
	Jar:       nil,
	Transport: /*line aspects.yml:9:23*/traced(/*line input.go:16:13*/http.DefaultTransport/*line aspects.yml:9:37*/)/*line input.go:16:34*/,
}
