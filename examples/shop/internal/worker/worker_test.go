package worker

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"
)

type recorder struct {
	mu  sync.Mutex
	ids []int64
}

func (r *recorder) MarkPacked(ctx context.Context, id int64) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.ids = append(r.ids, id)
	if id == 2 {
		return errors.New("box is broken")
	}
	return ctx.Err()
}

func TestStopPacksWhatIsQueued(t *testing.T) {
	marked := &recorder{}
	packer := Start(marked, 2)
	for id := range int64(5) {
		ctx, cancel := context.WithCancel(context.Background())
		if err := packer.Enqueue(ctx, id); err != nil {
			t.Fatal(err)
		}
		cancel() // the request is over before its order is packed
	}
	packer.Stop()
	slices.Sort(marked.ids)
	if want := []int64{0, 1, 2, 3, 4}; !slices.Equal(marked.ids, want) {
		t.Errorf("got %v, want %v", marked.ids, want)
	}
}

func TestEnqueueGivesUpWithItsContext(t *testing.T) {
	packer := &Packer{jobs: make(chan job)} // nobody takes
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := packer.Enqueue(ctx, 1); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want context.Canceled", err)
	}
}
