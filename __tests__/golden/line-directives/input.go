//line original.y:10:3
package demo

func a() {}

//line other.y:100
func b() { /*line third.y:7:9*/ func() {}() }
