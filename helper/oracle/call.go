package main

import (
	"go/ast"
	"go/types"
)

// Call is the shape of a call of a function.
type Call struct {
	// Values is how many values its only argument has; 1 where there are more arguments, or none.
	Values int `json:"values"`
	// Called tells that a function is called: no type, and nothing predeclared.
	Called bool `json:"called"`
	// Params counts the parameters in front of the variadic one.
	Params   int  `json:"params"`
	Variadic bool `json:"variadic"`
	Results  int  `json:"results"`
	// Inferred says that the function is generic, and its type arguments are not all written.
	Inferred bool `json:"inferred"`
	// Constant tells of each argument whether it is a constant or nil.
	Constant []bool `json:"constant"`
}

// callOf describes a call; conversions and calls of predeclared functions have no shape.
func (c *checked) callOf(expr ast.Expr) Answer {
	call, ok := expr.(*ast.CallExpr)
	if !ok {
		return c.unknown("no call stands there")
	}
	callee := c.info.Types[call.Fun]
	if callee.Type == nil {
		return c.unknown("what is called is not known")
	}
	shape := Call{Values: 1, Constant: []bool{}}
	for _, arg := range call.Args {
		value := c.info.Types[arg]
		shape.Constant = append(shape.Constant, value.Value != nil || value.IsNil())
	}
	if len(call.Args) == 1 {
		if values, isTuple := c.info.TypeOf(call.Args[0]).(*types.Tuple); isTuple {
			shape.Values = values.Len()
		}
	}
	if signature, isFunction := callee.Type.Underlying().(*types.Signature); isFunction && callee.IsValue() {
		shape.Called = true
		shape.Params = signature.Params().Len()
		shape.Variadic = signature.Variadic()
		if shape.Variadic {
			shape.Params--
		}
		shape.Results = signature.Results().Len()
		shape.Inferred = c.isInferred(call.Fun)
	}
	return Answer{Call: &shape}
}

// isInferred tells whether a function would have to be instantiated again to be a value.
func (c *checked) isInferred(callee ast.Expr) bool {
	written := 0
	for {
		switch expr := callee.(type) {
		case *ast.ParenExpr:
			callee = expr.X
		case *ast.IndexExpr:
			callee, written = expr.X, 1
		case *ast.IndexListExpr:
			callee, written = expr.X, len(expr.Indices)
		case *ast.SelectorExpr:
			callee = expr.Sel
		case *ast.Ident:
			instance, generic := c.info.Instances[expr]
			return generic && instance.TypeArgs.Len() > written
		default:
			return false
		}
	}
}
