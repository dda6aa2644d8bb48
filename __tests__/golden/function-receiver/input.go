package demo

type Client struct{}
type Conn struct{}
type List[T any] struct{ head *T }

func (c *Client) Do()      {}
func (*Client) Close()     {}
func (_ Client) Value()    {}
func (Conn) Close()        {}
func (l *List[T]) Push()   {}
func (*List[K]) Pop() (k K) { return }
func Dial()                { _ = func() {} }
