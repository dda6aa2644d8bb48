//go:build linux || darwin

package main

import (
	"bytes"
	"slices"
	"sort"
	"strings"
	"syscall"
)

// factsOfArchive reads the facts of a package from its archive in the user's cache, which gc of Go 1.24 to 1.27 made. As peek of
// src/driver/serve/known-actions.ts, which src/toolexec/export-data.ts helps: only what is looked at is read.
//
// false for a main package, whose archive does not hold its import path, and for everything that is not as expected.
func factsOfArchive(path string) (f *facts, ok bool) {
	isRead := withArchive(path, func(r *archiveReader) { f, ok = readArchive(r) })
	return f, ok && isRead
}

// sourcesOfArchive reads from an archive that factsOfArchive can read whether it is of the standard library, and the files that its code comes
// from: as the compiler names them, those of inlined functions included.
func sourcesOfArchive(path string) (isStd bool, files []string, ok bool) {
	ok = withArchive(path, func(r *archiveReader) {
		_, _, end := r.member(int64(len(archiveMagic)))
		_, start, end := r.member(end + end%2)
		isStd, files = readSources(r, start, end)
	})
	return isStd, files, ok
}

// withArchive calls read with an open file; false if it cannot be read, or holds something else than read expects.
func withArchive(path string, read func(r *archiveReader)) (ok bool) {
	fd, err := syscall.Open(path, syscall.O_RDONLY|syscall.O_CLOEXEC, 0)
	if err != nil {
		return false
	}
	defer syscall.Close(fd)
	var stat syscall.Stat_t
	if syscall.Fstat(fd, &stat) != nil {
		return false
	}
	defer func() {
		// A damaged archive has offsets that lead nowhere.
		if r := recover(); r != nil {
			ok = false
		}
	}()
	read(&archiveReader{fd, stat.Size})
	return true
}

const (
	objectMagic      = "\x00go120ld"
	fingerprintBytes = 8
	// objectIsStd is the flag of objects of the standard library (cmd/internal/goobj).
	objectIsStd = 1 << 4
	// objectHeadBytes is more than the text headers of most object files.
	objectHeadBytes = 4096
	// The sections of the export data, by number (internal/pkgbits/reloc.go).
	stringSection, metaSection, packageSection, sectionCount = 0, 1, 3, 10
)

// archiveReader reads parts of a file; what lies outside panics.
type archiveReader struct {
	fd   int
	size int64
}

// archivePart holds what was read last: export data are large, and hundreds of archives are read in a row.
var archivePart []byte

// bytes returns a part of the file, which is there until the next call.
func (r *archiveReader) bytes(from, to int64) []byte {
	if from < 0 || from > to || to > r.size {
		panic("the archive is cut off")
	}
	archivePart = slices.Grow(archivePart[:0], int(to-from))[:to-from]
	if readAt(r.fd, archivePart, from) < len(archivePart) {
		panic("the archive cannot be read")
	}
	return archivePart
}

// member finds a member by its place: what it is, where its content lies.
func (r *archiveReader) member(at int64) (name string, start, end int64) {
	header := string(r.bytes(at, at+memberHeader))
	size := atoi(strings.TrimRight(header[48:58], " "))
	if !strings.HasSuffix(header, "`\n") {
		panic("no member")
	}
	start = at + memberHeader
	return strings.TrimRight(header[:16], " "), start, start + int64(size)
}

// readArchive reads path and name from the export data, and the imports from the object file, which holds the hash of the export data: that
// they are the same proves that both were read at the right place.
func readArchive(r *archiveReader) (*facts, bool) {
	name, start, end := r.member(int64(len(archiveMagic)))
	second, objectStart, objectEnd := r.member(end + end%2)
	if string(r.bytes(0, int64(len(archiveMagic)))) != archiveMagic || name != "__.PKGDEF" || second != "_go_.o" {
		return nil, false
	}
	f, made := readExport(r.bytes(start, end))
	if f == nil || f.name == "main" || f.path == "main" {
		return nil, false
	}
	imports, linked := readObject(r, objectStart, objectEnd)
	f.imports = imports
	return f, made == linked && isPlainASCII(imports)
}

// readExport reads the export data: 'u', version, flags, ends of sections, ends of elements, elements, fingerprint, marker.
func readExport(definition []byte) (f *facts, fingerprint string) {
	start := bytes.Index(definition, []byte("\n$$B\nu"))
	if !bytes.HasPrefix(definition, []byte("go object ")) || start < 0 || !bytes.HasSuffix(definition, []byte("\n$$\n")) {
		return nil, ""
	}
	data := definition[start+len("\n$$B\nu") : len(definition)-len("\n$$\n")]
	version, flags := length(data), length(data[4:])
	// Flag 1 means sync markers (a debugging aid of the compiler): the elements look different then.
	if version < 1 || version > 4 || flags != 0 {
		return nil, ""
	}
	elements := elementTable{data[8 : len(data)-fingerprintBytes]}
	if !elements.fits() {
		return nil, ""
	}
	// The public root refers to the package itself, and that element to its path and name.
	root := readElement(elements.find(metaSection, 0))
	self := readElement(elements.find(packageSection, root.reference(packageSection)))
	path := elements.find(stringSection, self.reference(stringSection))
	name := elements.find(stringSection, self.reference(stringSection))
	return &facts{path: string(path), name: string(name)}, string(data[len(data)-fingerprintBytes:])
}

// elementTable finds elements by section and index. It begins with the ends of the sections, then come the ends of the elements.
type elementTable struct{ data []byte }

func (t elementTable) number(at int) int { return length(t.data[4*at:]) }

func (t elementTable) content() []byte { return t.data[4*(sectionCount+t.number(sectionCount-1)):] }

func (t elementTable) fits() bool {
	total := t.number(sectionCount - 1)
	return total > 0 && t.number(sectionCount+total-1) == len(t.content())
}

func (t elementTable) find(section, index int) []byte {
	at := index
	if section > 0 {
		at += t.number(section - 1)
	}
	if at >= t.number(section) {
		panic("no such element")
	}
	start := 0
	if at > 0 {
		start = t.number(sectionCount + at - 1)
	}
	return t.content()[start:t.number(sectionCount+at)]
}

// element has a table of references (section, index); its data name them by number in that table.
type element struct {
	references [][2]int
	data       []byte
}

func readElement(data []byte) *element {
	e := &element{data: data}
	count := e.number()
	if count > len(data) {
		panic("a reference table is too long")
	}
	for range count {
		section := e.number()
		e.references = append(e.references, [2]int{section, e.number()})
	}
	return e
}

func (e *element) number() int {
	value := 0
	for shift := 0; shift < 32; shift += 7 {
		b := e.data[0]
		e.data = e.data[1:]
		value |= int(b&0x7f) << shift
		if b < 0x80 {
			return value
		}
	}
	panic("a number is too long")
}

func (e *element) reference(section int) int {
	found := e.references[e.number()]
	if found[0] != section {
		panic("a reference to another section")
	}
	return found[1]
}

// readObject reads the object file: text headers, `!`, magic, fingerprint, flags, offsets of blocks. The first block lists the imports, and
// the second begins where it ends.
func readObject(r *archiveReader, start, end int64) (imports []string, fingerprint string) {
	at := objectOf(r, start, end)
	fingerprint, _, blocks := readObjectHead(r, at)
	from, to := blocks[0], blocks[1]
	object := r.bytes(at, at+to)
	seen := map[string]bool{}
	// An entry is the length and offset of the path, and the fingerprint of the imported package.
	for ; from < to; from += 8 + fingerprintBytes {
		path := textAt(object, from)
		if !seen[path] {
			imports = append(imports, path)
		}
		seen[path] = true
	}
	sort.Strings(imports)
	return imports, fingerprint
}

// readSources reads flags and the third block, which lists the files: the length and offset of each name.
func readSources(r *archiveReader, start, end int64) (isStd bool, files []string) {
	at := objectOf(r, start, end)
	_, flags, blocks := readObjectHead(r, at)
	object := r.bytes(at, at+blocks[3])
	for from := blocks[2]; from < blocks[3]; from += 8 {
		files = append(files, textAt(object, from))
	}
	return flags&objectIsStd != 0, files
}

// readObjectHead reads what stands before the blocks, and where the first of them begin.
func readObjectHead(r *archiveReader, at int64) (fingerprint string, flags int, blocks [4]int64) {
	head := r.bytes(at, at+int64(len(objectMagic))+fingerprintBytes+4+4*int64(len(blocks)))
	if !strings.HasPrefix(string(head), objectMagic) {
		panic("no object")
	}
	fingerprint = string(head[len(objectMagic) : len(objectMagic)+fingerprintBytes])
	numbers := head[len(objectMagic)+fingerprintBytes:]
	for i := range blocks {
		blocks[i] = int64(length(numbers[4+4*i:]))
	}
	return fingerprint, length(numbers), blocks
}

// textAt reads a text whose length and offset stand in an object.
func textAt(object []byte, at int64) string {
	size, text := int64(length(object[at:])), int64(length(object[at+4:]))
	return string(object[text : text+size])
}

// objectOf finds where the object begins, behind its text headers, which hold a line for each C name of a cgo package.
func objectOf(r *archiveReader, start, end int64) int64 {
	for size := int64(objectHeadBytes); ; size *= 16 {
		head := r.bytes(start, min(end, start+size))
		if at := bytes.Index(head, []byte("\n!\n")); at >= 0 {
			return start + int64(at) + 3
		}
		if start+size >= end {
			panic("no object")
		}
	}
}
