//line <gots>/names.go:1:1
package golden

func __gotsAppended[T interface{}](to []T, more ...T) []T { return append(to[:len(to):len(to)], more...) }
