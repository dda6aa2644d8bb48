//line input.go:1:1
package demo

const (
	A = iota
	B = /*line aspects.yml:5:35*/42/*line input.go:5:3*/
	C = /*line input.go:4:6*/iota/*line input.go:6:3*/ // keeps its value
	D
)

type Day int

const (
	Mon Day = /*line aspects.yml:9:35*/40/*line input.go:13:20*/
	Tue /*line input.go:13:6*/Day = /*line aspects.yml:17:38*/((/*line input.go:13:12*/iota + 1)/*line aspects.yml:17:42*/ * 10)/*line input.go:14:5*/
	Wed /*line input.go:13:6*/Day = iota + 1/*line input.go:15:5*/
	_
	Sun /*line input.go:13:6*/Day = /*line aspects.yml:21:35*/iota + 100/*line input.go:17:5*/
	Never /*line input.go:13:6*/Day = iota + 1/*line input.go:18:7*/
)

const (
	One, Two = iota + 1, "two" + `2`
)

const (
	X1, Y1 = iota, iota * 2
	X2, Y2 = /*line input.go:26:11*/iota, /*line aspects.yml:17:38*/(/*line input.go:26:17*/iota * 2/*line aspects.yml:17:42*/ * 10)/*line input.go:27:8*/
	X3, Y3 = /*line input.go:26:11*/iota, /*line aspects.yml:17:38*/(/*line input.go:26:17*/iota * 2/*line aspects.yml:17:42*/ * 10)/*line input.go:28:8*/
	Z        = "text"
	Same
)

//every
const low, high uint8 = /*line aspects.yml:26:51*/(/*line input.go:34:25*/1/*line aspects.yml:26:55*/ - 1), /*line aspects.yml:26:51*/(/*line input.go:34:28*/2/*line aspects.yml:26:55*/ - 1)/*line input.go:34:29*/

//every
var set, unset uint8

func local() int {
	const (
		A, B = iota, iota
		C, D
	)
	return A + B + C + D
}
