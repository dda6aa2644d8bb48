import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { beatMs, mostSilenceMs, SilenceWatch } from '../../../../src/cache/remote/silence-watch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = new Promise<void>(() => {});

/** A watch of a process that has used `busyMs` of the processor, and how often it has found silence. */
function watchOf(busyMs: () => number | undefined) {
  const silences = vi.fn();
  return { watch: new SilenceWatch(silences, { busyMs }), silences };
}

/** Lets time pass in steps of the watch. */
async function pass(ms: number, each: () => void = () => {}) {
  for (let at = 0; at < ms; at += beatMs) {
    each();
    await vi.advanceTimersByTimeAsync(beatMs);
  }
}

test.each([
  ['that waits', () => undefined, mostSilenceMs, 1],
  ['that computes without end', () => performance.now(), mostSilenceMs, 1],
  ['that gets a tenth of a processor', () => performance.now() / 10, 5 * mostSilenceMs, 0],
  ['that gets a tenth of a processor, and computes without end', () => performance.now() / 10, 11 * mostSilenceMs, 1],
  ['that waits for its turn', () => 70, 100 * mostSilenceMs, 0],
])('silence of a process %s', async (_, busyMs, ms, found) => {
  const { watch, silences } = watchOf(busyMs);
  void watch.during(never);
  await pass(ms + 2 * beatMs);
  expect(silences).toHaveBeenCalledTimes(found);
  await pass(ms);
  expect(silences.mock.calls.length).toBeLessThanOrEqual(1);
});

test('of a length of its own', async () => {
  const silences = vi.fn();
  void new SilenceWatch(silences, { mostMs: 3000 }).during(never);
  await pass(3000 - 2 * beatMs);
  expect(silences).not.toHaveBeenCalled();
  await pass(4 * beatMs);
  expect(silences).toHaveBeenCalledTimes(1);
});

describe('no silence', () => {
  test('in time in which this process could not hear', async () => {
    const silences = vi.fn();
    const now = vi.spyOn(performance, 'now');
    let lost = 0;
    const real = Date.now();
    now.mockImplementation(() => Date.now() - real + lost);
    void new SilenceWatch(silences).during(never);
    await pass(2 * beatMs, () => {
      lost += 100 * mostSilenceMs;
    });
    expect(silences).not.toHaveBeenCalled();
    now.mockRestore();
  });

  test('while nothing is awaited', async () => {
    const { watch, silences } = watchOf(() => undefined);
    await watch.during(Promise.resolve());
    await pass(10 * mostSilenceMs);
    expect(silences).not.toHaveBeenCalled();
  });

  test('while there are signs of life', async () => {
    const { watch, silences } = watchOf(() => undefined);
    void watch.during(never);
    await pass(10 * mostSilenceMs, () => watch.heard());
    expect(silences).not.toHaveBeenCalled();
  });
});
