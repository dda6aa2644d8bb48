import type { Double, ExponentialPoint, HistogramPoint } from '../../../otlp/otlp-json.ts';

/** How many values lie between two bounds; a bound may be infinite. */
export interface Bucket {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

export function numberOf(value: Double | string | undefined): number {
  return Number(value ?? 0);
}

/** The buckets of a histogram with explicit bounds: those without a value at both ends are left out. */
export function explicitBuckets({ bucketCounts = [], explicitBounds = [] }: HistogramPoint): readonly Bucket[] {
  const bounds = explicitBounds.map(numberOf);
  return trimmed(
    bucketCounts.map((count, at) => ({
      from: at === 0 ? Number.NEGATIVE_INFINITY : (bounds[at - 1] ?? Number.POSITIVE_INFINITY),
      to: bounds[at] ?? Number.POSITIVE_INFINITY,
      count: Number(count),
    })),
  );
}

/** The buckets of an exponential histogram (metrics data model, "ExponentialHistogram"): bounds are powers of 2^(2^-scale). */
export function exponentialBuckets(point: ExponentialPoint): readonly Bucket[] {
  const base = 2 ** (2 ** -(point.scale ?? 0));
  const bound = (index: number) => base ** index;
  const positive = (point.positive?.bucketCounts ?? []).map((count, at) => {
    const index = (point.positive?.offset ?? 0) + at;
    return { from: bound(index), to: bound(index + 1), count: Number(count) };
  });
  const negative = (point.negative?.bucketCounts ?? []).map((count, at) => {
    const index = (point.negative?.offset ?? 0) + at;
    return { from: -bound(index + 1), to: -bound(index), count: Number(count) };
  });
  const width = numberOf(point.zeroThreshold);
  const zero = Number(point.zeroCount ?? 0);
  return trimmed([...negative.reverse(), ...(zero > 0 ? [{ from: -width, to: width, count: zero }] : []), ...positive]);
}

function trimmed(buckets: readonly Bucket[]): readonly Bucket[] {
  const first = buckets.findIndex(({ count }) => count > 0);
  const last = buckets.findLastIndex(({ count }) => count > 0);
  return first < 0 ? [] : buckets.slice(Math.max(0, first - 1), last + 2);
}

/**
 * An estimate of a quantile: values are taken to lie evenly in their bucket. In a bucket without an end it is the bound that there is.
 *
 * @param q from 0 to 1
 */
export function quantile(buckets: readonly Bucket[], q: number): number | undefined {
  const total = buckets.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return undefined;
  let left = q * total;
  for (const { from, to, count } of buckets) {
    if (count > 0 && left <= count) {
      if (from === Number.NEGATIVE_INFINITY)
        return to === Number.POSITIVE_INFINITY ? undefined : Math.min(to, to > 0 ? (to * left) / count : to);
      return to === Number.POSITIVE_INFINITY ? from : from + ((to - from) * left) / count;
    }
    left -= count;
  }
  return undefined;
}

/** Sums buckets of equal bounds. Where bounds differ, the newer ones stay. */
export function addBuckets(before: readonly Bucket[], now: readonly Bucket[]): readonly Bucket[] {
  const sums = new Map(before.map((bucket) => [`${bucket.from} ${bucket.to}`, bucket]));
  for (const bucket of now) {
    const key = `${bucket.from} ${bucket.to}`;
    sums.set(key, { ...bucket, count: bucket.count + (sums.get(key)?.count ?? 0) });
  }
  return [...sums.values()].sort((a, b) => a.from - b.from || a.to - b.to);
}
