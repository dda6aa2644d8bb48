package main

import (
	"bufio"
	"bytes"
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sts"
	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	redigo "github.com/gomodule/redigo/redis"
	"github.com/gorilla/mux"
	"github.com/julienschmidt/httprouter"
	"github.com/labstack/echo/v4"
	"github.com/redis/go-redis/v9"
	"github.com/rs/zerolog"
	"github.com/sirupsen/logrus"
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/health"
	"google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/test/bufconn"
)

func init() {
	parts["net/http"] = netHTTP
	parts["net/http shorthand"] = netHTTPShort
	parts["database/sql"] = databaseSQL
	parts["gorilla/mux"] = router(func(h http.HandlerFunc) http.Handler {
		r := mux.NewRouter()
		r.HandleFunc("/x/{id}", h)
		return r
	})
	parts["go-chi/chi.v5"] = router(func(h http.HandlerFunc) http.Handler {
		r := chi.NewRouter()
		r.Get("/x/{id}", h)
		return r
	})
	parts["gin-gonic/gin"] = router(func(h http.HandlerFunc) http.Handler {
		gin.SetMode(gin.ReleaseMode)
		r := gin.New()
		r.GET("/x/:id", gin.WrapF(h))
		return r
	})
	parts["labstack/echo.v4"] = router(func(h http.HandlerFunc) http.Handler {
		e := echo.New()
		e.GET("/x/:id", echo.WrapHandler(h))
		return e
	})
	parts["julienschmidt/httprouter"] = router(func(h http.HandlerFunc) http.Handler {
		r := httprouter.New()
		r.HandlerFunc("GET", "/x/:id", h)
		return r
	})
	parts["grpc"] = grpcPart
	parts["redis/go-redis.v9"] = goRedis
	parts["gomodule/redigo"] = redigoPart
	parts["aws/aws-sdk-go-v2"] = awsPart
	parts["go.uber.org/zap"] = zapPart
	parts["sirupsen/logrus"] = logrusPart
	parts["rs/zerolog"] = zerologPart
	parts["log/slog"] = slogPart
	parts["os"] = osPart
	parts["dd:span"] = func(ctx context.Context) error {
		err := annotated(ctx, 3)
		if err == nil || !strings.HasPrefix(fmt.Sprintf("%T", err), "*errortrace.") {
			return fmt.Errorf("errortrace does not wrap %T", err)
		}
		return nil
	}
}

func get(ctx context.Context, url string) error {
	req, err := http.NewRequestWithContext(ctx, "GET", url, nil)
	if err != nil {
		return err
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	_, err = io.Copy(io.Discard, res.Body)
	if res.StatusCode != 200 {
		return fmt.Errorf("status %d", res.StatusCode)
	}
	return err
}

func router(make func(http.HandlerFunc) http.Handler) func(context.Context) error {
	return func(ctx context.Context) error {
		server := httptest.NewServer(make(func(w http.ResponseWriter, _ *http.Request) { w.Write([]byte("ok")) }))
		defer server.Close()
		return get(ctx, server.URL+"/x/1")
	}
}

func netHTTP(ctx context.Context) error {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.Write([]byte("ok")) }))
	defer server.Close()
	return get(ctx, server.URL)
}

func netHTTPShort(ctx context.Context) error {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {}))
	defer server.Close()
	res, err := http.Get(server.URL)
	if err == nil {
		res.Body.Close()
	}
	return err
}

type fakeDriver struct{}
type fakeConn struct{}
type fakeRows struct{ done bool }
type connector struct{}

func (fakeDriver) Open(string) (driver.Conn, error)            { return fakeConn{}, nil }
func (connector) Connect(context.Context) (driver.Conn, error) { return fakeConn{}, nil }
func (connector) Driver() driver.Driver                        { return fakeDriver{} }
func (fakeConn) Prepare(string) (driver.Stmt, error)           { return nil, errors.New("no statements") }
func (fakeConn) Close() error                                  { return nil }
func (fakeConn) Begin() (driver.Tx, error)                     { return nil, errors.New("no transactions") }
func (fakeConn) QueryContext(context.Context, string, []driver.NamedValue) (driver.Rows, error) {
	return &fakeRows{}, nil
}
func (*fakeRows) Columns() []string { return []string{"n"} }
func (*fakeRows) Close() error      { return nil }
func (r *fakeRows) Next(dest []driver.Value) error {
	if r.done {
		return io.EOF
	}
	r.done, dest[0] = true, int64(1)
	return nil
}

func databaseSQL(ctx context.Context) error {
	sql.Register("fake", fakeDriver{})
	db, err := sql.Open("fake", "x")
	if err != nil {
		return err
	}
	var n int
	if err := db.QueryRowContext(ctx, "select 1").Scan(&n); err != nil {
		return err
	}
	return sql.OpenDB(connector{}).QueryRowContext(ctx, "select 2").Scan(&n)
}

func grpcPart(ctx context.Context) error {
	listener := bufconn.Listen(1 << 16)
	server := grpc.NewServer()
	grpc_health_v1.RegisterHealthServer(server, health.NewServer())
	go server.Serve(listener)
	defer server.Stop()
	dial := grpc.WithContextDialer(func(context.Context, string) (net.Conn, error) { return listener.Dial() })
	conn, err := grpc.NewClient("passthrough:///x", dial, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return err
	}
	defer conn.Close()
	_, err = grpc_health_v1.NewHealthClient(conn).Check(ctx, &grpc_health_v1.HealthCheckRequest{})
	return err
}

// fakeRedis answers every command with OK.
func fakeRedis() (string, func(), error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", nil, err
	}
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			go func() {
				reader := bufio.NewReader(conn)
				for {
					line, err := reader.ReadString('\n')
					if err != nil {
						return
					}
					var n int
					fmt.Sscanf(line, "*%d", &n)
					name := ""
					for i := 0; i < 2*n; i++ {
						word, _ := reader.ReadString('\n')
						if i == 1 {
							name = strings.ToUpper(strings.TrimSpace(word))
						}
					}
					if name == "HELLO" || name == "CLIENT" {
						conn.Write([]byte("-ERR unknown command\r\n"))
					} else {
						conn.Write([]byte("+OK\r\n"))
					}
				}
			}()
		}
	}()
	return listener.Addr().String(), func() { listener.Close() }, nil
}

func goRedis(ctx context.Context) error {
	addr, stop, err := fakeRedis()
	if err != nil {
		return err
	}
	defer stop()
	client := redis.NewClient(&redis.Options{Addr: addr})
	defer client.Close()
	return client.Set(ctx, "k", "v", 0).Err()
}

func redigoPart(ctx context.Context) error {
	addr, stop, err := fakeRedis()
	if err != nil {
		return err
	}
	defer stop()
	conn, err := redigo.Dial("tcp", addr)
	if err != nil {
		return err
	}
	defer conn.Close()
	_, err = conn.Do("SET", "k", "v", ctx)
	return err
}

func awsPart(ctx context.Context) error {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/xml")
		io.WriteString(w, `<GetCallerIdentityResponse><GetCallerIdentityResult><Account>1</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`)
	}))
	defer server.Close()
	config := aws.Config{
		Region:       "eu-west-1",
		BaseEndpoint: aws.String(server.URL),
		Credentials: aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
			return aws.Credentials{AccessKeyID: "a", SecretAccessKey: "b"}, nil
		}),
	}
	_, err := sts.NewFromConfig(config).GetCallerIdentity(ctx, &sts.GetCallerIdentityInput{})
	return err
}

// hasTrace wants a log line that names the trace.
func hasTrace(text string) error {
	if !strings.Contains(text, "dd.trace_id") {
		return fmt.Errorf("no trace in %q", text)
	}
	return nil
}

func zapPart(ctx context.Context) error {
	var buffer bytes.Buffer
	core := zapcore.NewCore(zapcore.NewJSONEncoder(zap.NewProductionEncoderConfig()), zapcore.AddSync(&buffer), zap.InfoLevel)
	logZap(ctx, zap.New(core))
	return hasTrace(buffer.String())
}

func logZap(ctx context.Context, logger *zap.Logger) { logger.Info("hello") }

func logrusPart(ctx context.Context) error {
	var buffer bytes.Buffer
	logger := logrus.New()
	logger.Out = &buffer
	logger.WithContext(ctx).Info("hello")
	return hasTrace(buffer.String())
}

func zerologPart(ctx context.Context) error {
	var buffer bytes.Buffer
	logger := zerolog.New(&buffer)
	logger.Info().Ctx(ctx).Msg("hello")
	return hasTrace(buffer.String())
}

func slogPart(ctx context.Context) error {
	var buffer bytes.Buffer
	slog.New(slog.NewJSONHandler(&buffer, nil)).InfoContext(ctx, "hello")
	return hasTrace(buffer.String())
}

func osPart(context.Context) error {
	if _, err := os.Open("/nowhere/at/all"); !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("open: %v", err)
	}
	return exec.Command("true").Run()
}
