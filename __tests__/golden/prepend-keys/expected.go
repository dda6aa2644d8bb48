//line input.go:1:1
package demo; import __gots_time "time"

import (
	"fmt"
	"strings"
)

var chosen string = "a"

var other = "b"

func Work(n int) (result0 /*line input.go:12:19*/string, result1 /*line input.go:12:27*/error) {{
/*line aspects.yml:6:22*/defer func() { println(result0) }()
};
/*line aspects.yml:15:41*/started := __gots_time/*line aspects.yml:15:56*/.Now(); _ = started
/*line input.go:12:35*/
	fmt.Println(n)
	return strings.ToUpper(chosen + other), nil
}
