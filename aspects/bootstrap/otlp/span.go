package otlp

import (
	"github.com/gots-dev/gots/aspects/bootstrap/otlp/wire"
	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/logrec"
)

// AppendSpan appends an ended span as a field of ScopeSpans. It allocates nothing where b has room.
func AppendSpan(b []byte, r *rt.Record) []byte {
	b, outer := wire.OpenLong(wire.AppendTag(b, recordsField, wire.Bytes))
	b = appendTraceID(b, 1, &r.Self.Trace)
	b = appendSpanID(b, 2, &r.Self.Span)
	b = wire.AppendText(b, 3, r.Self.State.String())
	b = appendSpanID(b, 4, &r.Parent.Span)
	b = wire.AppendText(b, 5, r.Name)
	b = wire.AppendVarint(b, 6, uint64(r.Kind)) // the numbers agree
	b = wire.AppendTime(b, 7, r.Start)
	b = wire.AppendTime(b, 8, r.End)
	b = appendAttributes(b, 9, r.Attrs)
	b = wire.AppendVarint(b, 10, uint64(r.DroppedAttrs))
	var at int
	for i := range r.Events {
		e := &r.Events[i]
		b, at = wire.Open(wire.AppendTag(b, 11, wire.Bytes))
		b = wire.AppendTime(b, 1, e.Time)
		b = wire.AppendText(b, 2, e.Name)
		b = appendAttributes(b, 3, e.Attrs)
		b = wire.AppendVarint(b, 4, uint64(e.Dropped))
		b = wire.Close(b, at)
	}
	b = wire.AppendVarint(b, 12, uint64(r.DroppedEvents))
	for i := range r.Links {
		l := &r.Links[i]
		b, at = wire.Open(wire.AppendTag(b, 13, wire.Bytes))
		b = appendTraceID(b, 1, &l.To.Trace)
		b = appendSpanID(b, 2, &l.To.Span)
		b = wire.AppendText(b, 3, l.To.State.String())
		b = appendAttributes(b, 4, l.Attrs)
		b = wire.AppendVarint(b, 5, uint64(l.Dropped))
		b = wire.AppendFixed32(b, 6, flags(l.To.Flags, l.To.Remote))
		b = wire.Close(b, at)
	}
	b = wire.AppendVarint(b, 14, uint64(r.DroppedLinks))
	b, at = wire.Open(wire.AppendTag(b, 15, wire.Bytes))
	b = wire.AppendText(b, 2, r.StatusText)
	b = wire.AppendVarint(b, 3, uint64(r.Status)) // the numbers agree
	b = wire.Close(b, at)
	b = wire.AppendFixed32(b, 16, flags(r.Self.Flags, r.Parent.Remote))
	return wire.CloseLong(b, outer)
}

// AppendLog appends a log record as a field of ScopeLogs. It allocates nothing where b has room.
func AppendLog(b []byte, r *logrec.Record) []byte {
	b, outer := wire.OpenLong(wire.AppendTag(b, recordsField, wire.Bytes))
	b = wire.AppendTime(b, 1, r.Time)
	b = wire.AppendVarint(b, 2, uint64(r.Severity))
	b = wire.AppendText(b, 3, r.SeverityText)
	b = appendAny(b, 5, &r.Body)
	b = appendAttributes(b, 6, r.Attrs)
	b = wire.AppendVarint(b, 7, uint64(r.Dropped))
	b = wire.AppendFixed32(b, 8, uint32(r.Flags))
	b = appendTraceID(b, 9, &r.Trace)
	b = appendSpanID(b, 10, &r.Span)
	b = wire.AppendTime(b, 11, r.Observed)
	b = wire.AppendText(b, 12, r.EventName)
	return wire.CloseLong(b, outer)
}
