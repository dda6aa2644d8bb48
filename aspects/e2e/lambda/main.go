// Command lambda is a function of AWS Lambda whose handler makes a request, and fails where its event says so.
package main

import (
	"context"
	"errors"
	"log/slog"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
)

type event struct{ Fail, Panic bool }

func main() {
	lambda.Start(func(_ context.Context, e event) (string, error) {
		slog.Info("handling")
		if res, err := http.Get("http://127.0.0.1:1/"); err == nil { // a client span, and no waiting: the port is closed
			res.Body.Close()
		}
		if e.Panic {
			panic("the handler panics")
		}
		if e.Fail {
			return "", errors.New("the handler fails")
		}
		return "done", nil
	})
}
