//line input.go:1:1
package golden; import __gots_iter "iter"; import __gots_math "math"; import __gots_os "os"; import __gots_strconv "strconv"; import _ "unsafe"

import (
	"net/http"
	"strings"
	"time"

	"example.com/golden/template-keys/hooks"
)

var shout = /*line aspects.yml:11:21*/strings.TrimSpace(any(/*line input.go:11:13*/strings.ToUpper(" a ")/*line aspects.yml:11:50*/).(string))/*line input.go:11:35*/

var dialled = hooks.Dial(1, /*line aspects.yml:22:25*/__gots_os/*line aspects.yml:22:27*/.Getpid()/*line input.go:13:27*/)

var first, second int = 1, /*line aspects.yml:33:21*/min(/*line input.go:15:28*/2/*line aspects.yml:33:32*/, __gots_math/*line aspects.yml:33:38*/.MaxInt8, __gots_strconv/*line aspects.yml:33:55*/.IntSize)/*line input.go:15:29*/

var given = http.Client{Transport: /*line aspects.yml:50:25*/http.DefaultTransport, /*line input.go:17:25*/Timeout: /*line aspects.yml:44:25*/max(/*line input.go:17:34*/time.Minute/*line aspects.yml:44:36*/, time.Second)/*line input.go:17:45*/}

var empty = http.Client{Transport: /*line aspects.yml:50:25*/http.DefaultTransport/*line input.go:19:25*/}

func ranges() { _, _, _ = shout, dialled, first+second }

/*line aspects.yml:60:21*/func numbers() __gots_iter/*line aspects.yml:60:40*/.Seq[int] { return func(yield func(int) bool) { yield(1) } }
