package lambda

import (
	"bytes"
	"encoding/json"
	"io"
	"reflect"
	"strconv"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
)

// Packages whose types can be asked without calling code of the program.
const (
	libraryPath = "github.com/aws/aws-lambda-go/lambda"
	eventsPath  = "github.com/aws/aws-lambda-go/events"
)

// answer tells of the status of a response to an HTTP request, as a server's span does.
func (e *event) answer(span *rt.Span, response io.Reader) {
	code := e.status(response)
	if code == 0 {
		return
	}
	span.Set(attr.HTTPResponseStatusCode.Int(code))
	if code >= 500 {
		span.Set(attr.ErrorType.String(strconv.Itoa(code)))
		span.SetStatus(rt.Failed, "")
	}
}

// status is the status of the response that the service makes of what the handler returned; 0 where that is not certain. Nothing is read
// from the response: only what is in memory is looked at.
func (e *event) status(response io.Reader) int {
	if method, _, _ := e.request(); method == "" {
		return 0
	}
	text, ok := written(response)
	if !ok {
		return streamed(response)
	}
	code, found, whole := statusCode(text)
	// HTTP APIs with payload format 2.0 and function URLs take anything else for a body, and answer with 200
	// (API Gateway Developer Guide, "Create AWS Lambda proxy integrations for HTTP APIs"). Others refuse it.
	if !found && whole && e.RequestContext.HTTP.Method != "" {
		return 200
	}
	return code
}

// written gives the response where it is in memory: a bytes.Buffer, or the library's own around one.
func written(response io.Reader) ([]byte, bool) {
	if buffer, ok := response.(*bytes.Buffer); ok && buffer != nil {
		return buffer.Bytes(), true
	}
	if buffer, ok := response.(interface{ Bytes() []byte }); ok && declaredIn(response, libraryPath) {
		return buffer.Bytes(), true
	}
	return nil, false
}

// streamed is the status of a response that is streamed, events.LambdaFunctionURLStreamingResponse; its zero means 200.
func streamed(response io.Reader) int {
	if !declaredIn(response, eventsPath) {
		return 0
	}
	field := reflect.ValueOf(response).Elem().FieldByName("StatusCode")
	if !field.IsValid() || !field.CanInt() {
		return 0
	}
	if code := field.Int(); code != 0 {
		return known(int(code))
	}
	return 200
}

// declaredIn says whether v is a pointer, and not nil, to a struct that this package declares.
func declaredIn(v any, path string) bool {
	t := reflect.TypeOf(v)
	return t != nil && t.Kind() == reflect.Pointer && t.Elem().Kind() == reflect.Struct && t.Elem().PkgPath() == path && !reflect.ValueOf(v).IsNil()
}

// statusCode finds the field statusCode of a JSON object, a number or a text of one. whole says that all of it was read: bodies are large,
// and of a long response only the beginning is.
func statusCode(response []byte) (code int, found, whole bool) {
	d := json.NewDecoder(bytes.NewReader(response[:min(len(response), maxPayload)]))
	if opening, err := d.Token(); err != nil || opening != json.Delim('{') {
		return 0, false, len(response) <= maxPayload && json.Valid(response)
	}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return 0, false, false
		}
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			return 0, false, false
		}
		if name == "statusCode" {
			n, err := strconv.Atoi(string(bytes.Trim(value, `"`)))
			if err != nil {
				return 0, true, true
			}
			return known(n), true, true
		}
	}
	_, err := d.Token()
	return 0, false, err == nil
}

// known gives a status that HTTP has, else 0.
func known(code int) int {
	if code < 100 || code > 599 {
		return 0
	}
	return code
}
