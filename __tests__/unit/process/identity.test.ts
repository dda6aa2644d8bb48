import { expect, test } from 'vitest';
import { hasEnded, isRunnable, processMark, processStart } from '../../../src/process/identity.ts';
import { secondsOfLstart } from '../../../src/process/posix.ts';

const deadMark = (): string => processMark().replace(/\d+$/, '1');

test('start times tell processes apart', () => {
  expect(processStart(process.pid)).toMatch(/^[1-9]\d*$/);
  expect(processStart(2 ** 22 + 1)).toBeUndefined();
});

test('this process runs; one that is not there does not', () => {
  expect(isRunnable(process.pid)).toBe(process.platform !== 'win32');
  expect([isRunnable(2 ** 22 + 1), isRunnable(undefined)]).toEqual([false, false]);
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
