//line example.com/golden/file-keys/hooks/extra.go:1:1
package demo

func extra() string { return "extra" }
