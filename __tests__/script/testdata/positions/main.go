package main

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
)

func where() string {
	_, file, line, _ := runtime.Caller(1)
	return fmt.Sprint(file[strings.LastIndexByte(file, '/')+1:], ":", line)
}

func value(n int) int { return n + 1 }

func edited(n int) (total int) {
	first := value(n)
	second, third := value(first), where()
	sum := first + value(second) + len(where())
	fmt.Println(third, where(), sum > 0)
	for i := 0; i < 2; i++ {
		total += value(i)
	}
	return total + value(sum)
}

type record struct{ name string }

func (r record) deep(n int) string { if n == 0 { panic("on purpose " + r.name) }; return r.deep(value(n) - 2) }

func main() {
	defer func() {
		if recover() != nil {
			for _, line := range strings.Split(string(debug.Stack()), "\n") {
				if at := strings.Index(line, "/main.go:"); at >= 0 {
					fmt.Println(strings.Fields(line[at+1:])[0])
				}
			}
		}
	}()
	fmt.Println(where(), edited(3)); fmt.Println(where(), where())
	if len(os.Args) > 1 {
		fmt.Println(record{name: "é"}.deep(2), where())
	}
}
