package life

import (
	"errors"
	"fmt"
	"io"
	"os"
	"sync/atomic"

	"github.com/gots-dev/gots/aspects/bootstrap/config"
	"github.com/gots-dev/gots/aspects/rt/bound"
)

// level is what OTEL_LOG_LEVEL says.
var level atomic.Int32

func init() { level.Store(int32(config.Info)) }

// say writes a line to standard error, if its level is asked for; standard output belongs to the program.
func say(of config.Level, format string, args ...any) {
	if int32(of) <= level.Load() {
		fmt.Fprintln(os.Stderr, "gots: "+bound.Line(fmt.Sprintf(format, args...), 1000))
	}
}

// warn is say for what goes wrong on the way.
func warn(format string, args ...any) { say(config.Warn, format, args...) }

// mostRead bounds the files that are read at start.
const mostRead = 2 << 20

// readFile reads a file that is a file: a configured name may be a pipe or a device, which would hold the program up.
func readFile(name string) ([]byte, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("no regular file")
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, mostRead))
}
