package hook

import (
	"time"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/meter"
)

// operationKey tells the series of statements apart. Neither text nor summary of the statement is in it: a program may have thousands.
type operationKey struct {
	system, operation, failure, state string
	at                                place
}

var operationDuration = meter.NewHistogram(scope, meter.Desc{
	Name: "db.client.operation.duration", Unit: "s", Text: "Duration of database client operations.",
	Bounds: durations,
}, operationKey.attributes)

func (k operationKey) attributes() []attr.Value {
	list := k.at.attributes([]attr.Value{attr.DBSystemName.String(k.system)})
	if k.operation != "" {
		list = append(list, attr.DBOperationName.String(k.operation))
	}
	if k.failure != "" {
		list = append(list, attr.ErrorType.String(k.failure))
	}
	if k.state != "" {
		list = append(list, attr.DBResponseStatusCode.String(k.state))
	}
	return list
}

// measuring is a statement that is being measured.
type measuring struct {
	began time.Time // zero if it is not
	db    *database
	// operation is one of a fixed list.
	operation string
}

func startMeasuring(db *database, operation string) (m measuring) {
	if operationDuration.Enabled() {
		return measuring{time.Now(), db, operation}
	}
	return m
}

func (m measuring) end(span *rt.Span, failure, state string) {
	if !m.began.IsZero() {
		operationDuration.Record(span, operationKey{m.db.system, m.operation, failure, state, m.db.at}, time.Since(m.began).Seconds())
	}
}
