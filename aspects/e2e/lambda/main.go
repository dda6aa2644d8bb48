// Command lambda is a function of AWS Lambda whose handler makes a request, fails where its event says so, and answers HTTP events as they
// ask for.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type event struct {
	Fail, Panic bool
	// As is the form of the response, Status what it says.
	As     string
	Status int
}

func main() {
	lambda.Start(func(_ context.Context, e event) (any, error) {
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
		return answer(e), nil
	})
}

func answer(e event) any {
	switch e.As {
	case "REST API":
		return events.APIGatewayProxyResponse{StatusCode: e.Status, Body: `{"statusCode":599}`}
	case "HTTP API":
		return events.APIGatewayV2HTTPResponse{StatusCode: e.Status}
	case "load balancer":
		return events.ALBTargetGroupResponse{StatusCode: e.Status}
	case "function URL":
		return events.LambdaFunctionURLResponse{StatusCode: e.Status}
	case "stream":
		return &events.LambdaFunctionURLStreamingResponse{StatusCode: e.Status, Body: strings.NewReader("streamed")}
	case "bytes":
		return json.RawMessage(`{"order":7}`)
	}
	return "done"
}
