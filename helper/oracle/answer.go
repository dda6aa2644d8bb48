package main

import (
	"fmt"
	"go/ast"
	"go/types"
)

// Question is about the expression or type that stands at bytes of a file.
type Question struct {
	// Kind is "type", "implements", "name" or "call"; about the whole package "error" or "order", which need no place.
	Kind  string `json:"kind"`
	File  string `json:"file"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	// Interface is what a type may implement.
	Interface *Name `json:"interface,omitempty"`
}

// Name is a declared name with its package; names of the universe have no path.
type Name struct {
	Path    string `json:"path"`
	Name    string `json:"name"`
	Pointer bool   `json:"pointer"`
}

// Answer has one field set, or none: there is no named type, the name belongs to no package.
type Answer struct {
	// Named is the type, or the name, reached directly or through one pointer.
	Named *Name `json:"named,omitempty"`
	// Implements answers questions of that kind.
	Implements *bool `json:"implements,omitempty"`
	// Call answers questions of that kind.
	Call *Call `json:"call,omitempty"`
	// Missing is the path of a package without which there is no answer.
	Missing string `json:"missing,omitempty"`
	// NoInterface says why the interface is none.
	NoInterface string `json:"noInterface,omitempty"`
	// Unknown says why type checking did not get that far.
	Unknown string `json:"unknown,omitempty"`
	// Error is the first thing that is wrong with the package.
	Error string `json:"error,omitempty"`
	// Order names the variables that are initialised while the program runs, in that order.
	Order []string `json:"order,omitempty"`
}

func (c *checked) answer(q Question) Answer {
	switch q.Kind {
	case "error":
		return Answer{Error: c.firstError}
	case "order":
		return Answer{Order: c.order(), Unknown: c.firstError}
	}
	file := c.files[q.File]
	if file == nil {
		return c.unknown("the file is not among those of the package")
	}
	expr := file.expressions[extent{q.Start, q.End}]
	if expr == nil {
		return c.unknown("no expression stands there")
	}
	if q.Kind == "name" {
		return c.nameOf(expr)
	}
	if q.Kind == "call" {
		return c.callOf(expr)
	}
	t := c.typeOf(expr)
	if t == nil {
		return c.unknown("its type is not known")
	}
	if q.Kind == "implements" {
		if file.variadic[expr] {
			t = types.NewSlice(t)
		}
		return c.implements(t, *q.Interface)
	}
	return Answer{Named: namedType(t)}
}

// order leaves out variables whose value is a constant: the compiler puts these into the program's data, and nothing can tell when.
func (c *checked) order() []string {
	var names []string
	for _, initializer := range c.info.InitOrder {
		if c.info.Types[initializer.Rhs].Value != nil {
			continue
		}
		for _, variable := range initializer.Lhs {
			if name := variable.Name(); name != "_" {
				names = append(names, name)
				continue
			}
			place := c.fset.PositionFor(variable.Pos(), true)
			names = append(names, fmt.Sprintf("_ (%s:%d)", place.Filename, place.Line))
		}
	}
	return names
}

// unknown brings in the first error of the package: most likely it is the reason.
func (c *checked) unknown(why string) Answer {
	if c.firstError != "" {
		why = fmt.Sprintf("%s: %s", why, c.firstError)
	}
	return Answer{Unknown: why}
}

// typeOf is the type of an expression, or nil where checking gave none.
func (c *checked) typeOf(expr ast.Expr) types.Type {
	t := c.info.TypeOf(expr)
	if t == nil || t == types.Typ[types.Invalid] {
		return nil
	}
	if p, ok := t.(*types.Pointer); ok && p.Elem() == types.Typ[types.Invalid] {
		return nil
	}
	return t
}

// namedType looks through aliases and at most one pointer; type arguments are left out.
func namedType(t types.Type) *Name {
	t = types.Unalias(t)
	pointer, isPointer := t.(*types.Pointer)
	if isPointer {
		t = types.Unalias(pointer.Elem())
	}
	named, ok := t.(*types.Named)
	// A type that is declared in a function is none of its package.
	if !ok || isLocal(named.Obj()) {
		return nil
	}
	name := nameOfObject(named.Obj())
	name.Pointer = isPointer
	return name
}

func isLocal(object types.Object) bool {
	return object.Pkg() != nil && object.Parent() != nil && object.Parent() != object.Pkg().Scope()
}

func nameOfObject(object types.Object) *Name {
	name := &Name{Name: object.Name()}
	if object.Pkg() != nil {
		name.Path = object.Pkg().Path()
	}
	return name
}

// nameOf says which package declares what an identifier stands for; local variables and the like have none.
func (c *checked) nameOf(expr ast.Expr) Answer {
	ident, ok := expr.(*ast.Ident)
	if !ok {
		return c.unknown("no name stands there")
	}
	// The variable of a type switch is declared without an object.
	if object, declared := c.info.Defs[ident]; declared && object == nil {
		return Answer{}
	}
	object := c.info.ObjectOf(ident)
	if object == nil {
		return c.unknown("the name is not declared")
	}
	if object.Parent() != types.Universe && (object.Pkg() == nil || object.Parent() != object.Pkg().Scope()) {
		return Answer{}
	}
	return Answer{Named: nameOfObject(object)}
}

func (c *checked) implements(t types.Type, wanted Name) Answer {
	object, missing := c.find(wanted)
	if missing {
		return Answer{Missing: c.imports.canonical(wanted.Path)}
	}
	if object == nil {
		return Answer{NoInterface: "there is no type of this name"}
	}
	if _, isType := object.(*types.TypeName); !isType {
		return Answer{NoInterface: "it is no type"}
	}
	face, isInterface := object.Type().Underlying().(*types.Interface)
	if !isInterface {
		return Answer{NoInterface: "it is no interface"}
	}
	if named, ok := types.Unalias(object.Type()).(*types.Named); ok && named.TypeParams().Len() > named.TypeArgs().Len() {
		return Answer{NoInterface: "it has type parameters, and no type name can give their arguments"}
	}
	yes := types.Implements(t, face)
	return Answer{Implements: &yes}
}

// find looks an interface up: in the universe, in the package itself, among its imports, and in what export data of these
// tells about packages further down. The caller must bring the archive of a package that none of them knows.
func (c *checked) find(wanted Name) (object types.Object, missing bool) {
	if wanted.Path == "" {
		return types.Universe.Lookup(wanted.Name), false
	}
	path := c.imports.canonical(wanted.Path)
	if c.pkg != nil && path == c.pkg.Path() {
		return c.pkg.Scope().Lookup(wanted.Name), false
	}
	if _, known := c.imports.archives.PackageFiles[path]; known {
		pkg, err := c.imports.gc.Import(path)
		if err != nil {
			return nil, false
		}
		return pkg.Scope().Lookup(wanted.Name), false
	}
	if pkg := below(c.pkg, path); pkg != nil {
		// Export data names no more of such a package than is needed; what it names is complete.
		if object := pkg.Scope().Lookup(wanted.Name); object != nil {
			return object, false
		}
	}
	return nil, true
}

// below searches everything a package imports, directly or not.
func below(root *types.Package, path string) *types.Package {
	if root == nil {
		return nil
	}
	seen := map[*types.Package]bool{}
	todo := []*types.Package{root}
	for len(todo) > 0 {
		pkg := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if seen[pkg] {
			continue
		}
		seen[pkg] = true
		if pkg.Path() == path && pkg != root {
			return pkg
		}
		todo = append(todo, pkg.Imports()...)
	}
	return nil
}
