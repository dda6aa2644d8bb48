// Command go-facts reads file names from stdin, one a line, and prints for each what go/parser sees in it: one JSON
// object a line. Facts are "kind numbers…", numbers are byte offsets or counts; see factsOf in go-facts.ts, which finds
// the same in gots' own tree.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"strings"
)

type report struct {
	File  string `json:"file"`
	Error string `json:"error,omitempty"`
	Facts string `json:"facts"`
}

func main() {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	lines := bufio.NewScanner(os.Stdin)
	enc := json.NewEncoder(out)
	for lines.Scan() {
		if err := enc.Encode(look(lines.Text())); err != nil {
			panic(err)
		}
	}
}

func look(name string) report {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, name, nil, parser.SkipObjectResolution|parser.ParseComments)
	if err != nil {
		return report{File: name, Error: err.Error()}
	}
	base := fset.File(file.FileStart).Base()
	w := &writer{base: token.Pos(base), clauses: map[ast.Node]bool{}}
	ast.Inspect(file, func(n ast.Node) bool {
		w.node(n)
		return true
	})
	for _, group := range file.Comments {
		for _, c := range group.List {
			// Comment.End is wrong where go/parser has dropped carriage returns.
			w.fact("comment", c.Pos())
		}
	}
	return report{File: name, Facts: w.b.String()}
}

type writer struct {
	b    strings.Builder
	base token.Pos
	// Bodies of switch and select, which are no blocks in gots' tree.
	clauses map[ast.Node]bool
}

func (w *writer) fact(kind string, values ...any) {
	w.b.WriteString(kind)
	for _, v := range values {
		switch v := v.(type) {
		case token.Pos:
			if !v.IsValid() {
				w.b.WriteString(" -")
			} else {
				fmt.Fprintf(&w.b, " %d", v-w.base)
			}
		case int:
			fmt.Fprintf(&w.b, " %d", v)
		case string:
			w.b.WriteString(" " + v)
		default:
			panic(v)
		}
	}
	w.b.WriteByte('\n')
}

func (w *writer) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.File:
		w.fact("package", n.Name.Pos(), n.Name.End())
	case *ast.FuncDecl:
		body := token.NoPos
		if n.Body != nil {
			body = n.Body.Lbrace
		}
		w.fact("func", n.Pos(), n.Name.Pos(), n.Type.Params.Opening, body, n.End())
	case *ast.FuncLit:
		w.fact("literal", n.Pos(), n.Body.Lbrace, n.End())
	case *ast.CallExpr:
		w.fact("call", n.Pos(), n.Lparen, n.End(), len(n.Args))
	case *ast.CompositeLit:
		start := n.Lbrace
		if n.Type != nil {
			start = n.Type.Pos()
		}
		w.fact("composite", start, n.Lbrace, n.End(), len(n.Elts))
	case *ast.KeyValueExpr:
		w.fact("pair", n.Pos(), n.Key.End(), n.Value.Pos(), n.End())
	case *ast.TypeSpec:
		alias := "type"
		if n.Assign.IsValid() {
			alias = "alias"
		}
		w.fact(alias, n.Pos(), n.Type.Pos(), n.End())
	case *ast.ImportSpec:
		name := token.NoPos
		if n.Name != nil {
			name = n.Name.Pos()
		}
		w.fact("import", name, n.Path.Pos(), n.Path.End())
	case *ast.ValueSpec:
		kind := token.NoPos
		if n.Type != nil {
			kind = n.Type.Pos()
		}
		w.fact("values", n.Pos(), len(n.Names), kind, len(n.Values), n.End())
	case *ast.GenDecl:
		w.fact(n.Tok.String(), n.Pos(), n.End())
	case *ast.StructType:
		w.fact("struct", n.Pos(), n.Fields.Opening, n.End(), len(n.Fields.List))
	case *ast.InterfaceType:
		w.fact("interface", n.Pos(), n.End())
	case *ast.SelectorExpr:
		w.fact("selector", n.Pos(), n.Sel.Pos(), n.End())
	case *ast.FieldList:
		for _, f := range n.List {
			w.fact("field", f.Type.Pos(), f.Type.End(), len(f.Names))
		}
	case *ast.ReturnStmt:
		w.fact("return", n.Pos(), len(n.Results), n.End())
	case *ast.BlockStmt:
		if w.clauses[n] {
			break
		}
		w.fact("block", n.Pos(), n.End())
		w.statements(n.List)
	case *ast.SwitchStmt:
		w.clauses[n.Body] = true
	case *ast.TypeSwitchStmt:
		w.clauses[n.Body] = true
	case *ast.SelectStmt:
		w.clauses[n.Body] = true
	case *ast.CaseClause:
		w.statements(n.Body)
	case *ast.CommClause:
		w.statements(n.Body)
	case *ast.BasicLit:
		w.fact(n.Kind.String(), n.Pos(), n.End())
	case *ast.Ident:
		w.fact("name", n.Pos(), n.End())
	}
}

func (w *writer) statements(list []ast.Stmt) {
	for _, s := range list {
		switch s := s.(type) {
		case *ast.EmptyStmt:
		case *ast.LabeledStmt:
			w.fact("statement", s.Pos())
		default:
			w.fact("statement", s.Pos(), s.End())
		}
	}
}
