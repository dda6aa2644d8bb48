package main

import (
	"errors"
	"go/importer"
	"go/token"
	"go/types"
	"io"
	"os"
)

// errNoArchive is the reason when a package is in no importcfg.
var errNoArchive = errors.New("no archive of it is known")

// imports reads packages from their archives. All share one world of types, so that types are comparable wherever they
// come from.
type imports struct {
	archives Archives
	gc       types.Importer
}

func newImports(fset *token.FileSet, archives Archives) *imports {
	im := &imports{archives: Archives{PackageFiles: map[string]string{}, ImportMap: map[string]string{}}}
	im.add(archives)
	im.gc = importer.ForCompiler(fset, "gc", im.open)
	return im
}

func (im *imports) add(archives Archives) {
	for path, file := range archives.PackageFiles {
		// What the compiler is given counts: an archive that comes later describes the same package built otherwise.
		if _, known := im.archives.PackageFiles[path]; !known {
			im.archives.PackageFiles[path] = file
		}
	}
	for from, to := range archives.ImportMap {
		im.archives.ImportMap[from] = to
	}
}

func (im *imports) open(path string) (io.ReadCloser, error) {
	file, known := im.archives.PackageFiles[path]
	if !known {
		return nil, errNoArchive
	}
	return os.Open(file)
}

// Import takes paths as they stand in sources.
func (im *imports) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	return im.gc.Import(im.canonical(path))
}

// canonical is the path of a package in archives: the standard library vendors some, tests have variants.
func (im *imports) canonical(path string) string {
	if mapped, found := im.archives.ImportMap[path]; found {
		return mapped
	}
	return path
}
