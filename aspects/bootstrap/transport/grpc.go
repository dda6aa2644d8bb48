package transport

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/gots-dev/gots/aspects/rt/bound"
)

// grpcPrefix is the length of what stands in front of a message.
const grpcPrefix = 5

// grpc sends a request as a call of grpc and reads its answer
// (https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md).
func (c *Client) grpc(req *http.Request) attempt {
	req.Header.Set("Content-Type", "application/grpc")
	req.Header.Set("Te", "trailers")
	req.Header.Set("Grpc-Accept-Encoding", "gzip")
	if c.exporter.Gzip {
		req.Header.Set("Grpc-Encoding", "gzip")
	}
	if c.exporter.Timeout > 0 {
		req.Header.Set("Grpc-Timeout", strconv.FormatInt(min(c.exporter.Timeout.Milliseconds(), 99_999_999), 10)+"m")
	}
	res, err := c.client.Do(req)
	if err != nil {
		return c.broken(err)
	}
	defer res.Body.Close()
	answer, whole, err := readAnswer(res.Body)
	if res.ProtoMajor < 2 || !strings.HasPrefix(res.Header.Get("Content-Type"), "application/grpc") {
		return c.noGRPC(res, answer)
	}
	// An answer without a message has its status among the headers.
	trailer := res.Trailer
	if trailer.Get("Grpc-Status") == "" {
		trailer = res.Header
	}
	code, bad := strconv.Atoi(trailer.Get("Grpc-Status"))
	switch {
	case err != nil:
		return c.broken(err)
	case !whole:
		return attempt{Outcome: Outcome{Kind: Failed, Err: c.failed("the answer is too long for one of OTLP", nil), Type: "protocol"}}
	case bad != nil:
		return c.broken(io.ErrUnexpectedEOF)
	case code != 0:
		return c.status(code, trailer)
	}
	message, err := unframe(answer, res.Header.Get("Grpc-Encoding"))
	if err != nil {
		message = nil // the request has been taken; what else the collector says cannot be read
	}
	rejected, text := partialSuccess(message, false, c.signal)
	out := c.taken(rejected, text)
	out.RPCStatus = codes[0]
	return attempt{Outcome: out}
}

// noGRPC is the outcome where the answer is one of HTTP only, mapped as
// https://github.com/grpc/grpc/blob/master/doc/http-grpc-status-mapping.md has it.
func (c *Client) noGRPC(res *http.Response, answer []byte) attempt {
	out := c.refused(res, errorText(answer, res.Header.Get("Content-Type")))
	switch res.StatusCode {
	case http.StatusUnauthorized, http.StatusForbidden, http.StatusTooManyRequests, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return out
	}
	out.Err, out.Type = c.failed("status "+strconv.Itoa(res.StatusCode)+" without grpc; "+speaksHTTP, nil), "protocol"
	out.Kind, out.again = Failed, false
	return out
}

// unframe gives the first message of an answer.
func unframe(answer []byte, encoding string) ([]byte, error) {
	if len(answer) == 0 {
		return nil, nil
	}
	if len(answer) < grpcPrefix || uint64(binary.BigEndian.Uint32(answer[1:])) > uint64(len(answer)-grpcPrefix) {
		return nil, io.ErrUnexpectedEOF
	}
	message := answer[grpcPrefix : grpcPrefix+int(binary.BigEndian.Uint32(answer[1:]))]
	if answer[0] == 0 {
		return message, nil
	}
	if encoding != "gzip" {
		return nil, errors.New("an encoding that was not offered")
	}
	r, err := gzip.NewReader(bytes.NewReader(message))
	if err != nil {
		return nil, err
	}
	message, whole, err := readAnswer(r)
	if err == nil && !whole {
		err = errors.New("too long")
	}
	return message, err
}

// The codes of grpc (https://github.com/grpc/grpc/blob/master/doc/statuscodes.md).
var codes = [...]string{
	"OK", "CANCELLED", "UNKNOWN", "INVALID_ARGUMENT", "DEADLINE_EXCEEDED", "NOT_FOUND", "ALREADY_EXISTS", "PERMISSION_DENIED",
	"RESOURCE_EXHAUSTED", "FAILED_PRECONDITION", "ABORTED", "OUT_OF_RANGE", "UNIMPLEMENTED", "INTERNAL", "UNAVAILABLE", "DATA_LOSS",
	"UNAUTHENTICATED",
}

// status is the outcome of a call that ended with a code other than OK.
func (c *Client) status(code int, trailer http.Header) attempt {
	name := "code " + strconv.Itoa(code)
	if code > 0 && code < len(codes) {
		name = codes[code]
	}
	says := trailer.Get("Grpc-Message")
	if plain, err := url.PathUnescape(says); err == nil {
		says = plain
	}
	text := name
	if says = bound.Line(says, 200); says != "" {
		text += " (" + c.hide(says) + ")"
	}
	out := attempt{Outcome: Outcome{Kind: Failed, Type: name, RPCStatus: name}}
	delay, asked := retryInfo(trailer.Get("Grpc-Status-Details-Bin"))
	// The specification's list of what may pass (otlpgrpc-response).
	switch name {
	case "CANCELLED", "DEADLINE_EXCEEDED", "ABORTED", "OUT_OF_RANGE", "UNAVAILABLE", "DATA_LOSS":
		out.again, out.after = true, delay
	case "RESOURCE_EXHAUSTED":
		out.again, out.after = asked, delay
		if !asked && strings.Contains(says, "larger than max") {
			out.Kind = TooLarge
			text += "; lower OTEL_BSP_MAX_EXPORT_BATCH_SIZE"
		}
	case "UNAUTHENTICATED", "PERMISSION_DENIED":
		text += "; is OTEL_EXPORTER_OTLP_HEADERS right?"
	case "UNIMPLEMENTED":
		text += "; does the server at OTEL_EXPORTER_OTLP_ENDPOINT take " + c.signal.String() + "?"
	case "INVALID_ARGUMENT":
		text += "; is OTEL_EXPORTER_OTLP_ENDPOINT one of OTLP?"
	}
	if asked {
		out.after = max(out.after, time.Millisecond)
	}
	out.Err = c.failed(text, nil)
	return out
}
