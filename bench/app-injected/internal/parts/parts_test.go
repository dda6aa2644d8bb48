package parts

import (
	"context"
	"testing"
)

func TestCheck(t *testing.T) {
	if err := Check(context.Background()); err != nil {
		t.Fatal(err)
	}
}
