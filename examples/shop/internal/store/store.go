// Package store keeps products and orders in SQLite.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// Errors that callers tell apart.
var (
	ErrNotFound           = errors.New("not found")
	ErrOutOfStock         = errors.New("out of stock")
	ErrDuplicateReference = errors.New("an order with this reference exists already")
)

// Status of an order.
const (
	StatusPlaced = "placed"
	StatusPacked = "packed"
)

// Product is something for sale; the price is in cents of euro.
type Product struct {
	SKU   string
	Name  string
	Price int64
	Stock int64
}

// Order of one product; the total is in cents of Currency.
type Order struct {
	ID        int64
	Reference string
	SKU       string
	Quantity  int64
	Currency  string
	Total     int64
	Status    string
}

// Store is the database with its statements.
type Store struct {
	db   *sql.DB
	pack *sql.Stmt
}

const schema = `
CREATE TABLE IF NOT EXISTS products (
	sku   TEXT PRIMARY KEY,
	name  TEXT NOT NULL,
	price INTEGER NOT NULL,
	stock INTEGER NOT NULL CONSTRAINT in_stock CHECK (stock >= 0)
);
CREATE TABLE IF NOT EXISTS orders (
	id        INTEGER PRIMARY KEY,
	reference TEXT NOT NULL UNIQUE,
	sku       TEXT NOT NULL REFERENCES products (sku),
	quantity  INTEGER NOT NULL,
	currency  TEXT NOT NULL,
	total     INTEGER NOT NULL,
	status    TEXT NOT NULL
);
INSERT OR IGNORE INTO products (sku, name, price, stock) VALUES
	('kettle', 'Kettle', 3490, 12),
	('mug', 'Mug', 799, 120),
	('teapot', 'Teapot', 4250, 1);
`

// Open opens the database file at path, or makes one with a few products in it.
func Open(ctx context.Context, path string) (*Store, error) {
	params := url.Values{
		"_pragma": {"busy_timeout(5000)", "journal_mode(WAL)", "foreign_keys(1)"},
		"_txlock": {"immediate"},
	}
	db, err := sql.Open("sqlite", "file:"+path+"?"+params.Encode())
	if err != nil {
		return nil, err
	}
	if _, err := db.ExecContext(ctx, schema); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	pack, err := db.PrepareContext(ctx, `UPDATE orders SET status = ? WHERE id = ? AND status = ?`)
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return &Store{db: db, pack: pack}, nil
}

// Close closes the database.
func (s *Store) Close() error {
	return errors.Join(s.pack.Close(), s.db.Close())
}

// Ping says whether the database answers.
func (s *Store) Ping(ctx context.Context) error { return s.db.PingContext(ctx) }

// Products lists all products by SKU.
func (s *Store) Products(ctx context.Context) ([]Product, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT sku, name, price, stock FROM products ORDER BY sku`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var products []Product
	for rows.Next() {
		var p Product
		if err := rows.Scan(&p.SKU, &p.Name, &p.Price, &p.Stock); err != nil {
			return nil, err
		}
		products = append(products, p)
	}
	return products, rows.Err()
}

// Product finds one product; ErrNotFound when there is none.
func (s *Store) Product(ctx context.Context, sku string) (Product, error) {
	var p Product
	err := s.db.QueryRowContext(ctx, `SELECT sku, name, price, stock FROM products WHERE sku = ?`, sku).
		Scan(&p.SKU, &p.Name, &p.Price, &p.Stock)
	if errors.Is(err, sql.ErrNoRows) {
		return Product{}, fmt.Errorf("product %q: %w", sku, ErrNotFound)
	}
	return p, err
}

// PlaceOrder takes the goods out of stock and records the order, both or neither.
// ErrOutOfStock and ErrDuplicateReference come from the table's own constraints.
func (s *Store) PlaceOrder(ctx context.Context, order Order) (Order, error) {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return Order{}, err
	}
	defer tx.Rollback()

	if _, err := tx.ExecContext(ctx, `UPDATE products SET stock = stock - ? WHERE sku = ?`, order.Quantity, order.SKU); err != nil {
		if isConstraint(err, sqlite3.SQLITE_CONSTRAINT_CHECK) {
			return Order{}, fmt.Errorf("%d of %q: %w", order.Quantity, order.SKU, ErrOutOfStock)
		}
		return Order{}, err
	}
	order.Status = StatusPlaced
	err = tx.QueryRowContext(ctx,
		`INSERT INTO orders (reference, sku, quantity, currency, total, status) VALUES (?, ?, ?, ?, ?, ?) RETURNING id`,
		order.Reference, order.SKU, order.Quantity, order.Currency, order.Total, order.Status).Scan(&order.ID)
	if isConstraint(err, sqlite3.SQLITE_CONSTRAINT_UNIQUE) {
		return Order{}, fmt.Errorf("%q: %w", order.Reference, ErrDuplicateReference)
	}
	if err != nil {
		return Order{}, err
	}
	return order, tx.Commit()
}

// Order finds one order; ErrNotFound when there is none.
func (s *Store) Order(ctx context.Context, id int64) (Order, error) {
	var o Order
	err := s.db.QueryRowContext(ctx,
		`SELECT id, reference, sku, quantity, currency, total, status FROM orders WHERE id = ?`, id).
		Scan(&o.ID, &o.Reference, &o.SKU, &o.Quantity, &o.Currency, &o.Total, &o.Status)
	if errors.Is(err, sql.ErrNoRows) {
		return Order{}, fmt.Errorf("order %d: %w", id, ErrNotFound)
	}
	return o, err
}

// MarkPacked moves a placed order on; ErrNotFound when there is none in that state.
func (s *Store) MarkPacked(ctx context.Context, id int64) error {
	result, err := s.pack.ExecContext(ctx, StatusPacked, id, StatusPlaced)
	if err != nil {
		return err
	}
	if n, err := result.RowsAffected(); err != nil || n == 1 {
		return err
	}
	return fmt.Errorf("placed order %d: %w", id, ErrNotFound)
}

func isConstraint(err error, code int) bool {
	var failure *sqlite.Error
	return errors.As(err, &failure) && failure.Code() == code
}
