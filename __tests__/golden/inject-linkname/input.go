package demo

type Conn struct {
	fd int // trailing
}
