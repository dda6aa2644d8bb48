package otlp

import (
	"encoding/binary"

	"github.com/gots-dev/gots/aspects/bootstrap/otlp/wire"
	"github.com/gots-dev/gots/aspects/rt/attr"
)

// Block is what Append* have written, one behind the other, of one scope.
type Block struct {
	Scope *attr.Scope
	Data  []byte
}

// Resource writes the head that all requests of a program share: its resource and the schema of the resource's attributes.
func Resource(attrs []attr.Value, schemaURL string) []byte {
	b, at := wire.OpenLong(wire.AppendTag(nil, 1, wire.Bytes))
	b = wire.CloseLong(appendAttributes(b, 1, attrs), at)
	return wire.AppendText(b, 3, schemaURL)
}

// Request puts the head of an Export*ServiceRequest in front of blocks: resource is what Resource gave. Blocks of a scope are put
// together, each scope where its first block is. The request is the parts one after the other; they are the blocks' own bytes, which
// are not copied.
func Request(resource []byte, blocks []Block) (parts [][]byte) {
	type group struct {
		scope  *attr.Scope
		size   int
		blocks [][]byte
	}
	var groups []*group
	known := make(map[*attr.Scope]*group, 8)
	for _, block := range blocks {
		g := known[block.Scope]
		if g == nil {
			g = &group{scope: block.Scope}
			known[block.Scope] = g
			groups = append(groups, g)
		}
		g.size += len(block.Data)
		g.blocks = append(g.blocks, block.Data)
	}
	var heads []byte // of scopes, one behind the other
	ends := make([]int, len(groups))
	size := len(resource)
	for i, g := range groups {
		head := appendScope(nil, g.scope)
		before := len(heads)
		heads = binary.AppendUvarint(wire.AppendTag(heads, 2, wire.Bytes), uint64(len(head)+g.size))
		heads = append(heads, head...)
		ends[i] = len(heads)
		size += len(heads) - before + g.size
	}
	first := binary.AppendUvarint(wire.AppendTag(nil, 1, wire.Bytes), uint64(size))
	parts = append(make([][]byte, 0, 1+len(groups)+len(blocks)), append(first, resource...))
	begin := 0
	for i, g := range groups {
		parts = append(parts, heads[begin:ends[i]:ends[i]])
		parts = append(parts, g.blocks...)
		begin = ends[i]
	}
	return parts
}

// appendScope writes the scope of ScopeSpans and its like, and the schema of what is recorded in it.
func appendScope(b []byte, scope *attr.Scope) []byte {
	b, at := wire.Open(wire.AppendTag(b, 1, wire.Bytes))
	if scope == nil {
		return wire.Close(b, at)
	}
	b = wire.AppendText(b, 1, scope.Name)
	b = wire.AppendText(b, 2, scope.Version)
	b = appendAttributes(b, 3, scope.Attrs)
	b = wire.Close(b, at)
	return wire.AppendText(b, 3, scope.SchemaURL)
}
