//line input.go:1:1
package demo

type Client struct{}
type Conn struct{}
type List[T any] struct{ head *T }

func (c *Client) Do()      {{
/*line aspects.yml:8:41*/println("pointer", c == nil, "Do")
};/*line input.go:7:29*/}
func (__receiver__0 /*line input.go:8:7*/*Client) Close()     {{
/*line aspects.yml:8:41*/println("pointer", __receiver__0 == nil, "Close")
};/*line input.go:8:29*/}
func (__receiver__0/*line input.go:9:8*/ Client) Value()    {{
/*line aspects.yml:15:41*/_ = __receiver__0
};/*line input.go:9:29*/}
func (Conn) Close()        {{
/*line aspects.yml:30:41*/println("some other Close")
};/*line input.go:10:29*/}
func (l *List[T]) Push()   {{
/*line aspects.yml:22:41*/_ = l.head
};/*line input.go:11:29*/}
func (__receiver__0 /*line input.go:12:7*/*List[K]) Pop() (k K) {{
/*line aspects.yml:22:41*/_ = __receiver__0.head
};/*line input.go:12:30*/ return }
func Dial()                {{
/*line aspects.yml:36:41*/println("no receiver")
};/*line input.go:13:29*/ _ = func() {{
/*line aspects.yml:36:41*/println("no receiver")
};/*line input.go:13:42*/} }
