package demo

const (
	A = iota
	B
	C // keeps its value
	D
)

type Day int

const (
	Mon Day = iota + 1
	Tue
	Wed
	_
	Sun
	Never
)

const (
	One, Two = iota + 1, "two" + `2`
)

const (
	X1, Y1 = iota, iota * 2
	X2, Y2
	X3, Y3
	Z        = "text"
	Same
)

//every
const low, high uint8 = 1, 2

//every
var set, unset uint8

func local() int {
	const (
		A, B = iota, iota
		C, D
	)
	return A + B + C + D
}
