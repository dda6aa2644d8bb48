package transport

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"net"
	"net/http"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/gots-dev/gots/aspects/bootstrap/config"
	"github.com/gots-dev/gots/aspects/bootstrap/otlp/wire"
)

// Statuses that do not pass: one request, and a line that says what to look at.
func TestStatusesThatAreFinal(t *testing.T) {
	for status, want := range map[int]string{
		400: "OTEL_EXPORTER_OTLP_PROTOCOL", 401: "OTEL_EXPORTER_OTLP_HEADERS", 403: "OTEL_EXPORTER_OTLP_HEADERS", 404: "the path in OTEL_EXPORTER_OTLP_ENDPOINT",
		405: "OTEL_EXPORTER_OTLP_ENDPOINT", 415: "OTEL_EXPORTER_OTLP_PROTOCOL", 500: "status 500", 501: "status 501", 505: "status 505",
	} {
		collector := &collector{statuses: []int{status}}
		c := try(t, serve(t, collector).URL, nil)
		out := c.export()
		if out.Kind != Failed || out.Err == nil || !strings.Contains(out.Err.Error(), want) || len(collector.bodies) != 1 || out.Unreachable ||
			out.Type != strconv.Itoa(status) || out.HTTPStatus != status {
			t.Errorf("%d: %+v after %d requests", status, out, len(collector.bodies))
		}
	}
}

func TestStatusesThatMayPass(t *testing.T) {
	for _, status := range []int{429, 502, 503, 504} {
		collector := &collector{statuses: []int{status, status, 202}}
		c := try(t, serve(t, collector).URL, nil)
		if out := c.export(); out.Kind != Sent || len(collector.bodies) != 3 {
			t.Errorf("%d: %+v after %d requests", status, out, len(collector.bodies))
		}
	}
}

func TestTooLarge(t *testing.T) {
	c := try(t, serve(t, &collector{statuses: []int{413}}).URL, nil)
	if out := c.export(); out.Kind != TooLarge || !strings.Contains(out.Err.Error(), "OTEL_BSP_MAX_EXPORT_BATCH_SIZE") {
		t.Errorf("%+v", out)
	}
}

// answer is a server that answers all requests alike.
func answer(t *testing.T, status int, contentType string, body []byte) string {
	return serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		w.Header().Set("Content-Type", contentType)
		w.WriteHeader(status)
		_, _ = w.Write(body)
	})).URL
}

func partial(rejected uint64, text string) []byte {
	return wire.AppendBytes(nil, 1, wire.AppendText(wire.AppendVarint(nil, 1, rejected), 2, text))
}

func TestPartialSuccess(t *testing.T) {
	for name, tt := range map[string]struct {
		contentType string
		body        []byte
		rejected    int64
		want        string
	}{
		"protobuf":             {"application/x-protobuf", partial(3, "no\nroom"), 3, "did not take 3 spans: no room"},
		"a warning":            {"application/x-protobuf", partial(0, "old version"), 0, "the collector says: old version"},
		"it repeats the key":   {"application/x-protobuf", partial(1, "bad key "+secret), 1, "bad key REDACTED"},
		"a negative number":    {"application/x-protobuf", partial(1<<63, "x"), 0, "the collector says: x"},
		"JSON":                 {"application/json", []byte(`{"partialSuccess":{"rejectedSpans":"3","errorMessage":"no room"}}`), 3, "did not take 3 spans: no room"},
		"JSON with a number":   {"application/json; charset=utf-8", []byte(`{"partialSuccess":{"rejectedSpans":3}}`), 3, "did not take 3 spans"},
		"success":              {"application/x-protobuf", nil, 0, ""},
		"success, spelled out": {"application/json", []byte(`{"partialSuccess":{}}`), 0, ""},
		"no answer of OTLP":    {"text/html", []byte("<html>fine"), 0, ""},
		"broken protobuf":      {"application/x-protobuf", []byte{0x0a, 0xff}, 0, ""},
		"broken JSON":          {"application/json", []byte(`{"partialSuccess":[`), 0, ""},
	} {
		out := try(t, answer(t, 200, tt.contentType, tt.body), nil).export()
		switch {
		case tt.want == "":
			if out.Kind != Sent {
				t.Errorf("%s: %+v", name, out)
			}
		case out.Kind != Partial || out.Rejected != tt.rejected || !strings.HasSuffix(out.Err.Error(), tt.want):
			t.Errorf("%s: %+v", name, out)
		}
	}
}

func TestWhatTheCollectorSaysIsShown(t *testing.T) {
	status := wire.AppendText(wire.AppendVarint(nil, 1, 3), 2, "field 7 is odd")
	for contentType, body := range map[string]string{
		"application/x-protobuf": string(status), "application/json": `{"code":3,"message":"field 7 is odd"}`, "text/plain; charset=utf-8": "field 7 is odd\n",
	} {
		if out := try(t, answer(t, 400, contentType, []byte(body)), nil).export(); !strings.Contains(out.Err.Error(), "(field 7 is odd)") {
			t.Errorf("%s: %v", contentType, out.Err)
		}
	}
	long := strings.Repeat("x", 5000) + "\x1b[31m"
	if out := try(t, answer(t, 400, "text/plain", []byte(long)), nil).export(); len(out.Err.Error()) > 600 || strings.Contains(out.Err.Error(), "\x1b") {
		t.Errorf("%d bytes: %q", len(out.Err.Error()), out.Err)
	}
}

// counted counts what a server could write before its client went away.
func counted(t *testing.T, encoding string, fill []byte) (address string, written func() int64) {
	var n atomic.Int64
	ended := make(chan struct{})
	server := serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer close(ended)
		if encoding != "" {
			w.Header().Set("Content-Encoding", encoding)
		}
		w.WriteHeader(http.StatusOK)
		for n.Load() < 10<<30 {
			wrote, err := w.Write(fill)
			n.Add(int64(wrote))
			if err != nil {
				return
			}
		}
	}))
	return server.URL, func() int64 { <-ended; return n.Load() }
}

func TestAnswersAreBounded(t *testing.T) {
	address, written := counted(t, "", make([]byte, 1<<20))
	if out := try(t, address, nil).export(); out.Kind != Sent {
		t.Errorf("%+v", out)
	}
	if n := written(); n > 100<<20 { // what lies in buffers of the system
		t.Errorf("%d bytes were taken", n)
	}
	// 1 MiB of zeros in each piece; the pieces are one gzip stream after the other.
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	_, _ = z.Write(make([]byte, 1<<20))
	_ = z.Close()
	address, written = counted(t, "gzip", packed.Bytes())
	if out := try(t, address, nil).export(); out.Kind != Sent {
		t.Errorf("%+v", out)
	}
	if n := written(); n > 100<<20 {
		t.Errorf("%d bytes were taken", n)
	}
}

func TestHeadersOfAnswersAreBounded(t *testing.T) {
	c := try(t, "http://"+listen(t, func(conn net.Conn) {
		readRequest(conn)
		_, _ = io.WriteString(conn, "HTTP/1.1 200 OK\r\n")
		for i := 0; ; i++ {
			if _, err := fmt.Fprintf(conn, "X-%d: %s\r\n", i, strings.Repeat("x", 1000)); err != nil {
				return
			}
		}
	}), nil)
	if out := c.export(); out.Kind != Failed {
		t.Errorf("%+v", out)
	}
}

func TestServersThatHang(t *testing.T) {
	for name, serve := range map[string]func(net.Conn){
		"before the answer": func(conn net.Conn) { _, _ = io.Copy(io.Discard, conn) },
		"in the headers": func(conn net.Conn) {
			readRequest(conn)
			_, _ = io.WriteString(conn, "HTTP/1.1 20")
			_, _ = io.Copy(io.Discard, conn)
		},
	} {
		c := try(t, "http://"+listen(t, serve), func(e *config.Exporter) { e.Timeout = 30 * time.Millisecond })
		if out := c.export(); out.Kind != Failed || !out.Unreachable || !strings.HasSuffix(out.Err.Error(), "no answer in time") || len(c.waits) == 0 {
			t.Errorf("%s: %+v, waits %v", name, out, c.waits)
		}
	}
	// The status counts, though the rest never comes.
	c := try(t, "http://"+listen(t, func(conn net.Conn) {
		readRequest(conn)
		_, _ = io.WriteString(conn, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc")
		_, _ = io.Copy(io.Discard, conn)
	}), func(e *config.Exporter) { e.Timeout = 300 * time.Millisecond })
	if out := c.export(); out.Kind != Sent {
		t.Errorf("in the body: %+v", out)
	}
}

func TestConnectionsThatBreak(t *testing.T) {
	for name, tt := range map[string]struct {
		answer string
		sent   bool
	}{
		"before the answer":                     {"", false},
		"in the headers":                        {"HTTP/1.1 200 OK\r\nContent-", false},
		"in the body of a success":              {"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc", true},
		"in the body, sent in pieces":           {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\nabc", true},
		"in the body of what may pass":          {"HTTP/1.1 503 Busy\r\nContent-Length: 100\r\n\r\nabc", false},
		"in the body of a protobuf that counts": {"HTTP/1.1 200 OK\r\nContent-Type: application/x-protobuf\r\nContent-Length: 100\r\n\r\n\x0a\x02\x08\x03", true},
	} {
		var requests atomic.Int32
		address := listen(t, func(conn net.Conn) {
			readRequest(conn)
			if requests.Add(1) == 3 {
				_, _ = io.WriteString(conn, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
				return
			}
			_, _ = io.WriteString(conn, tt.answer)
		})
		want := int32(3)
		if tt.sent {
			want = 1
		}
		if out := try(t, "http://"+address, nil).export(); out.Kind != Sent || requests.Load() != want {
			t.Errorf("%s: %+v after %d requests", name, out, requests.Load())
		}
		// A reset may overtake what was sent before it.
		requests.Store(0)
		address = listen(t, func(conn net.Conn) {
			readRequest(conn)
			if requests.Add(1) == 3 {
				_, _ = io.WriteString(conn, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
				return
			}
			_, _ = io.WriteString(conn, tt.answer)
			reset(conn)
		})
		if out := try(t, "http://"+address, nil).export(); out.Kind != Sent {
			t.Errorf("%s, reset: %+v after %d requests", name, out, requests.Load())
		}
	}
}

func TestRefusedConnections(t *testing.T) {
	for _, protocol := range []config.Protocol{config.Protobuf, config.GRPC} {
		c := try(t, "http://127.0.0.1:1", func(e *config.Exporter) { e.Protocol = protocol })
		if out := c.export(); out.Kind != Failed || !out.Refused || !out.Unreachable || !strings.Contains(out.Err.Error(), "connection refused") || len(c.waits) == 0 {
			t.Errorf("%s: %+v, waits %v", protocol, out, c.waits)
		}
	}
	if out := try(t, "http://does-not-exist.invalid:4318", nil).export(); out.Refused || !out.Unreachable || !strings.Contains(out.Err.Error(), "does-not-exist") {
		t.Errorf("%+v", out)
	}
}
