package demo

import (
	"fmt"
	"os"
	str "strings"
)

func getenv(key string) string { return key }

func use(log string) string {
	go fmt.Sprint("a", log)
	return str.ToUpper(os.Getenv("HOME"))
}
