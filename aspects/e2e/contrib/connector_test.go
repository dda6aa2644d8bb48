package contrib

import (
	"context"
	"database/sql/driver"

	"modernc.org/sqlite"
)

// connectorOf opens a file without a name that drivers are registered under.
func connectorOf(path string) driver.Connector { return connector(path) }

type connector string

func (c connector) Connect(context.Context) (driver.Conn, error) {
	return (&sqlite.Driver{}).Open(string(c))
}
func (connector) Driver() driver.Driver { return &sqlite.Driver{} }
