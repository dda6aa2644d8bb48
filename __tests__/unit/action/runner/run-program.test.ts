import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runProgram } from '../../../../src/action/runner/run-program.ts';
import { tempDir } from '../../../support/temp-module.ts';

/** Runs lines of a shell; gives how that ended and what was written. */
async function runShell(script: string, more: { cancel?: AbortSignal; onLine?: (line: string) => void } = {}) {
  let written = '';
  const run = await runProgram('sh', ['-c', script], {
    cwd: tempDir(),
    env: { PATH: process.env['PATH'] },
    cancel: more.cancel ?? new AbortController().signal,
    write: (text) => {
      written += text;
    },
    busy: 'building',
    ...(more.onLine ? { onLine: more.onLine } : {}),
  });
  return { ...run, written };
}

test('what is printed on both streams is written, kept, and ends with a full line', async () => {
  const { exitCode, output, written } = await runShell('echo out; sleep 0.2; printf err >&2; exit 3');
  expect({ exitCode, output, written }).toEqual({ exitCode: 3, output: 'out\nerr', written: 'out\nerr\n' });
});

test('standard output line by line, the rest as it comes', async () => {
  const lines: string[] = [];
  const { written } = await runShell(`printf 'a\\r\\nb\\nc'; echo err >&2`, { onLine: (line) => lines.push(line) });
  expect(lines).toEqual(['a', 'b', 'c']);
  expect(written).toBe('err\n');
});

test('the first megabyte is kept, all is written', async () => {
  const { output, written } = await runShell('head -c 3000000 /dev/zero | tr "\\\\0" x');
  expect(output).toHaveLength(1 << 20);
  expect(written).toHaveLength(3_000_001);
});

test('a program that is cancelled, or ended by a signal', async () => {
  const cancel = AbortSignal.timeout(300);
  expect(await runShell('trap "echo stopped; exit 7" INT; while :; do sleep 0.05; done', { cancel })).toMatchObject({
    exitCode: 7,
    written: 'stopped\n',
  });
  expect((await runShell('kill -TERM $$')).exitCode).toBe(143);
});

test('a program that is not there', async () => {
  const options = { cwd: tempDir(), env: {}, cancel: new AbortController().signal, write: () => {}, busy: '' };
  await expect(runProgram(join(tempDir(), 'go'), [], options)).rejects.toMatchObject({ code: 'cli_go_not_found' });
});
