
//line input.go:1:4
// Package demo has CRLF line ends.
package demo; import __gots_os "os"

import "fmt"

func a() {{
/*line aspects.yml:6:59*/__gots_os/*line aspects.yml:6:61*/.Getpid()
};/*line input.go:6:11*/
	fmt.Println(`
`)
}

/*line aspects.yml:7:42*/var _ = 1
