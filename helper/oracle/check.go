package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
)

// checked is a package after type checking, which goes on after errors: what they do not concern is known.
type checked struct {
	fset    *token.FileSet
	pkg     *types.Package
	info    *types.Info
	imports *imports
	files   map[string]*places
	// firstError is what went wrong first, or empty.
	firstError string
}

// places finds what stands at given bytes of a file.
type places struct {
	expressions map[extent]ast.Expr
	// variadic holds the T of each parameter written ...T, whose type is []T.
	variadic map[ast.Expr]bool
}

// extent is in bytes from the start of the file.
type extent struct{ start, end int }

func check(about Description) *checked {
	fset := token.NewFileSet()
	c := &checked{fset: fset, imports: newImports(fset, about.Archives), files: map[string]*places{}}
	note := func(err error) {
		if c.firstError == "" {
			c.firstError = err.Error()
		}
	}
	var files []*ast.File
	for _, file := range about.Files {
		parsed, err := parser.ParseFile(fset, file.Path, nil, parser.SkipObjectResolution)
		if err != nil {
			note(err)
		}
		if parsed == nil {
			continue
		}
		files = append(files, parsed)
		c.files[file.Name] = placesOf(fset, parsed)
	}
	c.info = &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{},
		Defs:  map[*ast.Ident]types.Object{},
		Uses:  map[*ast.Ident]types.Object{},
		// For calls of generic functions.
		Instances: map[*ast.Ident]types.Instance{},
	}
	config := types.Config{
		GoVersion:   about.Lang,
		Importer:    c.imports,
		Sizes:       types.SizesFor("gc", about.GoArch),
		Error:       note,
		FakeImportC: true,
		// The compiler reports those; here they only would hide the first error that matters.
		DisableUnusedImportCheck: !about.Strict,
	}
	// The error was noted already.
	c.pkg, _ = config.Check(about.ImportPath, fset, files, c.info)
	return c
}

func placesOf(fset *token.FileSet, file *ast.File) *places {
	found := &places{expressions: map[extent]ast.Expr{}, variadic: map[ast.Expr]bool{}}
	// Offsets of the file itself, whatever its line directives say.
	base := fset.File(file.FileStart)
	ast.Inspect(file, func(node ast.Node) bool {
		if ellipsis, ok := node.(*ast.Ellipsis); ok && ellipsis.Elt != nil {
			found.variadic[ellipsis.Elt] = true
		}
		if expr, ok := node.(ast.Expr); ok {
			at := extent{base.Offset(expr.Pos()), base.Offset(expr.End())}
			// Of several expressions in one place the outermost comes first.
			if _, taken := found.expressions[at]; !taken {
				found.expressions[at] = expr
			}
		}
		return true
	})
	return found
}
