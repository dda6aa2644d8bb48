//line input.go:1:1
package demo; import _ "unsafe"

type Conn struct {
	fd int // trailing
 /*line aspects.yml:18:9*/state any/*line input.go:5:1*/}

//line aspects.yml:9:13
//go:linkname gotsHook example.com/hooks.Hook
/*line aspects.yml:10:13*/var gotsHook func(*Conn)

//line aspects.yml:12:13
//go:noinline
/*line aspects.yml:13:13*/func callHook(c *Conn) {
/*line aspects.yml:14:13*/  if gotsHook != nil {
/*line aspects.yml:15:13*/    gotsHook(c)
/*line aspects.yml:16:13*/  }
/*line aspects.yml:17:13*/}

