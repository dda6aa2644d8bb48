// Writes the entity packages of the benchmark's application: bench/app/internal/domain. Run it by hand after a change
// of the table below; what it writes is committed.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'app/internal/domain');

/** Entity: its text field, then its number field. */
const entities = {
  account: ['Owner', 'Balance'],
  address: ['Street', 'Number'],
  article: ['Title', 'Words'],
  asset: ['Label', 'Value'],
  booking: ['Guest', 'Nights'],
  branch: ['City', 'Staff'],
  campaign: ['Slogan', 'Budget'],
  carrier: ['Name', 'Trucks'],
  contract: ['Partner', 'Months'],
  coupon: ['Code', 'Percent'],
  course: ['Subject', 'Credits'],
  currency: ['Code', 'Digits'],
  customer: ['Name', 'Orders'],
  delivery: ['Receiver', 'Parcels'],
  device: ['Serial', 'Port'],
  discount: ['Reason', 'Percent'],
  document: ['Title', 'Pages'],
  employee: ['Name', 'Salary'],
  event: ['Place', 'Seats'],
  expense: ['Purpose', 'Amount'],
  feedback: ['Author', 'Stars'],
  invoice: ['Receiver', 'Amount'],
  item: ['Name', 'Weight'],
  journal: ['Topic', 'Issues'],
  lease: ['Tenant', 'Months'],
  ledger: ['Title', 'Entries'],
  location: ['City', 'Zone'],
  meter: ['Unit', 'Reading'],
  notice: ['Subject', 'Priority'],
  order: ['Customer', 'Lines'],
  payment: ['Payer', 'Amount'],
  plan: ['Title', 'Steps'],
  product: ['Name', 'Price'],
  project: ['Title', 'Members'],
  quota: ['Subject', 'Limit'],
  receipt: ['Payer', 'Amount'],
  region: ['Name', 'Stores'],
  shipment: ['Carrier', 'Parcels'],
  supplier: ['Name', 'Rating'],
  ticket: ['Subject', 'Priority'],
  vehicle: ['Plate', 'Seats'],
  warehouse: ['City', 'Shelves'],
};

/** One package: the entity, its checks and a store of its records. */
function entity(name, [text, number]) {
  const type = name[0].toUpperCase() + name.slice(1);
  return `// Package ${name} holds the entity ${type}. Written by bench/generate.mjs.
package ${name}

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// ${type} is a record with a ${text.toLowerCase()} and a ${number.toLowerCase()}.
type ${type} struct {
	model.Record
	${text} string \`json:"${text.toLowerCase()}"\`
	${number} int \`json:"${number.toLowerCase()}"\`
}

// New returns the first version of a checked ${type}.
func New(text string, number int) (${type}, error) {
	e := ${type}{Record: model.NewRecord("${name}"), ${text}: strings.TrimSpace(text), ${number}: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e ${type}) Check() error {
	if e.${text} == "" {
		return &model.FieldError{Field: "${text}", Reason: "is empty"}
	}
	if e.${number} < 0 {
		return &model.FieldError{Field: "${number}", Reason: fmt.Sprintf("%d is negative", e.${number})}
	}
	return nil
}

// Store keeps ${type} records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]${type}
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e ${type}) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]${type}{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (${type}, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return ${type}{}, fmt.Errorf("${name} %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// By${number} returns all records, least ${number.toLowerCase()} first.
func (s *Store) By${number}() []${type} {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]${type}, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].${number} < all[j].${number} })
	return all
}
`;
}

/** The package that knows all entities. */
function registry(names) {
  const checks = names.map(
    (name) => `\t"${name}": sample(new(${name}.Store), ${name}.New, func(e ${type(name)}) model.ID { return e.ID }),`,
  );
  return `// Package domain knows every entity of the application. Written by bench/generate.mjs.
package domain

import (
	"errors"
	"fmt"
	"sort"

	"example.com/bench/internal/model"

${names.map((name) => `\t"example.com/bench/internal/domain/${name}"`).join('\n')}
)

type store[E any] interface {
	Put(E) (int, error)
	Get(model.ID) (E, error)
}

// sample returns a function that makes one entity, stores it twice and reads it back.
func sample[E any](s store[E], create func(string, int) (E, error), id func(E) model.ID) func() (model.ID, error) {
	return func() (model.ID, error) {
		e, err := create("sample", 3)
		if err != nil {
			return "", err
		}
		for want := 1; want <= 2; want++ {
			if version, err := s.Put(e); err != nil || version != want {
				return "", fmt.Errorf("put: version %d, want %d: %w", version, want, err)
			}
		}
		if _, err := create("", 3); err == nil {
			return "", errors.New("an empty text was accepted")
		}
		if _, err := s.Get("none"); !errors.Is(err, model.ErrNotFound) {
			return "", fmt.Errorf("an unknown ID: %w", err)
		}
		_, err = s.Get(id(e))
		return id(e), err
	}
}

var samples = map[string]func() (model.ID, error){
${checks.join('\n')}
}

// Samples makes one record of each entity and returns their IDs, sorted; entities that fail are left out.
func Samples() []model.ID {
	var ids []model.ID
	for _, run := range samples {
		if id, err := run(); err == nil {
			ids = append(ids, id)
		}
	}
	sort.Slice(ids, func(i, j int) bool { return ids[i] < ids[j] })
	return ids
}

// Check returns the errors of all entities.
func Check() error {
	var errs []error
	for name, run := range samples {
		if _, err := run(); err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", name, err))
		}
	}
	return errors.Join(errs...)
}
`;
}

const type = (name) => `${name}.${name[0].toUpperCase()}${name.slice(1)}`;

rmSync(folder, { recursive: true, force: true });
for (const [name, fields] of Object.entries(entities)) {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, `${name}.go`), entity(name, fields));
}
writeFileSync(join(folder, 'domain.go'), registry(Object.keys(entities)));
execFileSync('gofmt', ['-w', folder], { stdio: 'inherit' });
