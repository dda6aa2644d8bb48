package transport

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/gots-dev/gots/aspects/bootstrap/config"
)

// http sends a request of OTLP over HTTP and reads its answer.
func (c *Client) http(req *http.Request) attempt {
	req.Header.Set("Content-Type", "application/x-protobuf")
	if c.exporter.Protocol == config.JSON {
		req.Header.Set("Content-Type", "application/json")
	}
	if c.exporter.Gzip {
		req.Header.Set("Content-Encoding", "gzip")
	}
	res, err := c.client.Do(req)
	if err != nil {
		return c.broken(err)
	}
	defer res.Body.Close()
	// A body that breaks off changes nothing: the status has been given.
	answer, whole, _ := readAnswer(res.Body)
	if !whole {
		answer = nil
	}
	isJSON := strings.HasPrefix(res.Header.Get("Content-Type"), "application/json")
	if res.StatusCode/100 == 2 {
		rejected, text := partialSuccess(answer, isJSON, c.signal)
		out := c.taken(rejected, text)
		out.HTTPStatus = res.StatusCode
		return attempt{Outcome: out}
	}
	return c.refused(res, errorText(answer, res.Header.Get("Content-Type")))
}

// taken is the outcome of a request that the collector has taken.
func (c *Client) taken(rejected int64, text string) Outcome {
	if rejected == 0 && text == "" {
		return Outcome{Kind: Sent}
	}
	what := "the collector says"
	if rejected > 0 {
		what = fmt.Sprintf("the collector did not take %d %s", rejected, Noun(c.signal))
	}
	if text != "" {
		what += ": " + c.hide(text)
	}
	return Outcome{Kind: Partial, Rejected: rejected, Err: c.failed(what, nil)}
}

// refused is the outcome of a request that was answered with a status that is no success.
func (c *Client) refused(res *http.Response, says string) attempt {
	status := res.StatusCode
	text := fmt.Sprintf("status %d %s", status, http.StatusText(status))
	if says != "" {
		text += " (" + c.hide(says) + ")"
	}
	if hint := c.hint(status, says); hint != "" {
		text += "; " + hint
	}
	out := attempt{Outcome: Outcome{Kind: Failed, Err: c.failed(text, nil), Type: strconv.Itoa(status), HTTPStatus: status}}
	switch status {
	case http.StatusRequestEntityTooLarge:
		out.Kind = TooLarge
	case http.StatusTooManyRequests, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		out.again, out.after = true, retryAfter(res.Header.Get("Retry-After"), time.Now())
	}
	return out
}

// hint names what to look at. Nothing of the request's content is the reason in most cases.
func (c *Client) hint(status int, says string) string {
	switch {
	case c.plain && status == http.StatusBadRequest && strings.Contains(says, "HTTPS"):
		return "the endpoint speaks TLS: use https:// in OTEL_EXPORTER_OTLP_ENDPOINT"
	case status == http.StatusBadRequest:
		return "is OTEL_EXPORTER_OTLP_ENDPOINT one of OTLP, and OTEL_EXPORTER_OTLP_PROTOCOL its protocol?"
	case status == http.StatusUnauthorized || status == http.StatusForbidden:
		return "is OTEL_EXPORTER_OTLP_HEADERS right?"
	case status == http.StatusNotFound || status == http.StatusMethodNotAllowed:
		return "is the path in OTEL_EXPORTER_OTLP_ENDPOINT right?"
	case status == http.StatusUnsupportedMediaType && c.exporter.Protocol == config.JSON:
		return "set OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf, or grpc"
	case status == http.StatusUnsupportedMediaType && strings.Contains(strings.ToLower(says), "grpc"):
		return speaksGRPC
	case status == http.StatusUnsupportedMediaType:
		return "set OTEL_EXPORTER_OTLP_PROTOCOL to what the endpoint speaks"
	case status/100 == 3:
		return "redirects to another host are not followed: set OTEL_EXPORTER_OTLP_ENDPOINT to the last one"
	case status == http.StatusRequestEntityTooLarge:
		return "lower OTEL_BSP_MAX_EXPORT_BATCH_SIZE"
	}
	return ""
}
