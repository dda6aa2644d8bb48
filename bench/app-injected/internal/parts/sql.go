package parts

import (
	"context"
	"database/sql"

	"example.com/shop/internal/model"

	_ "modernc.org/sqlite" // the driver "sqlite"
)

// checkSQL writes an item into a database that lives in memory, and reads it back.
func checkSQL(ctx context.Context) error {
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return err
	}
	defer db.Close()
	db.SetMaxOpenConns(1) // each connection would have a memory of its own
	if _, err := db.ExecContext(ctx, "create table item (name text, cents integer)"); err != nil {
		return err
	}
	if _, err := db.ExecContext(ctx, "insert into item values (?, ?)", model.Tea.Name, model.Tea.Cents); err != nil {
		return err
	}
	var read model.Item
	if err := db.QueryRowContext(ctx, "select name, cents from item").Scan(&read.Name, &read.Cents); err != nil {
		return err
	}
	return equal(read, model.Tea)
}
