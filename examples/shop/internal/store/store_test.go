package store

import (
	"context"
	"errors"
	"path/filepath"
	"testing"
)

func open(t *testing.T) *Store {
	t.Helper()
	s, err := Open(context.Background(), filepath.Join(t.TempDir(), "shop.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func TestProducts(t *testing.T) {
	s, ctx := open(t), context.Background()
	products, err := s.Products(ctx)
	if err != nil || len(products) != 3 || products[0].SKU != "kettle" {
		t.Fatalf("got %+v, %v", products, err)
	}
	mug, err := s.Product(ctx, "mug")
	if err != nil || mug.Price != 799 {
		t.Errorf("mug: got %+v, %v", mug, err)
	}
	if _, err := s.Product(ctx, "sofa"); !errors.Is(err, ErrNotFound) {
		t.Errorf("sofa: got %v, want ErrNotFound", err)
	}
}

func TestPlaceAndPack(t *testing.T) {
	s, ctx := open(t), context.Background()
	placed, err := s.PlaceOrder(ctx, Order{Reference: "a", SKU: "mug", Quantity: 2, Currency: "EUR", Total: 1598})
	if err != nil || placed.ID == 0 || placed.Status != StatusPlaced {
		t.Fatalf("got %+v, %v", placed, err)
	}
	if err := s.MarkPacked(ctx, placed.ID); err != nil {
		t.Fatal(err)
	}
	if err := s.MarkPacked(ctx, placed.ID); !errors.Is(err, ErrNotFound) {
		t.Errorf("packing twice: got %v, want ErrNotFound", err)
	}
	want := placed
	want.Status = StatusPacked
	if got, err := s.Order(ctx, placed.ID); err != nil || got != want {
		t.Errorf("got %+v, %v, want %+v", got, err, want)
	}
	if _, err := s.Order(ctx, placed.ID+1); !errors.Is(err, ErrNotFound) {
		t.Errorf("unknown order: got %v, want ErrNotFound", err)
	}
}

func TestRefusedOrdersChangeNothing(t *testing.T) {
	s, ctx := open(t), context.Background()
	if _, err := s.PlaceOrder(ctx, Order{Reference: "a", SKU: "teapot", Quantity: 2}); !errors.Is(err, ErrOutOfStock) {
		t.Errorf("two teapots: got %v, want ErrOutOfStock", err)
	}
	if _, err := s.PlaceOrder(ctx, Order{Reference: "a", SKU: "mug", Quantity: 1}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.PlaceOrder(ctx, Order{Reference: "a", SKU: "mug", Quantity: 1}); !errors.Is(err, ErrDuplicateReference) {
		t.Errorf("same reference: got %v, want ErrDuplicateReference", err)
	}
	for sku, want := range map[string]int64{"teapot": 1, "mug": 119} {
		if p, err := s.Product(ctx, sku); err != nil || p.Stock != want {
			t.Errorf("%s: got %+v, %v, want stock %d", sku, p, err, want)
		}
	}
}
