// Command shop is the second application that the benchmark builds: what weaving adds to it lies in modules that it does
// not require. It is never deployed; -selftest proves that what was built works.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"time"

	"example.com/shop/internal/model"
	"example.com/shop/internal/parts"
)

// revision is what the benchmark edits in this package.
const revision = 1

// hooks lists the hooks that ran; main's aspect sets it.
var hooks = func() []string { return nil }

func main() {
	test := flag.Bool("selftest", false, "use each part once, and exit")
	report := flag.Bool("report", false, "after the self test, print revisions and the hooks that ran")
	flag.Parse()
	if !*test {
		fmt.Fprintln(os.Stderr, "usage: shop -selftest [-report]")
		os.Exit(2)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	if err := parts.Check(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "selftest:", err)
		os.Exit(1)
	}
	if *report {
		fmt.Println("revision main", revision)
		fmt.Println("revision model", model.Revision())
		for _, line := range hooks() {
			fmt.Println("hook", line)
		}
	}
	fmt.Println("ok")
}
