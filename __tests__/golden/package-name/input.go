// Package demo is named.
package demo

func Run() { func() {}() }
