package demo

import "fmt"

func one(args ...any) int { return len(fmt.Sprintln(args...)) }

func two() bool { return fmt.Sprintln() == fmt.Sprintln("a", fmt.Sprintln("b",
	"c", // last
)) }
