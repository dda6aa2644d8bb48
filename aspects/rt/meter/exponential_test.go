package meter

import (
	"math"
	"math/rand/v2"
	"testing"
)

// bounds of bucket at, by the definition.
func boundsOf(at, scale int32) (low, high float64) {
	base := math.Exp2(math.Exp2(-float64(scale)))
	return math.Pow(base, float64(at)), math.Pow(base, float64(at)+1)
}

func TestBucketsHoldTheirValues(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for scale := int32(lowestScale); scale <= defaultMaxScale; scale++ {
		for range 2000 {
			v := math.Exp(random.Float64()*20 - 10)
			low, high := boundsOf(bucketOf(v, scale), scale)
			// math.Pow is off by some units in the last place where the exponent is large.
			if v <= low*(1-1e-9) || v > high*(1+1e-9) {
				t.Fatalf("scale %d: %g is not in (%g, %g]", scale, v, low, high)
			}
		}
	}
}

func TestPowersOfTwoEndTheirBucket(t *testing.T) {
	for scale := int32(lowestScale); scale <= defaultMaxScale; scale++ {
		for exponent := -1074; exponent <= 1023; exponent++ {
			v := math.Ldexp(1, exponent)
			want := int64(exponent)<<max(scale, 0) - 1
			if scale < 0 {
				want = int64(exponent-1) >> -scale
			}
			if got := bucketOf(v, scale); int64(got) != want {
				t.Fatalf("scale %d: 2**%d is in bucket %d, want %d", scale, exponent, got, want)
			}
		}
	}
}

func TestExtremesFitIntoTwoBuckets(t *testing.T) {
	e := newExponential(defaultMaxScale, 2)
	for _, v := range []float64{math.SmallestNonzeroFloat64, math.MaxFloat64, 1, -1, -math.MaxFloat64, -math.SmallestNonzeroFloat64, 0} {
		e.record(v)
	}
	if e.scale != lowestScale || e.zero != 1 || total(e.positive) != 3 || total(e.negative) != 3 || len(e.positive.counts) > 2 {
		t.Errorf("got %+v", e)
	}
}

func total(s spread) (sum uint64) {
	for _, n := range s.counts {
		sum += n
	}
	return sum
}

// In whatever order values come, and however they are spread over histograms that are merged, the result is the same.
func TestMergedIsAsRecordedTogether(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		size := int32(2 + random.IntN(40))
		together, parts := newExponential(defaultMaxScale, size), [3]*exponential{}
		for i := range parts {
			parts[i] = newExponential(defaultMaxScale, size)
		}
		for range random.IntN(60) {
			v := math.Exp(random.NormFloat64() * 4)
			if random.IntN(3) == 0 {
				v = -v
			}
			if random.IntN(10) == 0 {
				v = 0
			}
			together.record(v)
			parts[random.IntN(3)].record(v)
		}
		merged := newExponential(defaultMaxScale, size)
		for _, part := range parts {
			merged.merge(part)
		}
		if merged.scale != together.scale || merged.zero != together.zero || !same(merged.positive, together.positive) ||
			!same(merged.negative, together.negative) {
			t.Fatalf("size %d: merged %+v, together %+v", size, merged, together)
		}
	}
}

// same compares counts by bucket: which empty buckets are at the ends does not matter.
func same(a, b spread) bool {
	counts := map[int32]uint64{}
	for i, n := range a.counts {
		counts[a.start+int32(i)] += n
	}
	for i, n := range b.counts {
		counts[b.start+int32(i)] -= n
	}
	for _, n := range counts {
		if n != 0 {
			return false
		}
	}
	return true
}

func TestCountsStayWithinTheirSize(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	e := newExponential(defaultMaxScale, 160)
	for i := range 5000 {
		e.record(math.Exp(random.NormFloat64() * float64(i%30)))
		if len(e.positive.counts) > 160 {
			t.Fatalf("%d buckets", len(e.positive.counts))
		}
	}
	if total(e.positive) != 5000 {
		t.Errorf("%d values are counted", total(e.positive))
	}
	e.reset(defaultMaxScale)
	e.record(2)
	if e.scale != defaultMaxScale || total(e.positive) != 1 {
		t.Errorf("after a reset: %+v", e)
	}
}
