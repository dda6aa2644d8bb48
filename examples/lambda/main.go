// Command orders is a Lambda function. Nothing in it logs: what is logged is woven in, see gots.yml.
package main

import (
	"context"
	"errors"
	"strings"

	"github.com/aws/aws-lambda-go/lambda"
)

type order struct {
	Item  string `json:"item"`
	Count int    `json:"count"`
}

type receipt struct {
	Text  string `json:"text"`
	Total int    `json:"total"`
}

var errNothing = errors.New("nothing ordered")

func handle(_ context.Context, o order) (receipt, error) {
	if o.Count < 1 {
		return receipt{}, errNothing
	}
	return receipt{Text: strings.Repeat(o.Item+" ", o.Count-1) + o.Item, Total: 3 * o.Count}, nil
}

func main() { lambda.Start(handle) }
