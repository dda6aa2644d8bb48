// Command reduce prints what go.opentelemetry.io/otel/semconv tells of a version of the semantic conventions: the type and the known values of
// each attribute; instrument, unit and attributes of each metric. Its argument is the folder of a version, semconv/v1.43.0.
//
// The packages are generated from the conventions by one template each, so declarations and the first sentence of their documentation have one form.
// What has another form is an error: nothing is guessed, and nothing is left out without a word.
package main

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

type attribute struct {
	Type string `json:"type"`
	// Known values of an enumeration.
	Values []string `json:"values,omitempty"`
}

type metric struct {
	Instrument string `json:"instrument"`
	Number     string `json:"number"`
	Unit       string `json:"unit"`
	// Requirement of each attribute that belongs to the metric.
	Attributes map[string]string `json:"attributes,omitempty"`
}

type conventions struct {
	SchemaURL  string                `json:"schemaUrl"`
	Attributes map[string]*attribute `json:"attributes"`
	// By the beginning of their names: http.request.header. and what follows.
	Templates map[string]*attribute `json:"templates"`
	Metrics   map[string]*metric    `json:"metrics"`
}

// The packages with metrics of what gots records.
var metricPackages = []string{"dbconv", "faasconv", "goconv", "httpconv", "messagingconv", "otelconv", "processconv", "rpcconv"}

func main() {
	if len(os.Args) != 2 {
		fail("usage: reduce FOLDER")
	}
	found := conventions{Attributes: map[string]*attribute{}, Templates: map[string]*attribute{}, Metrics: map[string]*metric{}}
	for _, file := range []string{"attribute_group.go", "error_type.go", "exception.go", "schema.go"} {
		found.readAttributes(parse(filepath.Join(os.Args[1], file)))
	}
	for _, name := range metricPackages {
		found.readMetrics(parse(filepath.Join(os.Args[1], name, "metric.go")))
	}
	if found.SchemaURL == "" || len(found.Attributes) == 0 || len(found.Metrics) == 0 {
		fail("%s has no conventions", os.Args[1])
	}
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	if err := out.Encode(found); err != nil {
		fail("%v", err)
	}
}

var (
	typeLine = regexp.MustCompile(`(?m)^Type: (\S+)$`)
	types    = map[string]string{"Enum": "string", "string": "string", "boolean": "bool", "int": "int", "double": "double",
		"string[]": "string[]", "int[]": "int[]", "any": "any"}
	// Methods of attribute.Key and functions of package attribute, by what they make.
	makes = map[string]string{"String": "string", "Bool": "bool", "Int": "int", "Int64": "int", "Float64": "double",
		"StringSlice": "string[]", "IntSlice": "int[]", "Int64Slice": "int[]", "BoolSlice": "bool[]", "Float64Slice": "double[]"}
)

func (c *conventions) readAttributes(file *ast.File) {
	for _, decl := range file.Decls {
		switch decl := decl.(type) {
		case *ast.GenDecl:
			for _, spec := range decl.Specs {
				if spec, ok := spec.(*ast.ValueSpec); ok {
					c.readValue(spec)
				}
			}
		case *ast.FuncDecl:
			c.readTemplate(decl)
		}
	}
}

// keys has the attribute of each constant: HTTPRouteKey.
var keys = map[string]*attribute{}

// readValue takes `XKey = attribute.Key("x")`, `X = YKey.String("x")` and the schema's URL.
func (c *conventions) readValue(spec *ast.ValueSpec) {
	if len(spec.Values) != 1 {
		return
	}
	if spec.Names[0].Name == "SchemaURL" {
		c.SchemaURL = text(spec.Values[0])
		return
	}
	call, ok := spec.Values[0].(*ast.CallExpr)
	if !ok {
		return
	}
	selector, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return
	}
	of, ok := selector.X.(*ast.Ident)
	if !ok {
		return
	}
	if of.Name == "attribute" && selector.Sel.Name == "Key" {
		name := text(call.Args[0])
		match := typeLine.FindStringSubmatch(spec.Doc.Text())
		if match == nil || types[match[1]] == "" {
			fail("the type of %s is not known: %q", name, match)
		}
		keys[spec.Names[0].Name] = &attribute{Type: types[match[1]]}
		c.Attributes[name] = keys[spec.Names[0].Name]
		return
	}
	if key := keys[of.Name]; key != nil {
		if makes[selector.Sel.Name] != key.Type {
			fail("%s is made by %s, but its type is %s", spec.Names[0].Name, selector.Sel.Name, key.Type)
		}
		key.Values = append(key.Values, text(call.Args[0]))
	}
}

// readTemplate takes `func X(key string, …) attribute.KeyValue { return attribute.String("x."+key, val) }`.
func (c *conventions) readTemplate(decl *ast.FuncDecl) {
	if decl.Recv != nil || len(decl.Type.Params.List) != 2 || decl.Type.Params.List[0].Names[0].Name != "key" {
		return
	}
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		sum, ok := call.Args[0].(*ast.BinaryExpr)
		if !ok {
			fail("%s has another form than other templates", decl.Name.Name)
		}
		kind := makes[call.Fun.(*ast.SelectorExpr).Sel.Name]
		if kind == "" {
			fail("the type of %s is not known", decl.Name.Name)
		}
		c.Templates[text(sum.X)] = &attribute{Type: kind}
		return false
	})
}

var (
	instruments = map[string]string{"Counter": "counter", "UpDownCounter": "updowncounter", "Histogram": "histogram", "Gauge": "gauge"}
	embedded    = regexp.MustCompile(`^(Int64|Float64)(?:Observable)?(Counter|UpDownCounter|Histogram|Gauge)$`)
	requirement = regexp.MustCompile(`\breturns (?:an?) (required|optional)\s+attribute\b`)
)

// readMetrics takes a package of instruments: a struct that embeds one of the API's, methods Name and Unit, and a method for each attribute that
// tells whether it is required; of an instrument that is no observable one, the required attributes are parameters of Add or Record.
func (c *conventions) readMetrics(file *ast.File) {
	byType := map[string]*metric{}
	for _, decl := range file.Decls {
		if decl, ok := decl.(*ast.GenDecl); ok {
			for _, spec := range decl.Specs {
				if spec, ok := spec.(*ast.TypeSpec); ok {
					if m := instrumentOf(spec); m != nil {
						byType[spec.Name.Name] = m
					}
				}
			}
		}
	}
	names := map[string]string{}
	for _, decl := range file.Decls {
		method, ok := decl.(*ast.FuncDecl)
		if !ok || method.Recv == nil {
			continue
		}
		receiver := method.Recv.List[0].Type.(*ast.Ident).Name
		m := byType[receiver]
		if m == nil {
			fail("%s is a method of %s, which embeds no instrument", method.Name.Name, receiver)
		}
		switch name := method.Name.Name; {
		case name == "Name":
			names[receiver] = returned(method)
		case name == "Unit":
			m.Unit = returned(method)
		case name == "Add" || name == "Record":
			for _, required := range attributesIn(method) {
				m.Attributes[required] = "required"
			}
		case strings.HasPrefix(name, "Attr"):
			match := requirement.FindStringSubmatch(strings.Join(strings.Fields(method.Doc.Text()), " "))
			found := attributesIn(method)
			if match == nil || len(found) != 1 {
				fail("%s.%s has another form than other attributes", receiver, name)
			}
			m.Attributes[found[0]] = match[1]
		}
	}
	for receiver, m := range byType {
		name := names[receiver]
		if name == "" {
			fail("%s has no name", receiver)
		}
		before := c.Metrics[name]
		if before == nil {
			c.Metrics[name] = m
			continue
		}
		// The observable form of the same instrument.
		for attribute, level := range m.Attributes {
			before.Attributes[attribute] = level
		}
	}
}

func instrumentOf(spec *ast.TypeSpec) *metric {
	body, ok := spec.Type.(*ast.StructType)
	if !ok || len(body.Fields.List) != 1 {
		return nil
	}
	selector, ok := body.Fields.List[0].Type.(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	match := embedded.FindStringSubmatch(selector.Sel.Name)
	if match == nil {
		fail("%s embeds %s, which is no instrument", spec.Name.Name, selector.Sel.Name)
	}
	number := map[string]string{"Int64": "int", "Float64": "double"}[match[1]]
	return &metric{Instrument: instruments[match[2]], Number: number, Attributes: map[string]string{}}
}

// attributesIn returns the names in calls of attribute.String and the like.
func attributesIn(method *ast.FuncDecl) []string {
	var found []string
	ast.Inspect(method.Body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			if selector, ok := call.Fun.(*ast.SelectorExpr); ok {
				if of, ok := selector.X.(*ast.Ident); ok && of.Name == "attribute" && makes[selector.Sel.Name] != "" {
					found = append(found, text(call.Args[0]))
				}
			}
		}
		return true
	})
	return found
}

func returned(method *ast.FuncDecl) string {
	return text(method.Body.List[0].(*ast.ReturnStmt).Results[0])
}

func text(e ast.Expr) string {
	literal, ok := e.(*ast.BasicLit)
	if !ok {
		fail("%T where a text is expected", e)
	}
	value, err := strconv.Unquote(literal.Value)
	if err != nil {
		fail("%v", err)
	}
	return value
}

func parse(path string) *ast.File {
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		fail("%v", err)
	}
	return file
}

func fail(format string, args ...any) {
	fmt.Fprintf(os.Stderr, "reduce: "+format+"\n", args...)
	os.Exit(1)
}
