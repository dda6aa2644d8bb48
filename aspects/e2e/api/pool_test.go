package api

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"sync/atomic"
	"testing"
	"time"
)

// connector opens connections that do nothing; each third attempt fails.
type connector struct{ attempts, opened atomic.Int32 }

var errRefused = errors.New("refused")

func (c *connector) Connect(context.Context) (driver.Conn, error) {
	if c.attempts.Add(1)%3 == 0 {
		return nil, errRefused
	}
	c.opened.Add(1)
	return conn{}, nil
}

func (c *connector) Driver() driver.Driver { return nil }

type conn struct{}

func (conn) Prepare(string) (driver.Stmt, error) { return nil, driver.ErrSkip }
func (conn) Begin() (driver.Tx, error)           { return nil, driver.ErrSkip }
func (conn) Close() error                        { return nil }

// A caller that asks for a connection calls the driver; the pool does it for callers that wait while as many are open as are allowed.
func TestConnectionsThatTheDriverOpensAreMeasured(t *testing.T) {
	ctx, source := context.Background(), &connector{}
	db := sql.OpenDB(source)
	defer db.Close()
	db.SetMaxOpenConns(1)
	take := func() *sql.Conn {
		t.Helper()
		c, err := db.Conn(ctx)
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	first := take()
	_ = first.Close()
	first = take() // the same one, of the pool
	waiting := make(chan *sql.Conn)
	go func() {
		c, _ := db.Conn(ctx)
		waiting <- c
	}()
	for deadline := time.Now().Add(10 * time.Second); db.Stats().WaitCount == 0; time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("nothing waits")
		}
	}
	abandon(first) // the other gets a new one
	second := <-waiting
	if second == nil {
		t.Fatal("no connection")
	}
	abandon(second)
	if _, err := db.Conn(ctx); !errors.Is(err, errRefused) {
		t.Fatalf("got %v", err)
	}
	_ = take().Close()
	const name, want = "db.client.connection.create_time", "3, 10 buckets, unit s"
	got := points(t, name)
	// Who waits may have the connection before it is measured.
	for deadline := time.Now().Add(10 * time.Second); got["sql "+name] != want && time.Now().Before(deadline); got = points(t, name) {
		time.Sleep(time.Millisecond)
	}
	if len(got) != 1 || got["sql "+name] != want {
		t.Errorf("got %v", got)
	}
	if n := source.opened.Load(); n != 3 {
		t.Errorf("%d connections", n)
	}
}

// abandon gives a connection back that the pool has to close.
func abandon(c *sql.Conn) {
	_ = c.Raw(func(any) error { return driver.ErrBadConn })
	_ = c.Close()
}
