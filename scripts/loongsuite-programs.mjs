// Small programs that use what the rules of loongsuite-go-agent are for, and the spans that must come out: `"Name":"…"` on stdout.
const module = (requires) =>
  `module example.com/app\n\ngo 1.24\n\n${requires.map((line) => `require ${line}\n`).join('')}`;

/** Span in the output of the console exporter. */
const span = (name, kind) => `"Name":"${name}","SpanContext"[^\\n]*"SpanKind":${kind},`;

const driver = `package main

import (
	"database/sql"
	"database/sql/driver"
	"errors"
)

type fake struct{}

func (fake) Open(string) (driver.Conn, error)           { return fake{}, nil }
func (fake) Prepare(string) (driver.Stmt, error)        { return fake{}, nil }
func (fake) Close() error                               { return nil }
func (fake) Begin() (driver.Tx, error)                  { return nil, errors.New("no transactions") }
func (fake) NumInput() int                              { return -1 }
func (fake) Exec([]driver.Value) (driver.Result, error) { return driver.RowsAffected(1), nil }
func (fake) Query([]driver.Value) (driver.Rows, error)  { return nil, errors.New("no rows") }

func init() { sql.Register("fake", fake{}) }
`;

const web = `package main

import (
	"database/sql"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
)

func main() {
	db, _ := sql.Open("fake", "user:pw@tcp(localhost:3306)/test")
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	http.HandleFunc("/hello", func(w http.ResponseWriter, r *http.Request) {
		done := make(chan error)
		// Without the request's context: the goroutine carries it.
		go func() { _, err := db.Exec("UPDATE t SET a = 1"); done <- err }()
		fmt.Println("exec", <-done)
		slog.Info("from handler")
		io.WriteString(w, "hello")
	})
	go http.Serve(l, nil)
	resp, err := http.Get("http://" + l.Addr().String() + "/hello")
	if err != nil {
		panic(err)
	}
	body, _ := io.ReadAll(resp.Body)
	fmt.Println(resp.StatusCode, string(body))
}
`;

const gin = `package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"

	"github.com/gin-gonic/gin"
)

func main() {
	gin.SetMode(gin.ReleaseMode)
	engine := gin.New()
	engine.GET("/user/:name", func(c *gin.Context) { c.String(http.StatusOK, c.Param("name")) })
	server := httptest.NewServer(engine)
	resp, err := http.Get(server.URL + "/user/ann")
	if err != nil {
		panic(err)
	}
	fmt.Println(resp.StatusCode)
}
`;

const redis = `package main

import (
	"context"
	"fmt"

	"github.com/alicebob/miniredis/v2"
	"github.com/redis/go-redis/v9"
)

func main() {
	server, err := miniredis.Run()
	if err != nil {
		panic(err)
	}
	client := redis.NewClient(&redis.Options{Addr: server.Addr()})
	if err := client.Set(context.Background(), "a", "b", 0).Err(); err != nil {
		panic(err)
	}
	fmt.Println(client.Get(context.Background(), "a").Val())
}
`;

const grpc = `package main

import (
	"context"
	"fmt"
	"net"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/health"
	pb "google.golang.org/grpc/health/grpc_health_v1"
)

func main() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	server := grpc.NewServer()
	pb.RegisterHealthServer(server, health.NewServer())
	go server.Serve(l)
	conn, err := grpc.NewClient(l.Addr().String(), grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		panic(err)
	}
	answer, err := pb.NewHealthClient(conn).Check(context.Background(), &pb.HealthCheckRequest{})
	fmt.Println(answer.GetStatus(), err)
	conn.Close()
	server.GracefulStop()
}
`;

const several = `package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"

	"github.com/gorilla/mux"
	"github.com/labstack/echo/v4"
	"github.com/rs/zerolog"
	"github.com/sirupsen/logrus"
	"go.uber.org/zap"
)

func get(handler http.Handler, path string) {
	server := httptest.NewServer(handler)
	resp, err := http.Get(server.URL + path)
	if err != nil {
		panic(err)
	}
	fmt.Println(path, resp.StatusCode)
}

func main() {
	e := echo.New()
	e.GET("/echo/:name", func(c echo.Context) error {
		zap.NewExample().Info("zap speaks")
		logrus.New().Info("logrus speaks")
		log := zerolog.New(os.Stderr)
		log.Info().Msg("zerolog speaks")
		return c.String(http.StatusOK, "echo")
	})
	get(e, "/echo/ann")
	r := mux.NewRouter()
	r.HandleFunc("/mux/{name}", func(w http.ResponseWriter, r *http.Request) {})
	get(r, "/mux/bob")
}
`;

const check = '/grpc.health.v1.Health/Check';

export const programs = [
  {
    name: 'net/http, database/sql, log/slog',
    rules: ['.'],
    files: { 'go.mod': module([]), 'main.go': web, 'driver.go': driver },
    stdout: {
      '200 hello': 1,
      'exec <nil>': 1,
      [span('GET', 3)]: 1,
      [span('GET /hello', 2)]: 1,
      [span('UPDATE t', 3)]: 1,
    },
    stderr: { 'trace_id=\\w+ span_id=\\w+': '+', 'failed to exec': 0 },
  },
  {
    name: 'echo, mux, zap, logrus, zerolog',
    rules: ['.'],
    files: {
      'go.mod': module([
        'github.com/gorilla/mux v1.8.1',
        'github.com/labstack/echo/v4 v4.12.0',
        'github.com/rs/zerolog v1.33.0',
        'github.com/sirupsen/logrus v1.9.3',
        'go.uber.org/zap v1.27.0',
      ]),
      'main.go': several,
    },
    stdout: {
      '/echo/ann 200': 1,
      '/mux/bob 200': 1,
      'zap speaks.*trace_id': 1,
      [span('/echo/:name', 2)]: 1,
      [span('/mux/\\{name\\}', 2)]: 1,
    },
    stderr: { 'logrus speaks.*trace_id': 1, 'zerolog speaks': 1, 'failed to exec': 0 },
  },
  {
    name: 'gin',
    rules: ['.'],
    files: { 'go.mod': module(['github.com/gin-gonic/gin v1.10.0']), 'main.go': gin },
    stdout: { '^200$': 0, 200: '+', [span('/user/:name', 2)]: 1, [span('GET', 3)]: 1 },
    stderr: { 'failed to exec': 0 },
  },
  {
    name: 'redis',
    rules: ['.'],
    files: {
      'go.mod': module(['github.com/redis/go-redis/v9 v9.5.1', 'github.com/alicebob/miniredis/v2 v2.33.0']),
      'main.go': redis,
    },
    stdout: { '\\bb\\n': 1, [span('set', 3)]: 1, [span('get', 3)]: 1 },
    stderr: { 'failed to exec': 0 },
  },
  {
    name: 'grpc',
    rules: ['.'],
    files: { 'go.mod': module(['google.golang.org/grpc v1.71.0']), 'main.go': grpc },
    stdout: { 'SERVING <nil>': 1, [span(check, 3)]: 1, [span(check, 2)]: 1 },
    stderr: { 'failed to exec': 0 },
  },
];
