// Package sqltrace opens databases by way of otelsql.
package sqltrace

import (
	"context"
	"database/sql"

	"example.com/tracing/hits"
	"github.com/XSAM/otelsql"
)

// Open is sql.Open for a driver that otelsql wraps.
func Open(driver, source string) (*sql.DB, error) {
	name := func(_ context.Context, method otelsql.Method, _ string) string {
		hits.Hit("otelsql", 1)
		return string(method)
	}
	return otelsql.Open(driver, source, otelsql.WithSpanNameFormatter(name))
}
