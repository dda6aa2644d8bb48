//line input.go:1:1
package golden

import (
	"net/http"
	"strings"
	"time"
)

var shout = /*line aspects.yml:8:19*/strings.TrimSpace(/*line input.go:9:13*/strings.ToUpper(" a ")/*line aspects.yml:8:44*/)/*line input.go:9:35*/ + /*line aspects.yml:8:19*/strings.TrimSpace(/*line input.go:9:38*/strings.ToUpper("b")/*line aspects.yml:8:44*/)/*line input.go:9:58*/

var client = /*line aspects.yml:21:13*/func(c *http.Client) *http.Client {
/*line aspects.yml:22:13*/  return c
/*line aspects.yml:23:13*/}(/*line input.go:11:14*/&http.Client{
	Timeout: (/*line input.go:12:11*/time.Second + time.Minute)/*line aspects.yml:14:27*/ * 2/*line input.go:12:36*/,
}/*line aspects.yml:23:22*/)/*line input.go:13:2*/

var plain = http.Client{Timeout: time.Second/*line aspects.yml:14:27*/ * 2/*line input.go:15:45*/}
