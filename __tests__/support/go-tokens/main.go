// Command go-tokens reads jobs from stdin, one JSON object a line, and prints for each the tokens go/scanner sees, with
// the positions line directives give them. Not printed: semicolons that newlines stand for, and line directives.
package main

import (
	"bufio"
	"encoding/json"
	"go/scanner"
	"go/token"
	"os"
	"path/filepath"
	"strings"
)

type job struct {
	// Name of the file in positions; Path is where its text is.
	Name, Path string
}

type found struct {
	Offset int    `json:"offset"`
	Text   string `json:"text"`
	At     string `json:"at"`
}

type report struct {
	Errors []string `json:"errors"`
	Tokens []found  `json:"tokens"`
}

func main() {
	in := bufio.NewReader(os.Stdin)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	dec, enc := json.NewDecoder(in), json.NewEncoder(out)
	for dec.More() {
		var j job
		if err := dec.Decode(&j); err != nil {
			panic(err)
		}
		if err := enc.Encode(scan(j)); err != nil {
			panic(err)
		}
	}
}

func scan(j job) report {
	src, err := os.ReadFile(j.Path)
	if err != nil {
		panic(err)
	}
	r := report{Errors: []string{}, Tokens: []found{}}
	file := token.NewFileSet().AddFile(filepath.Clean(j.Name), -1, len(src))
	var s scanner.Scanner
	s.Init(file, src, func(pos token.Position, msg string) {
		r.Errors = append(r.Errors, pos.String()+": "+msg)
	}, scanner.ScanComments)
	for {
		pos, tok, lit := s.Scan()
		if tok == token.EOF {
			return r
		}
		if tok == token.SEMICOLON && lit != ";" {
			continue
		}
		if tok == token.COMMENT && strings.HasPrefix(lit[2:], "line ") {
			continue
		}
		if lit == "" {
			lit = tok.String()
		}
		r.Tokens = append(r.Tokens, found{file.Offset(pos), lit, file.Position(pos).String()})
	}
}
