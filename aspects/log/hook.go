// Package hook makes log records of the lines of package log, and, where GOTS_LOG_IDS asks for it, puts the ids of their span behind them.
package hook

import (
	"bytes"
	"context"
	"encoding/hex"
	"log"
	"os"
	"reflect"
	"runtime"
	"strings"
	"sync/atomic"
	"time"
	_ "unsafe" // for linkname

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/ids"
	"github.com/gots-dev/gots/aspects/rt/logrec"
)

//go:linkname hook gots_log_line
var hook atomic.Pointer[func(l *log.Logger, pc uintptr, calldepth int, b []byte, start int) []byte]

var (
	scope   = attr.Scope{Name: rt.OwnScopes + "log", Version: rt.Version, SchemaURL: attr.SchemaURL}
	body    = attr.Program("body", -1)
	writing = strings.EqualFold(strings.TrimSpace(os.Getenv("GOTS_LOG_IDS")), "true")
)

func init() {
	rt.Instrument("log", func() {
		line := line
		hook.Store(&line)
	})
}

// line exports a line, b from start on, and gives it as it is to be written: as it is, unless ids are asked for.
func line(l *log.Logger, pc uintptr, calldepth int, b []byte, start int) []byte {
	export := rt.On(rt.Logs)
	if !export && !writing {
		return b
	}
	defer rt.Recover("log")
	ctx := context.Background()
	span := rt.ContextOf(ctx)
	text := bytes.TrimSuffix(b[start:], []byte{'\n'})
	if export && !rt.SuppressedLogs(ctx) {
		record(span, pc, calldepth, text)
	}
	if !writing || !span.IsValid() || isSlog(l) {
		return b
	}
	b = b[:start+len(text)]
	b = append(b, " trace_id="...)
	b = hex.AppendEncode(b, span.Trace[:])
	b = append(b, " span_id="...)
	b = hex.AppendEncode(b, span.Span[:])
	return append(b, '\n')
}

// record hands the line to the sink of log records. It is called by line, which is called by the function that is woven in, below output.
func record(span ids.SpanContext, pc uintptr, calldepth int, text []byte) {
	now := time.Now().UnixNano()
	r := logrec.Record{
		Scope: &scope, Time: now, Observed: now, Body: body.String(string(text)), Trace: span.Trace, Span: span.Span, Flags: span.Flags,
	}
	if pc == 0 {
		// Skipped: Callers, record, line, the function around the text. output counts from itself on.
		var pcs [1]uintptr
		if runtime.Callers(4+calldepth, pcs[:]) > 0 {
			pc = pcs[0]
		}
	}
	var attrs [3]attr.Value
	r.Attrs = logrec.AppendSource(attrs[:0], pc)
	rt.Log(&r)
}

// isSlog says whether l writes to a logger of log/slog, whose lines have ids anyway.
func isSlog(l *log.Logger) bool {
	t := reflect.TypeOf(l.Writer())
	return t != nil && t.String() == "*slog.handlerWriter"
}
