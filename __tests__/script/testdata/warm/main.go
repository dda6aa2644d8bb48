// Package main imports what the scripts import, so that plain go compiles it once for all of them.
package main

import (
	"database/sql"
	"embed"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"sync/atomic"
)

//go:embed main.go
var files embed.FS

func main() {
	var n atomic.Int64
	var db *sql.DB
	fmt.Println(strings.ToUpper("warm"), n.Load(), db, files, http.StatusOK, os.Args, signal.Ignored(os.Interrupt))
	slog.Info("warm", "info", debug.Stack())
}
