// Command bench is the application that the benchmark builds: one server with the
// dependencies of a usual Go service. It is never deployed; -selftest proves that
// what was built works.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"time"

	"example.com/bench/hooks"
	"example.com/bench/internal/model"
	"example.com/bench/internal/selftest"
)

// revision is what the benchmark edits in this package.
const revision = 1

func main() {
	test := flag.Bool("selftest", false, "start every server, use each once, and exit")
	report := flag.Bool("report", false, "after the self test, print revisions and the hooks that ran")
	flag.Parse()
	if !*test {
		fmt.Fprintln(os.Stderr, "usage: bench -selftest [-report]")
		os.Exit(2)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	if err := selftest.Run(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "selftest:", err)
		os.Exit(1)
	}
	if *report {
		fmt.Println("revision main", revision)
		fmt.Println("revision model", model.Revision())
		for _, line := range hooks.Report() {
			fmt.Println("hook", line)
		}
	}
	fmt.Println("ok")
}
