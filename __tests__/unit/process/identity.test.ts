import { expect, test } from 'vitest';
import { busyMs, hasEnded, processMark, processStart } from '../../../src/process/identity.ts';
import { msOfTime, secondsOfLstart } from '../../../src/process/posix.ts';

const deadMark = (): string => processMark().replace(/\d+$/, '1');

test('start times tell processes apart', () => {
  expect(processStart(process.pid)).toMatch(/^[1-9]\d*$/);
  expect(processStart(2 ** 22 + 1)).toBeUndefined();
});

test.skipIf(process.platform === 'win32')(
  'this process runs, and uses the processor; one that is not there does not',
  () => {
    const before = busyMs(process.pid) ?? Number.NaN;
    expect(before).toBeGreaterThan(0);
    for (let at = 0; (busyMs(process.pid) ?? 0) < before + 20; at++) expect(at).toBeLessThan(1e6);
    expect([busyMs(2 ** 22 + 1), busyMs(undefined)]).toEqual([undefined, undefined]);
  },
);

test('times of ps are read', () => {
  expect([msOfTime('0:00.07'), msOfTime('12:03.45'), msOfTime('')]).toEqual([70, 723_450, undefined]);
});

test('what ps prints in UTC is read as seconds', () => {
  expect(secondsOfLstart('Sat Nov 21 07:33:05 2026\n')).toBe('1795246385');
  expect(secondsOfLstart('Thu Jan  1 00:00:09 1970    ')).toBe('9');
  expect(secondsOfLstart('')).toBeUndefined();
});

test('this process has not ended; one with its number and another start has', () => {
  expect(hasEnded(processMark())).toBe(false);
  expect(hasEnded(deadMark())).toBe(true);
});
