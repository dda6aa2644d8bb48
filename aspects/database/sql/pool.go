package hook

import (
	"context"
	"errors"
	"reflect"
	"strconv"
	"sync/atomic"
	"time"
	_ "unsafe" // for linkname

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/meter"
)

//go:linkname poolHook gots_database_sql_pool
var poolHook atomic.Pointer[opener]

// opener is told of a DB when it is first asked for a connection. read gives its numbers of idle and used connections, of requests that
// wait for one, and the most open and idle ones, 0 for no bound. waited and used are called when a connection has been obtained, or not,
// and when it is given back, with the time at which that began; created when the driver has opened one, with the time it took; closed when
// the DB is closed.
type opener = func(connector reflect.Type, source string, read func() (idle, used, pending, most, mostIdle int)) (
	waited func(since time.Time, err error), used func(since time.Time), created func(took time.Duration), closed func())

// poolKey tells the series of pools apart.
type poolKey struct{ name string }

func (k poolKey) attributes() []attr.Value { return []attr.Value{attr.DBClientPoolName.String(k.name)} }

var durations = []float64{0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10} // as the conventions ask for

var (
	waitTime = meter.NewHistogram(scope, meter.Desc{
		Name: "db.client.connection.wait_time", Unit: "s", Text: "The time it took to obtain an open connection from the pool.", Bounds: durations,
	}, poolKey.attributes)

	useTime = meter.NewHistogram(scope, meter.Desc{
		Name: "db.client.connection.use_time", Unit: "s", Text: "The time between borrowing a connection and returning it to the pool.",
		Bounds: durations,
	}, poolKey.attributes)

	createTime = meter.NewHistogram(scope, meter.Desc{
		Name: "db.client.connection.create_time", Unit: "s", Text: "The time it took to create a new connection.", Bounds: durations,
	}, poolKey.attributes)

	timeouts = meter.NewCounter(scope, meter.Desc{
		Name: "db.client.connection.timeouts", Unit: "{timeout}",
		Text: "The number of connection timeouts that have occurred trying to obtain a connection from the pool.",
	}, poolKey.attributes)
)

// The metrics that are read when they are collected, by index.
const (
	connections = iota
	pendingRequests
	mostConnections
	mostIdle
)

var observed = []meter.Observable{
	connections: {Kind: meter.KindUpDown, Desc: meter.Desc{
		Name: "db.client.connection.count", Unit: "{connection}",
		Text: "The number of connections that are currently in state described by the `state` attribute.",
	}},
	pendingRequests: {Kind: meter.KindUpDown, Desc: meter.Desc{
		Name: "db.client.connection.pending_requests", Unit: "{request}", Text: "The number of current pending requests for an open connection.",
	}},
	mostConnections: {Kind: meter.KindUpDown, Desc: meter.Desc{
		Name: "db.client.connection.max", Unit: "{connection}", Text: "The maximum number of open connections allowed.",
	}},
	mostIdle: {Kind: meter.KindUpDown, Desc: meter.Desc{
		Name: "db.client.connection.idle.max", Unit: "{connection}", Text: "The maximum number of idle open connections allowed.",
	}},
}

func opened(connector reflect.Type, source string, read func() (idle, used, pending, most, mostIdle int)) (
	waited func(time.Time, error), used func(time.Time), created func(time.Duration), closed func(),
) {
	defer rt.Recover(name)
	db := databaseOf(connector, nil, source)
	key := poolKey{db.poolName()}
	pool := attr.DBClientPoolName.String(key.name).Clone()
	closed = meter.Observe(scope, observed, func(to meter.Observer) {
		idle, used, pending, most, mostIdleNow := read()
		to.Int(connections, int64(idle), pool, attr.DBClientPoolState.String("idle"))
		to.Int(connections, int64(used), pool, attr.DBClientPoolState.String("used"))
		to.Int(pendingRequests, int64(pending), pool)
		if most > 0 {
			to.Int(mostConnections, int64(most), pool)
		}
		to.Int(mostIdle, int64(mostIdleNow), pool)
	})
	waited = func(since time.Time, err error) {
		defer rt.Recover(name)
		switch {
		case err == nil:
			waitTime.Record(nil, key, time.Since(since).Seconds())
		case isTimeout(err):
			timeouts.Add(nil, key, 1)
		}
	}
	used = func(since time.Time) {
		defer rt.Recover(name)
		useTime.Record(nil, key, time.Since(since).Seconds())
	}
	created = func(took time.Duration) {
		defer rt.Recover(name)
		createTime.Record(nil, key, took.Seconds())
	}
	return waited, used, created, closed
}

// isTimeout asks errors that may be the driver's, whose methods may panic.
func isTimeout(err error) (is bool) {
	defer func() {
		if recover() != nil {
			is = false
		}
	}()
	return errors.Is(err, context.DeadlineExceeded)
}

// poolName is the name that the conventions propose: address:port/namespace, as far as it is known; else the system.
func (d *database) poolName() string {
	out := d.at.host
	if d.at.port > 0 {
		out += ":" + strconv.Itoa(d.at.port)
	}
	switch {
	case out == "" && d.at.namespace == "":
		return d.system
	case d.at.namespace == "":
		return out
	case out == "":
		return d.at.namespace
	}
	return out + "/" + d.at.namespace
}
