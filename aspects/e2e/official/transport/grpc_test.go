// Package transport has the exporters of gots talk to a server of grpc-go, which is what collectors use.
package transport

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	logs "go.opentelemetry.io/proto/otlp/collector/logs/v1"
	metrics "go.opentelemetry.io/proto/otlp/collector/metrics/v1"
	traces "go.opentelemetry.io/proto/otlp/collector/trace/v1"
	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials"
	_ "google.golang.org/grpc/encoding/gzip"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/durationpb"

	"github.com/gots-dev/gots/aspects/bootstrap/config"
	"github.com/gots-dev/gots/aspects/bootstrap/otlp"
	"github.com/gots-dev/gots/aspects/bootstrap/transport"
	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/logrec"
	"github.com/gots-dev/gots/aspects/rt/meter"
)

// collector takes requests and answers each with the next of errs, the last one for ever.
type collector struct {
	traces.UnimplementedTraceServiceServer
	mu     sync.Mutex
	got    []string
	keys   []string
	errs   []error
	reject int64
}

func (c *collector) take(ctx context.Context, what string) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	meta, _ := metadata.FromIncomingContext(ctx)
	c.got, c.keys = append(c.got, what), append(c.keys, strings.Join(meta.Get("api-key"), ","))
	if len(c.errs) == 0 {
		return nil
	}
	err := c.errs[0]
	if len(c.errs) > 1 {
		c.errs = c.errs[1:]
	}
	return err
}

func (c *collector) Export(ctx context.Context, r *traces.ExportTraceServiceRequest) (*traces.ExportTraceServiceResponse, error) {
	answer := &traces.ExportTraceServiceResponse{}
	if c.reject > 0 {
		answer.PartialSuccess = &traces.ExportTracePartialSuccess{RejectedSpans: c.reject, ErrorMessage: "no room"}
	}
	return answer, c.take(ctx, r.ResourceSpans[0].ScopeSpans[0].Spans[0].Name)
}

type metricsCollector struct {
	metrics.UnimplementedMetricsServiceServer
	*collector
}

func (c metricsCollector) Export(ctx context.Context, r *metrics.ExportMetricsServiceRequest) (*metrics.ExportMetricsServiceResponse, error) {
	return &metrics.ExportMetricsServiceResponse{}, c.take(ctx, r.ResourceMetrics[0].ScopeMetrics[0].Metrics[0].Name)
}

type logsCollector struct {
	logs.UnimplementedLogsServiceServer
	*collector
}

func (c logsCollector) Export(ctx context.Context, r *logs.ExportLogsServiceRequest) (*logs.ExportLogsServiceResponse, error) {
	return &logs.ExportLogsServiceResponse{}, c.take(ctx, r.ResourceLogs[0].ScopeLogs[0].LogRecords[0].SeverityText)
}

// serve starts a server for the three signals and gives its address.
func serve(t *testing.T, c *collector, options ...grpc.ServerOption) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := grpc.NewServer(options...)
	traces.RegisterTraceServiceServer(server, c)
	metrics.RegisterMetricsServiceServer(server, metricsCollector{collector: c})
	logs.RegisterLogsServiceServer(server, logsCollector{collector: c})
	go func() { _ = server.Serve(listener) }()
	t.Cleanup(server.Stop)
	return listener.Addr().String()
}

// client makes one that tries each request once.
func client(t *testing.T, signal rt.Signal, address string, change func(*config.Exporter)) *transport.Client {
	t.Helper()
	exporter := config.Exporter{
		Kind: config.OTLP, Protocol: config.GRPC, URL: config.Secret(address), Shown: address, Timeout: time.Minute,
		Headers: []config.Header{{Name: "Api-Key", Value: "k"}},
	}
	if change != nil {
		change(&exporter)
	}
	ended := make(chan struct{})
	close(ended)
	c, err := transport.New(signal, exporter, ended)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	return c
}

var scope = &attr.Scope{Name: "shop"}

func request(signal rt.Signal) [][]byte {
	var data []byte
	switch signal {
	case rt.Metrics:
		data = otlp.AppendMetric(nil, &meter.Metric{Name: "metrics", Points: []meter.Point{{Int: 1}}})
	case rt.Logs:
		data = otlp.AppendLog(nil, &logrec.Record{SeverityText: "logs"})
	default:
		data = otlp.AppendSpan(nil, &rt.Record{Name: "traces"})
	}
	return otlp.Request(otlp.Resource(nil, ""), []otlp.Block{{Scope: scope, Data: data}})
}

func certificate(t *testing.T) (tls.Certificate, []byte) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "collector"}, IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour), IsCA: true, BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
}

func TestThreeSignals(t *testing.T) {
	pair, authority := certificate(t)
	for _, withTLS := range []bool{false, true} {
		for _, gzip := range []bool{false, true} {
			c := &collector{}
			var options []grpc.ServerOption
			scheme := "http://"
			if withTLS {
				options, scheme = append(options, grpc.Creds(credentials.NewServerTLSFromCert(&pair))), "https://"
			}
			address := serve(t, c, options...)
			for _, signal := range []rt.Signal{rt.Traces, rt.Metrics, rt.Logs} {
				client := client(t, signal, scheme+address, func(e *config.Exporter) {
					e.Gzip = gzip
					if withTLS {
						e.TLS.Authority = authority
					}
				})
				for range 2 {
					if out := client.Export(context.Background(), request(signal)); out.Kind != transport.Sent || out.RPCStatus != "OK" {
						t.Errorf("TLS %v, gzip %v, %v: %+v", withTLS, gzip, signal, out)
					}
				}
			}
			if got := strings.Join(c.got, " "); got != "traces traces metrics metrics logs logs" || strings.Join(c.keys, "") != "kkkkkk" {
				t.Errorf("TLS %v, gzip %v: %s, keys %q", withTLS, gzip, got, c.keys)
			}
		}
	}
}

func TestAnswers(t *testing.T) {
	exhausted := status.New(codes.ResourceExhausted, "slow \"down\" – bitte")
	withDelay, err := exhausted.WithDetails(&errdetails.DebugInfo{}, &errdetails.RetryInfo{RetryDelay: durationpb.New(90 * time.Second)})
	if err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		err  error
		kind transport.Kind
		want string
	}{
		"refused":        {status.Error(codes.Unauthenticated, "no key"), transport.Failed, "UNAUTHENTICATED (no key); is OTEL_EXPORTER_OTLP_HEADERS right?"},
		"exhausted":      {exhausted.Err(), transport.Failed, `RESOURCE_EXHAUSTED (slow "down" – bitte)`},
		"asked to wait":  {withDelay.Err(), transport.Failed, "the collector asks to wait 1m30s"},
		"not registered": {status.Error(codes.Unimplemented, "unknown service"), transport.Failed, "take traces?"},
	} {
		address := serve(t, &collector{errs: []error{tt.err}})
		out := client(t, rt.Traces, "http://"+address, nil).Export(context.Background(), request(rt.Traces))
		if out.Kind != tt.kind || !strings.Contains(out.Err.Error(), tt.want) {
			t.Errorf("%s: %+v", name, out)
		}
	}
	address := serve(t, &collector{reject: 3})
	if out := client(t, rt.Traces, "http://"+address, nil).Export(context.Background(), request(rt.Traces)); out.Kind != transport.Partial || out.Rejected != 3 {
		t.Errorf("%+v", out)
	}
	address = serve(t, &collector{}, grpc.MaxRecvMsgSize(10))
	if out := client(t, rt.Traces, "http://"+address, nil).Export(context.Background(), request(rt.Traces)); out.Kind != transport.TooLarge {
		t.Errorf("%+v", out)
	}
}

// A server of grpc-go is sent HTTP/1, and TLS where it has none, and the other way round.
func TestMisunderstandings(t *testing.T) {
	pair, _ := certificate(t)
	plain := serve(t, &collector{})
	secure := serve(t, &collector{}, grpc.Creds(credentials.NewServerTLSFromCert(&pair)))
	for name, tt := range map[string]struct {
		protocol config.Protocol
		address  string
		want     string
	}{
		"protobuf to grpc": {config.Protobuf, "http://" + plain + "/v1/traces", "OTEL_EXPORTER_OTLP_PROTOCOL=grpc"},
		"JSON to grpc":     {config.JSON, "http://" + plain + "/v1/traces", "OTEL_EXPORTER_OTLP_PROTOCOL=grpc"},
		"TLS to plain":     {config.GRPC, "https://" + plain, "use http://"},
		"plain to TLS":     {config.GRPC, "http://" + secure, "https://"},
	} {
		c := client(t, rt.Traces, tt.address, func(e *config.Exporter) { e.Protocol = tt.protocol })
		out := c.Export(context.Background(), request(rt.Traces))
		// The server closes a connection with unread bytes: its reset may overtake what tells the protocol.
		for range 20 {
			if out.Unreachable {
				out = c.Export(context.Background(), request(rt.Traces))
			}
		}
		if out.Kind != transport.Failed || !strings.Contains(out.Err.Error(), tt.want) {
			t.Errorf("%s: %+v", name, out)
		}
	}
}
