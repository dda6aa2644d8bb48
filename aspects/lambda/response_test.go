package lambda

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/rttest"
)

const (
	restEvent = `{"resource":"/a","path":"/a","httpMethod":"GET"}`
	httpEvent = `{"version":"2.0","routeKey":"GET /a","rawPath":"/a","requestContext":{"http":{"method":"GET"}}}`
)

// reader is a response of the program: nothing of it may be called, its methods least of all.
type reader struct{ t *testing.T }

func (r *reader) Read([]byte) (int, error) { r.t.Error("the response was read"); return 0, io.EOF }
func (r *reader) Bytes() []byte            { r.t.Error("a method of the response was called"); return nil }

func TestStatusOfResponses(t *testing.T) {
	long := strings.Repeat("x", maxPayload)
	for name, tt := range map[string]struct {
		event, response string
		want            any // nil: not known
		failed          bool
	}{
		"REST API":                  {restEvent, `{"statusCode":201,"headers":null,"body":"{\"statusCode\":500}"}`, int64(201), false},
		"HTTP API":                  {httpEvent, `{"statusCode":404}`, int64(404), false},
		"a failure":                 {restEvent, `{"headers":{"a":"b"},"statusCode":503}`, int64(503), true},
		"a text":                    {restEvent, `{"statusCode":"502"}`, int64(502), true},
		"an indented one":           {httpEvent, "{\n  \"body\": \"\",\n  \"statusCode\": 200\n}\n", int64(200), false},
		"a large one":               {restEvent, `{"statusCode":200,"body":"` + long + `"}`, int64(200), false},
		"a large one, status last":  {httpEvent, `{"body":"` + long + `","statusCode":200}`, nil, false},
		"inferred: an object":       {httpEvent, `{"order":7,"nested":{"statusCode":500}}`, int64(200), false},
		"inferred: a text":          {httpEvent, `"hello"`, int64(200), false},
		"inferred: a large text":    {httpEvent, `"` + long + `"`, nil, false},
		"nothing is inferred":       {restEvent, `{"order":7}`, nil, false},
		"no status of HTTP":         {restEvent, `{"statusCode":7}`, nil, false},
		"no number":                 {httpEvent, `{"statusCode":{"x":1}}`, nil, false},
		"cut off":                   {httpEvent, `{"order":`, nil, false},
		"no JSON":                   {httpEvent, "\x00", nil, false},
		"inferred: a list":          {httpEvent, "[1]", int64(200), false},
		"a list, cut off":           {httpEvent, "[1", nil, false},
		"an event of another sort":  {`{"source":"shop","detail-type":"Sold"}`, `{"statusCode":500}`, nil, false},
		"an event of the program's": {"{}", `{"statusCode":500}`, nil, false},
	} {
		r := answer(t, tt.event, "", "", bytes.NewBufferString(tt.response))
		attrs := rttest.Attrs(r.Attrs)
		if got := attrs["http.response.status_code"]; got != tt.want || (r.Status == rt.Failed) != tt.failed {
			t.Errorf("%s: %v, status %v, want %v", name, got, r.Status, tt.want)
		}
		if failure, ok := attrs["error.type"]; ok != tt.failed || ok && failure != strings.Trim(tt.response[strings.Index(tt.response, "50"):][:3], `"`) {
			t.Errorf("%s: error.type is %v", name, failure)
		}
	}
}

func TestResponsesOfTheProgramAreLeftAlone(t *testing.T) {
	var none *bytes.Buffer
	var nothing *reader
	for name, response := range map[string]io.Reader{"a reader": &reader{t}, "nil": nil, "no buffer": none, "no reader": nothing, "by value": strings.NewReader(`{"statusCode":500}`)} {
		if r := answer(t, restEvent, "", "", response); rttest.Attrs(r.Attrs)["http.response.status_code"] != nil || r.Status != rt.Unset {
			t.Errorf("%s: %+v", name, r)
		}
	}
	buffer := bytes.NewBufferString(`{"statusCode":200}`)
	answer(t, restEvent, "", "", buffer)
	if buffer.Len() != 18 {
		t.Error("the response was read")
	}
	// Of a handler that failed there is no response, whatever the service makes of it.
	if r := answer(t, restEvent, "", "errorString", buffer); rttest.Attrs(r.Attrs)["http.response.status_code"] != nil || rttest.Attrs(r.Attrs)["error.type"] != "errorString" {
		t.Errorf("%+v", r)
	}
}
