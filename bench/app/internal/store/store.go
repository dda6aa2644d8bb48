// Package store keeps entities in SQLite.
package store

import (
	"context"
	"database/sql"
	"fmt"

	"example.com/bench/internal/model"

	_ "modernc.org/sqlite" // the driver "sqlite"
)

// Store is a table of records.
type Store struct{ db *sql.DB }

// Open creates the table in a database that lives in memory.
func Open(ctx context.Context) (*Store, error) {
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1) // each connection would have a memory of its own
	if _, err := db.ExecContext(ctx, "create table record (id text primary key, version integer not null)"); err != nil {
		return nil, err
	}
	return &Store{db: db}, nil
}

// Close frees the database.
func (s *Store) Close() error { return s.db.Close() }

// Put writes one record.
func (s *Store) Put(ctx context.Context, r model.Record) error {
	_, err := s.db.ExecContext(ctx, "insert into record (id, version) values (?, ?)", string(r.ID), r.Version)
	return err
}

// Version returns a record's version.
func (s *Store) Version(ctx context.Context, id model.ID) (version int, err error) {
	err = s.db.QueryRowContext(ctx, "select version from record where id = ?", string(id)).Scan(&version)
	return version, err
}

// Check writes a record and reads it back.
func Check(ctx context.Context) error {
	s, err := Open(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	r := model.NewRecord("stored").Touch()
	if err := s.Put(ctx, r); err != nil {
		return err
	}
	version, err := s.Version(ctx, r.ID)
	if err != nil {
		return err
	}
	if version != r.Version {
		return fmt.Errorf("sql: version %d, want %d", version, r.Version)
	}
	return nil
}
