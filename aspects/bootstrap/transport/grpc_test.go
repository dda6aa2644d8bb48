//go:build go1.24

package transport

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/binary"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/gots-dev/gots/aspects/bootstrap/config"
	"github.com/gots-dev/gots/aspects/bootstrap/otlp/wire"
)

// grpcServer is a server of HTTP/2, without TLS unless withTLS is true.
func grpcServer(t *testing.T, withTLS bool, handler http.HandlerFunc) *httptest.Server {
	server := httptest.NewUnstartedServer(handler)
	server.Config.ErrorLog = quietLog
	server.EnableHTTP2 = withTLS
	if withTLS {
		server.StartTLS()
	} else {
		server.Config.Protocols = new(http.Protocols)
		server.Config.Protocols.SetUnencryptedHTTP2(true)
		server.Config.Protocols.SetHTTP1(true)
		server.Start()
	}
	t.Cleanup(server.Close)
	return server
}

func overGRPC(e *config.Exporter) { e.Protocol = config.GRPC }

// frame puts the prefix of grpc in front of a message.
func frame(compressed byte, message []byte) []byte {
	return append(binary.BigEndian.AppendUint32([]byte{compressed}, uint32(len(message))), message...)
}

func packed(data []byte) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = z.Write(data)
	_ = z.Close()
	return b.Bytes()
}

// ends answers with a message, if there is one, and the status in the trailers.
func ends(w http.ResponseWriter, message []byte, trailers ...string) {
	w.Header().Set("Content-Type", "application/grpc")
	w.WriteHeader(http.StatusOK)
	_, _ = w.Write(message)
	for i := 0; i < len(trailers); i += 2 {
		w.Header().Set(http.TrailerPrefix+trailers[i], trailers[i+1])
	}
}

func TestGRPC(t *testing.T) {
	for _, withTLS := range []bool{false, true} {
		for _, compressed := range []bool{false, true} {
			var got []byte
			var header http.Header
			server := grpcServer(t, withTLS, func(w http.ResponseWriter, r *http.Request) {
				got, _ = io.ReadAll(r.Body)
				header = r.Header
				if r.ProtoMajor != 2 || r.URL.Path != "/opentelemetry.proto.collector.trace.v1.TraceService/Export" {
					t.Errorf("%s %s", r.Proto, r.URL.Path)
				}
				w.Header().Set("Grpc-Encoding", "gzip")
				ends(w, frame(1, packed(nil)), "Grpc-Status", "0")
			})
			c := try(t, server.URL, func(e *config.Exporter) {
				overGRPC(e)
				e.Gzip = compressed
				if withTLS {
					e.TLS.Authority = authority(server)
				}
			})
			if out := c.export(); out.Kind != Sent {
				t.Errorf("TLS %v, gzip %v: %+v", withTLS, compressed, out)
			}
			want := bytesOf(message())
			if len(got) < grpcPrefix {
				t.Fatalf("got %x", got)
			}
			body := got[grpcPrefix:]
			if length := binary.BigEndian.Uint32(got[1:]); int(length) != len(body) || (got[0] == 1) != compressed {
				t.Errorf("prefix %x of %d bytes", got[:grpcPrefix], len(body))
			}
			if compressed {
				z, err := gzip.NewReader(bytes.NewReader(body))
				if err != nil {
					t.Fatal(err)
				}
				body, _ = io.ReadAll(z)
			}
			if !bytes.Equal(body, want) || header.Get("Api-Key") != secret || header.Get("Te") != "trailers" || header.Get("Grpc-Timeout") != "60000m" ||
				header.Get("Content-Type") != "application/grpc" || (header.Get("Grpc-Encoding") == "gzip") != compressed {
				t.Errorf("body %x, header %v", body, header)
			}
		}
	}
}

// retryInfoBin is the header of a status whose details ask to wait.
func retryInfoBin(delay time.Duration) string {
	seconds := wire.AppendVarint(wire.AppendVarint(nil, 1, uint64(delay/time.Second)), 2, uint64(delay%time.Second))
	info := wire.AppendBytes(wire.AppendText(nil, 1, "type.googleapis.com/google.rpc.RetryInfo"), 2, wire.AppendBytes(nil, 1, seconds))
	other := wire.AppendBytes(wire.AppendText(nil, 1, "type.googleapis.com/google.rpc.DebugInfo"), 2, []byte{0xff})
	status := wire.AppendBytes(wire.AppendBytes(wire.AppendVarint(nil, 1, 8), 3, other), 3, info)
	return base64.StdEncoding.EncodeToString(status)
}

func TestStatusesOfGRPC(t *testing.T) {
	for name, tt := range map[string]struct {
		trailers []string
		kind     Kind
		again    bool
		wait     time.Duration
		want     string
	}{
		"cancelled":                 {[]string{"Grpc-Status", "1"}, Failed, true, 0, "CANCELLED"},
		"unknown":                   {[]string{"Grpc-Status", "2"}, Failed, false, 0, "UNKNOWN"},
		"invalid":                   {[]string{"Grpc-Status", "3", "Grpc-Message", "field 7%0A is %22odd%22"}, Failed, false, 0, `INVALID_ARGUMENT (field 7  is "odd"); is OTEL_EXPORTER_OTLP_ENDPOINT`},
		"deadline":                  {[]string{"Grpc-Status", "4"}, Failed, true, 0, "DEADLINE_EXCEEDED"},
		"permission":                {[]string{"Grpc-Status", "7", "Grpc-Message", "key " + secret}, Failed, false, 0, "PERMISSION_DENIED (key REDACTED); is OTEL_EXPORTER_OTLP_HEADERS right?"},
		"exhausted for ever":        {[]string{"Grpc-Status", "8", "Grpc-Message", "quota"}, Failed, false, 0, "RESOURCE_EXHAUSTED (quota)"},
		"exhausted for a while":     {[]string{"Grpc-Status", "8", "Grpc-Status-Details-Bin", retryInfoBin(2500 * time.Millisecond)}, Failed, true, 2500 * time.Millisecond, "RESOURCE_EXHAUSTED"},
		"too large":                 {[]string{"Grpc-Status", "8", "Grpc-Message", "grpc: received message larger than max (5 vs. 4)"}, TooLarge, false, 0, "OTEL_BSP_MAX_EXPORT_BATCH_SIZE"},
		"aborted":                   {[]string{"Grpc-Status", "10"}, Failed, true, 0, "ABORTED"},
		"out of range":              {[]string{"Grpc-Status", "11"}, Failed, true, 0, "OUT_OF_RANGE"},
		"no such service":           {[]string{"Grpc-Status", "12"}, Failed, false, 0, "UNIMPLEMENTED; does the server at OTEL_EXPORTER_OTLP_ENDPOINT take traces?"},
		"internal":                  {[]string{"Grpc-Status", "13"}, Failed, false, 0, "INTERNAL"},
		"unavailable":               {[]string{"Grpc-Status", "14"}, Failed, true, 0, "UNAVAILABLE"},
		"unavailable for a while":   {[]string{"Grpc-Status", "14", "Grpc-Status-Details-Bin", strings.TrimRight(retryInfoBin(7*time.Second), "=")}, Failed, true, 7 * time.Second, "UNAVAILABLE"},
		"data loss":                 {[]string{"Grpc-Status", "15"}, Failed, true, 0, "DATA_LOSS"},
		"unauthenticated":           {[]string{"Grpc-Status", "16"}, Failed, false, 0, "UNAUTHENTICATED; is OTEL_EXPORTER_OTLP_HEADERS right?"},
		"a code of later days":      {[]string{"Grpc-Status", "99"}, Failed, false, 0, "code 99"},
		"a negative code":           {[]string{"Grpc-Status", "-1"}, Failed, false, 0, "code -1"},
		"no status":                 {nil, Failed, true, 0, "without an answer"},
		"a status that is none":     {[]string{"Grpc-Status", "fine"}, Failed, true, 0, "without an answer"},
		"details that are not":      {[]string{"Grpc-Status", "8", "Grpc-Status-Details-Bin", "%%%"}, Failed, false, 0, "RESOURCE_EXHAUSTED"},
		"details that are nonsense": {[]string{"Grpc-Status", "8", "Grpc-Status-Details-Bin", "//8="}, Failed, false, 0, "RESOURCE_EXHAUSTED"},
	} {
		var requests atomic.Int32
		server := grpcServer(t, false, func(w http.ResponseWriter, r *http.Request) {
			requests.Add(1)
			ends(w, nil, tt.trailers...)
		})
		c := try(t, server.URL, overGRPC)
		out := c.export()
		if out.Kind != tt.kind || !strings.Contains(out.Err.Error(), tt.want) || (requests.Load() > 1) != tt.again {
			t.Errorf("%s: %+v after %d requests", name, out, requests.Load())
		}
		if tt.wait > 0 && c.waits[0] != tt.wait {
			t.Errorf("%s: waits %v", name, c.waits)
		}
	}
}

// An error without a message has its status among the headers ("Trailers-Only").
func TestStatusAmongTheHeaders(t *testing.T) {
	server := grpcServer(t, false, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/grpc")
		w.Header().Set("Grpc-Status", "16")
	})
	if out := try(t, server.URL, overGRPC).export(); out.Kind != Failed || !strings.Contains(out.Err.Error(), "UNAUTHENTICATED") {
		t.Errorf("%+v", out)
	}
}

func TestAnswersOfGRPC(t *testing.T) {
	bomb := packed(make([]byte, 100<<20))
	for name, tt := range map[string]struct {
		encoding string
		answer   []byte
		kind     Kind
		rejected int64
	}{
		"empty":                       {"", frame(0, nil), Sent, 0},
		"no message":                  {"", nil, Sent, 0},
		"partial success":             {"", frame(0, partial(4, "no room")), Partial, 4},
		"packed":                      {"gzip", frame(1, packed(partial(4, "no room"))), Partial, 4},
		"packed as was not offered":   {"zstd", frame(1, partial(4, "x")), Sent, 0},
		"packed badly":                {"gzip", frame(1, []byte("x")), Sent, 0},
		"packed 100 MB":               {"gzip", frame(1, bomb), Failed, 0},
		"a length that is too long":   {"", frame(0, nil)[:1:1], Sent, 0},
		"a length beyond the message": {"", []byte{0, 0xff, 0xff, 0xff, 0xff, 1}, Sent, 0},
	} {
		server := grpcServer(t, false, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Grpc-Encoding", tt.encoding)
			ends(w, tt.answer, "Grpc-Status", "0")
		})
		if out := try(t, server.URL, overGRPC).export(); out.Kind != tt.kind || out.Rejected != tt.rejected {
			t.Errorf("%s: %+v", name, out)
		}
	}
	// Less than what is read of an answer, but a hundred times as long when unpacked.
	if _, err := unframe(frame(1, packed(make([]byte, 10*mostAnswer))), "gzip"); err == nil {
		t.Error("an unpacked answer has no bound")
	}
}

func TestEndlessAnswersOfGRPC(t *testing.T) {
	ended := make(chan int64, 1)
	server := grpcServer(t, false, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/grpc")
		n := int64(0)
		for n < 10<<30 {
			wrote, err := w.Write(make([]byte, 1<<20))
			n += int64(wrote)
			if err != nil {
				break
			}
		}
		ended <- n
	})
	if out := try(t, server.URL, overGRPC).export(); out.Kind != Failed || !strings.Contains(out.Err.Error(), "too long") {
		t.Errorf("%+v", out)
	}
	if n := <-ended; n > 100<<20 {
		t.Errorf("%d bytes were taken", n)
	}
}

func TestBrokenCallsOfGRPC(t *testing.T) {
	var requests atomic.Int32
	server := grpcServer(t, false, func(w http.ResponseWriter, r *http.Request) {
		if requests.Add(1) < 3 {
			w.Header().Set("Content-Type", "application/grpc")
			_, _ = w.Write([]byte{0})
			_ = http.NewResponseController(w).Flush()
			panic(http.ErrAbortHandler) // resets the stream
		}
		ends(w, frame(0, nil), "Grpc-Status", "0")
	})
	if out := try(t, server.URL, overGRPC).export(); out.Kind != Sent || requests.Load() != 3 {
		t.Errorf("%+v after %d requests", out, requests.Load())
	}
}

func TestHTTPWhereGRPCWasAsked(t *testing.T) {
	for status, tt := range map[int]struct {
		again bool
		want  string
	}{200: {false, "http/protobuf"}, 404: {false, "http/protobuf"}, 401: {false, "OTEL_EXPORTER_OTLP_HEADERS"}, 503: {true, "status 503"}} {
		var requests atomic.Int32
		server := grpcServer(t, false, func(w http.ResponseWriter, r *http.Request) {
			requests.Add(1)
			w.WriteHeader(status)
		})
		out := try(t, server.URL, overGRPC).export()
		if out.Kind != Failed || !strings.Contains(out.Err.Error(), tt.want) || (requests.Load() > 1) != tt.again {
			t.Errorf("%d: %+v after %d requests", status, out, requests.Load())
		}
	}
}

func TestGRPCServersThatHang(t *testing.T) {
	server := grpcServer(t, false, func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	c := try(t, server.URL, func(e *config.Exporter) { overGRPC(e); e.Timeout = 50 * time.Millisecond })
	if out := c.export(); out.Kind != Failed || !out.Unreachable || !strings.HasSuffix(out.Err.Error(), "no answer in time") {
		t.Errorf("%+v", out)
	}
}
