// Command go-calls reads names of Go files from stdin, one a line, each a program of its own, and prints for each its
// functions and which of its calls can be wrapped in a function of one argument: one JSON object a line. See
// go-suite/program-facts.ts.
package main

import (
	"bufio"
	"encoding/json"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"sort"
	"strings"
)

type function struct {
	Name     string `json:"name"`
	Receiver string `json:"receiver"`
	Params   int    `json:"params"`
	Results  int    `json:"results"`
	Generic  bool   `json:"generic"`
}

type method struct {
	Path string `json:"path"`
	Type string `json:"type"`
	Name string `json:"name"`
}

type report struct {
	File      string     `json:"file"`
	Functions []function `json:"functions"`
	Calls     []string   `json:"calls"`
	Methods   []method   `json:"methods"`
}

func main() {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	fset := token.NewFileSet()
	packages := importer.ForCompiler(fset, "source", nil)
	lines := bufio.NewScanner(os.Stdin)
	enc := json.NewEncoder(out)
	for lines.Scan() {
		if err := enc.Encode(look(fset, packages, lines.Text())); err != nil {
			panic(err)
		}
	}
}

// look reads a file; what does not parse has no functions, calls that have no type are not wrapped.
func look(fset *token.FileSet, packages types.Importer, name string) report {
	found := report{File: name, Functions: []function{}, Calls: []string{}, Methods: []method{}}
	file, err := parser.ParseFile(fset, name, nil, parser.SkipObjectResolution)
	if err != nil {
		return found
	}
	found.Functions = append(found.Functions, functions(file)...)
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{},
		Uses:  map[*ast.Ident]types.Object{},
	}
	config := types.Config{Importer: packages, Error: func(error) {}}
	_, _ = config.Check("main", fset, []*ast.File{file}, info)
	c := calls{info: info, names: map[string]bool{}, methods: map[method]bool{}, late: map[*ast.CallExpr]bool{}}
	ast.Inspect(file, c.visit)
	// A name without a path also matches methods of values, so it is good only where these are good as well.
	for m, good := range c.methods {
		if wrapped, ok := c.names[m.Name]; ok {
			c.names[m.Name] = wrapped && good
		}
	}
	for name, good := range c.names {
		if good {
			found.Calls = append(found.Calls, name)
		}
	}
	for m, good := range c.methods {
		if good && m.Type != "" {
			found.Methods = append(found.Methods, m)
		}
	}
	sort.Strings(found.Calls)
	sort.Slice(found.Methods, func(i, j int) bool {
		a, b := found.Methods[i], found.Methods[j]
		return a.Path+"."+a.Type+"."+a.Name < b.Path+"."+b.Type+"."+b.Name
	})
	return found
}

// functions leaves out what an aspect cannot name for certain, which is a mistake in the program: receivers of another package,
// and names that are declared again with other parameters or without a body.
func functions(file *ast.File) []function {
	type signature struct {
		params, results int
		body            bool
	}
	var all []*ast.FuncDecl
	first, twofold := map[string]signature{}, map[string]bool{}
	key := func(d function) string { return strings.Trim(d.Receiver, "*") + "." + d.Name }
	for _, decl := range file.Decls {
		f, ok := decl.(*ast.FuncDecl)
		if !ok || f.Name.Name == "_" {
			continue
		}
		d := describe(f)
		if f.Recv != nil && strings.Trim(d.Receiver, "*") == "" {
			continue
		}
		all = append(all, f)
		own := signature{d.Params, d.Results, f.Body != nil}
		if other, ok := first[key(d)]; ok && other != own {
			twofold[key(d)] = true
		}
		first[key(d)] = own
	}
	var found []function
	for _, f := range all {
		if d := describe(f); f.Body != nil && !twofold[key(d)] {
			found = append(found, d)
		}
	}
	return found
}

func describe(f *ast.FuncDecl) function {
	d := function{Name: f.Name.Name, Params: count(f.Type.Params), Results: count(f.Type.Results)}
	d.Generic = f.Type.TypeParams != nil
	if f.Recv != nil && len(f.Recv.List) == 1 {
		d.Receiver, d.Generic = receiver(f.Recv.List[0].Type)
	}
	return d
}

func count(fields *ast.FieldList) int {
	if fields == nil {
		return 0
	}
	return fields.NumFields()
}

func receiver(e ast.Expr) (name string, generic bool) {
	switch e := e.(type) {
	case *ast.ParenExpr:
		return receiver(e.X)
	case *ast.StarExpr:
		name, generic = receiver(e.X)
		return "*" + name, generic
	case *ast.IndexExpr:
		name, _ = receiver(e.X)
		return name, true
	case *ast.IndexListExpr:
		name, _ = receiver(e.X)
		return name, true
	case *ast.Ident:
		return e.Name, false
	}
	return "", false
}

type calls struct {
	info    *types.Info
	names   map[string]bool        // by callee as an aspect names it: whether all its calls can be wrapped
	methods map[method]bool        // the same by static type of the operand; without one, Type is empty
	late    map[*ast.CallExpr]bool // calls of go and defer statements
}

func (c *calls) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.GoStmt:
		c.late[n.Call] = true
	case *ast.DeferStmt:
		c.late[n.Call] = true
	case *ast.CallExpr:
		c.call(n)
	}
	return true
}

func (c *calls) call(n *ast.CallExpr) {
	tv, typed := c.info.Types[n]
	good := typed && tv.IsValue() && tv.Value == nil && !c.late[n] && !c.info.Types[n.Fun].IsType()
	if tuple, ok := tv.Type.(*types.Tuple); ok && tuple != nil {
		good = false
	}
	if basic, ok := tv.Type.(*types.Basic); ok && basic.Info()&types.IsUntyped != 0 {
		good = false
	}
	switch fun := callee(n.Fun).(type) {
	case *ast.Ident:
		note(c.names, fun.Name, good)
	case *ast.SelectorExpr:
		if x, ok := fun.X.(*ast.Ident); ok {
			if pkg, ok := c.info.Uses[x].(*types.PkgName); ok {
				note(c.names, pkg.Imported().Path()+"."+fun.Sel.Name, good)
				return
			}
		}
		m := method{Name: fun.Sel.Name}
		if t := c.info.Types[fun.X].Type; t != nil {
			if p, ok := t.(*types.Pointer); ok {
				t = p.Elem()
			}
			if named, ok := t.(*types.Named); ok && named.TypeArgs() == nil && named.Obj().Pkg() != nil &&
				named.Obj().Parent() == named.Obj().Pkg().Scope() {
				m.Path, m.Type = named.Obj().Pkg().Path(), named.Obj().Name()
			}
		}
		note(c.methods, m, good)
	}
}

// callee is the name of a call's function without parentheses and type arguments.
func callee(e ast.Expr) ast.Expr {
	switch e := e.(type) {
	case *ast.ParenExpr:
		return callee(e.X)
	case *ast.IndexExpr:
		return callee(e.X)
	case *ast.IndexListExpr:
		return callee(e.X)
	}
	return e
}

func note[K comparable](in map[K]bool, key K, good bool) {
	was, known := in[key]
	in[key] = good && (was || !known)
}
