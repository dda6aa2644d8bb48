package meter

import (
	"reflect"
	"strings"
	"unsafe"
)

// textsOf lists where values of a type have texts: offsets of strings in the value itself, in its structs and arrays.
func textsOf(t reflect.Type) (offsets []uintptr) {
	switch t.Kind() {
	case reflect.String:
		return []uintptr{0}
	case reflect.Struct:
		for i := range t.NumField() {
			field := t.Field(i)
			for _, offset := range textsOf(field.Type) {
				offsets = append(offsets, field.Offset+offset)
			}
		}
	case reflect.Array:
		of := textsOf(t.Elem())
		for i := range t.Len() {
			for _, offset := range of {
				offsets = append(offsets, uintptr(i)*t.Elem().Size()+offset)
			}
		}
	}
	return offsets
}

// owned gives a key whose texts have memory of their own: those of a request would keep the request's.
func owned[K comparable](k K, texts []uintptr) K {
	for _, offset := range texts {
		text := (*string)(unsafe.Add(unsafe.Pointer(&k), offset))
		*text = strings.Clone(*text)
	}
	return k
}
