//line input.go:1:1
package modifiers; import __gots_log "log"; import __gots_clock "time"

import (
	"context"
	"fmt"
	"strings"
	"sync"
)

type state struct {
	n int
 /*line otelc.yml:36:13*/since map[string]__gots_clock.Time; /*line otelc.yml:37:13*/any interface{}/*line input.go:12:1*/}

var (
	first, second = 1, /*line otelc.yml:15:31*/double(/*line input.go:15:21*/2/*line otelc.yml:15:45*/)/*line input.go:15:22*/
	third         int = /*line otelc.yml:19:34*/3/*line input.go:16:19*/
)

func double(n int) (_unnamedRetVal0 /*line input.go:19:20*/int)/*line input.go:19:23*/ {
/*line otelc.yml:55:29*/twice := n

/*line input.go:19:25*/ _ = twice; return 2 * n }

var twice = 0

func newBuffer() any { return nil }

var pools = []*sync.Pool{{}, &sync.Pool{New: /*line otelc.yml:41:50*/newBuffer/*line input.go:25:41*/}}

func (s *state) Answer() (_unnamedRetVal0 /*line input.go:27:26*/int)/*line input.go:27:29*/ {
/*line otelc.yml:45:29*/defer func() { _unnamedRetVal0++ }()

/*line input.go:27:31*/ return s.n }

//otelc:span name:"the answer" kind:client
func Ask(__argument__0/*line input.go:30:11*/ context.Context, who ...any) (_unnamedRetVal_389792367_0 /*line input.go:30:42*/string, _unnamedRetVal_389792367_1 /*line input.go:30:50*/error) {
/*line otelc.yml:27:11*/__gots_log/*line otelc.yml:27:14*/.Print("Ask", __argument__0, "name=the answer kind=client ")
/*line otelc.yml:28:11*/defer __gots_log/*line otelc.yml:28:20*/.Print(_unnamedRetVal_389792367_1)
/*line input.go:30:58*/
	fmt.Println("asked", /*line otelc.yml:5:34*/len("more")/*line input.go:31:21*/)
	fmt.Println(/*line otelc.yml:5:19*/__gotsAppended[any](/*line input.go:32:14*/who, /*line otelc.yml:5:34*/len("more"))/*line input.go:32:17*/...)
	return /*line otelc.yml:11:29*/strings/*line otelc.yml:11:33*/.TrimSpace(/*line input.go:33:9*/strings.ToUpper("answer")/*line otelc.yml:11:51*/) + "Ask"/*line input.go:33:34*/, nil
}

//otelc:spanner is another directive
func Other() {}

func Loop(n, __argument__1/*line input.go:39:15*/ int) {
	
/*line otelc.yml:59:29*/n += __argument__1
/*line input.go:40:2*/each := func() {
		n += 1
/*line otelc.yml:63:29*/defer fmt.Print()

/*line input.go:41:9*/
		switch {
		case n > 3:
			fmt.Print("in a case")
		default:
			{ fmt.Println("in a block", /*line otelc.yml:5:34*/len("more")/*line input.go:46:30*/); return }
		}
	}
	each()
}
