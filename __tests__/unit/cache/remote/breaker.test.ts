import { describe, expect, test } from 'vitest';
import { SpeedWatch } from '../../../../src/cache/remote/breaker.ts';

/** Whether a transfer is found slow, by what comes between looks; each look is at a time in ms. */
function slowAt(looks: readonly (readonly [atMs: number, bytes: number])[]): number | undefined {
  const watch = new SpeedWatch({ bytesPerSecond: 1000, windowMs: 1000 });
  for (const [atMs, bytes] of looks) {
    watch.add(bytes);
    if (watch.isSlow(atMs)) return atMs;
  }
  return undefined;
}
const every = (ms: number, count: number, bytes: number) =>
  Array.from({ length: count }, (_, at) => [at * ms, bytes] as const);

describe('a transfer', () => {
  test.each([
    ['that is fast is never slow', every(200, 20, 300), undefined],
    ['that never begins is slow after the window', every(200, 20, 0), 1000],
    ['that is too slow is found after the window', every(200, 20, 150), 1000],
    [
      'that stops is found a window later',
      [...every(200, 5, 500), ...every(200, 20, 0).map(([at]) => [1000 + at, 0] as const)],
      1600,
    ],
    [
      'whose process was held up for ten seconds gets time to read',
      [
        [0, 0],
        [200, 200],
        [10_200, 0],
        [10_400, 5000],
      ] as const,
      undefined,
    ],
    ['whose process is always late is found nevertheless', every(900, 20, 0), 3600],
  ] as const)('%s', (_, looks, expected) => {
    expect(slowAt(looks)).toBe(expected);
  });
});
