// Oracle answers questions about the types of one package. It is compiled by the toolchain that builds the package, so it
// reads that toolchain's export data and knows its language.
//
// It speaks JSON, one object a line: first the package comes in, then batches of questions, each answered by one line. It
// ends with its input. src/driver/steps/oracle.ts is the other side.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
)

// Description is the first line: the package to be checked.
type Description struct {
	// ImportPath is the path by which aspects know the package; that of a main package is its real one.
	ImportPath string `json:"importPath"`
	// Lang is the value of -lang, or empty for the toolchain's own version.
	Lang   string `json:"lang"`
	GoArch string `json:"goarch"`
	Files  []File `json:"files"`
	// Strict asks for all that is an error in Go.
	Strict bool `json:"strict"`
	Archives
}

// File is one source file.
type File struct {
	// Name is how questions refer to the file.
	Name string `json:"name"`
	Path string `json:"path"`
}

// Archives says where export data is, as an importcfg does.
type Archives struct {
	PackageFiles map[string]string `json:"packageFiles"`
	ImportMap    map[string]string `json:"importMap"`
}

// Batch is a line of questions, with archives that were not known before.
type Batch struct {
	Archives
	Questions []Question `json:"questions"`
}

func main() {
	if err := converse(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func converse(in io.Reader, out io.Writer) error {
	decoder := json.NewDecoder(in)
	encoder := json.NewEncoder(out)
	var about Description
	if err := decoder.Decode(&about); err != nil {
		return fmt.Errorf("the package's description cannot be read: %w", err)
	}
	checked := check(about)
	for {
		var batch Batch
		if err := decoder.Decode(&batch); err == io.EOF {
			return nil
		} else if err != nil {
			return fmt.Errorf("questions cannot be read: %w", err)
		}
		checked.imports.add(batch.Archives)
		answers := make([]Answer, len(batch.Questions))
		for i, question := range batch.Questions {
			answers[i] = checked.answer(question)
		}
		if err := encoder.Encode(answers); err != nil {
			return err
		}
	}
}
