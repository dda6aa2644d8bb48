package queue

import (
	"sync"

	"github.com/gots-dev/gots/aspects/bootstrap/otlp"
	"github.com/gots-dev/gots/aspects/bootstrap/otlp/wire"
	"github.com/gots-dev/gots/aspects/rt/attr"
)

// blockSize is how many bytes a block gets before another is begun.
const blockSize = 64 << 10

// block holds encoded records, one behind the other. Those that follow each other and have the same scope are a run.
type block struct {
	data []byte
	runs []run
}

type run struct {
	scope   *attr.Scope
	end     int // in the block's data; a run begins where the one before ends
	records int
}

// blocks are used again. The last record of a block may stand beyond its size.
var blocks = sync.Pool{New: func() any { return &block{data: make([]byte, 0, blockSize+blockSize/8)} }}

func newBlock() *block { return blocks.Get().(*block) }

func (b *block) free() {
	if cap(b.data) > 2*blockSize {
		return // a huge record made it grow
	}
	clear(b.runs)
	b.data, b.runs = b.data[:0], b.runs[:0]
	blocks.Put(b)
}

// grown notes a record that has been appended to the data.
func (b *block) grown(scope *attr.Scope) {
	if n := len(b.runs); n > 0 && b.runs[n-1].scope == scope {
		b.runs[n-1].end = len(b.data)
		b.runs[n-1].records++
		return
	}
	b.runs = append(b.runs, run{scope, len(b.data), 1})
}

func (b *block) records() (n int) {
	for _, r := range b.runs {
		n += r.records
	}
	return n
}

// backlog is what waits to be sent, in blocks that take no more records.
type backlog struct {
	blocks         []*block
	records, bytes int
	// The first block may have been sent in part: runs before run, and of that run the data up to from and taken records.
	run, from, taken int
}

func (l *backlog) add(b *block) {
	l.blocks = append(l.blocks, b)
	l.records += b.records()
	l.bytes += len(b.data)
}

// batch is what is sent at once. done are the blocks that hold nothing else that waits.
type batch struct {
	parts          []otlp.Block
	records, bytes int
	done           []*block
}

// take takes a batch of at most so many records and bytes from the front; a record that is larger goes alone.
func (l *backlog) take(records, bytes int) (out batch) {
	for len(l.blocks) > 0 {
		b := l.blocks[0]
		for l.run < len(b.runs) {
			r := b.runs[l.run]
			data := b.data[l.from:r.end]
			n, size := fitting(data, r.records-l.taken, records-out.records, bytes-out.bytes, out.records == 0)
			if n > 0 {
				out.parts = append(out.parts, otlp.Block{Scope: r.scope, Data: data[:size:size]})
				out.records += n
				out.bytes += size
				l.from += size
				l.taken += n
			}
			if l.from < r.end {
				l.records -= out.records
				l.bytes -= out.bytes
				return out
			}
			l.run, l.taken = l.run+1, 0
		}
		out.done = append(out.done, b)
		l.blocks[0] = nil
		l.blocks = l.blocks[1:]
		l.run, l.from = 0, 0
	}
	l.blocks = nil
	l.records -= out.records
	l.bytes -= out.bytes
	return out
}

// fitting says how many of the records in data, and how many bytes of it, are within the bounds; one at least, if atLeastOne.
func fitting(data []byte, has, records, bytes int, atLeastOne bool) (n, size int) {
	if has <= records && len(data) <= bytes {
		return has, len(data)
	}
	for n < min(has, records) || n == 0 && atLeastOne {
		_, rest, err := wire.Next(data[size:])
		if err != nil {
			return has, len(data) // cannot be: the records are this package's own
		}
		next := len(data) - len(rest)
		if next > bytes && (n > 0 || !atLeastOne) {
			break
		}
		n, size = n+1, next
	}
	return n, size
}

// halves gives a batch in two, for a collector that finds it too large; second has no records if there is only one.
func (b *batch) halves() (first, second batch) {
	all := backlog{records: b.records, bytes: b.bytes}
	for _, part := range b.parts {
		n := 0
		_ = wire.Each(part.Data, func(wire.Field) { n++ })
		all.blocks = append(all.blocks, &block{part.Data, []run{{part.Scope, len(part.Data), n}}})
	}
	first = all.take(max(1, b.records/2), b.bytes)
	return first, all.take(b.records, b.bytes)
}
