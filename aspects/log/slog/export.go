package hook

import (
	"context"
	"encoding"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/logrec"
)

var (
	scope = attr.Scope{Name: rt.OwnScopes + "log/slog", Version: rt.Version, SchemaURL: attr.SchemaURL}
	body  = attr.Program("body", -1)
)

// export gives what exports the records that are logged in ctx; nil if none are.
func export(ctx context.Context) func(r slog.Record, with any) {
	if !rt.On(rt.Logs) || forwarded.Load() {
		return nil
	}
	defer rt.Recover("log/slog")
	if ctx == nil {
		ctx = context.Background()
	}
	if rt.SuppressedLogs(ctx) {
		return nil
	}
	return func(r slog.Record, with any) {
		defer rt.Recover("log/slog")
		record(ctx, r, with)
	}
}

// buffers are lists of attributes that are used again.
var buffers = sync.Pool{New: func() any { return new([]attr.Value) }}

func record(ctx context.Context, r slog.Record, with any) {
	span := rt.ContextOf(ctx)
	out := logrec.Record{
		Scope: &scope, Observed: time.Now().UnixNano(), Severity: severity(r.Level), SeverityText: r.Level.String(), Body: body.String(r.Message),
		Trace: span.Trace, Span: span.Span, Flags: span.Flags,
	}
	if !r.Time.IsZero() {
		out.Time = r.Time.UnixNano()
	}
	kept := buffers.Get().(*[]attr.Value)
	attrs, prefix := appendWith((*kept)[:0], with)
	r.Attrs(func(a slog.Attr) bool {
		attrs = appendAttr(attrs, prefix, a)
		return true
	})
	attrs = logrec.AppendSource(attrs, r.PC)
	out.Attrs = attrs
	rt.Log(&out)
	clear(attrs)
	*kept = attrs
	buffers.Put(kept)
}

// severity maps slog's levels, -4 for debug to 8 for error, to OpenTelemetry's, 5 to 17.
func severity(level slog.Level) logrec.Severity {
	return logrec.Severity(min(max(int(level)+9, 1), 24))
}

// appendWith adds what With gave a logger, the first first, and gives the groups that WithGroup opened: "a.b.".
func appendWith(attrs []attr.Value, with any) ([]attr.Value, string) {
	given, ok := with.(interface {
		GotsWith() (outer any, group string, attrs []slog.Attr)
	})
	if !ok {
		return attrs, ""
	}
	outer, group, own := given.GotsWith()
	attrs, prefix := appendWith(attrs, outer)
	if group != "" {
		return attrs, prefix + group + "."
	}
	for _, a := range own {
		attrs = appendAttr(attrs, prefix, a)
	}
	return attrs, prefix
}

// appendAttr adds an attribute, and those of a group with the group's name in front. Empty ones are left out, as log/slog does.
func appendAttr(attrs []attr.Value, prefix string, a slog.Attr) []attr.Value {
	value := a.Value.Resolve()
	if value.Kind() == slog.KindGroup {
		if a.Key != "" {
			prefix += a.Key + "."
		}
		for _, inner := range value.Group() {
			attrs = appendAttr(attrs, prefix, inner)
		}
		return attrs
	}
	if a.Key == "" && value.Equal(slog.Value{}) {
		return attrs
	}
	return append(attrs, convert(attr.Program(prefix+a.Key, -1), value))
}

// convert gives a value as OpenTelemetry's bridge for log/slog does: durations and times as numbers of nanoseconds, and of other types the text
// that slog.TextHandler writes.
func convert(key *attr.Key, v slog.Value) attr.Value {
	switch v.Kind() {
	case slog.KindBool:
		return key.Bool(v.Bool())
	case slog.KindInt64:
		return key.Int64(v.Int64())
	case slog.KindUint64:
		if n := v.Uint64(); n <= 1<<63-1 {
			return key.Int64(int64(n))
		}
		return key.String(v.String())
	case slog.KindFloat64:
		return key.Float(v.Float64())
	case slog.KindDuration:
		return key.Int64(int64(v.Duration()))
	case slog.KindTime:
		return key.Int64(v.Time().UnixNano())
	case slog.KindAny:
		return convertAny(key, v.Any())
	default:
		return key.String(v.String())
	}
}

// convertAny calls methods of the program's values, which may panic: those of a nil pointer, for one.
func convertAny(key *attr.Key, value any) (out attr.Value) {
	defer func() {
		if p := recover(); p != nil {
			out = key.String(fmt.Sprintf("!PANIC: %v", p))
		}
	}()
	switch value := value.(type) {
	case []byte:
		return key.Bytes(value)
	case []string:
		return key.Strings(value)
	case error:
		return key.String(value.Error())
	case encoding.TextMarshaler:
		text, err := value.MarshalText()
		if err != nil {
			return key.String("!ERROR:" + err.Error())
		}
		return key.String(string(text))
	default:
		return key.String(fmt.Sprintf("%+v", value))
	}
}
