package demo

import (
	"fmt"
	"strings"
)

var chosen string = "a"

var other = "b"

func Work(n int) (string, error) {
	fmt.Println(n)
	return strings.ToUpper(chosen + other), nil
}
