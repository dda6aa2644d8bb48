import { expect, onTestFinished, test } from 'vitest';
import { timeBuild } from '../../../../src/cli/commands/demo/demo-build.ts';
import { checkComplete } from '../../../../src/cli/commands/demo/demo-check.ts';
import {
  type DemoProgram,
  killProgram,
  startProgram,
  stopProgram,
} from '../../../../src/cli/commands/demo/demo-program.ts';
import { tempDir } from '../../../support/temp-module.ts';

/** Starts a program of the demo whose place a shell script takes. */
async function started(script: string): Promise<DemoProgram> {
  const run = { file: '/bin/sh', args: ['-c', script], env: process.env, dir: tempDir() };
  const program = await startProgram('shop', run);
  onTestFinished(() => killProgram(program));
  return program;
}

const opens = `echo '{"msg":"shop is open","addr":"127.0.0.1:1"}' >&2;`;

test('a program that listens, and ends as it should', async () => {
  const program = await started(`${opens} trap 'exit 3' TERM; while :; do sleep 0.05; done`);
  expect(program.url).toBe('http://127.0.0.1:1');
  await stopProgram(program, 3);
});

test('a program that ends before it listens', async () => {
  await expect(started('echo no database >&2')).rejects.toMatchObject({
    code: 'demo_not_ready',
    message: 'shop did not start to listen; it said: no database',
  });
});

test('a program that ends in another way, or before it is asked to', async () => {
  const other = await started(`${opens} trap 'exit 4' TERM; while :; do sleep 0.05; done`);
  await expect(stopProgram(other, 0)).rejects.toMatchObject({
    code: 'demo_bad_end',
    message: 'shop ended with 4 instead of 0 after SIGTERM',
  });
  const early = await started(`${opens} sleep 0.2`);
  await early.running.exited;
  await expect(stopProgram(early, 0)).rejects.toMatchObject({ code: 'demo_bad_end' });
});

test('a build that fails, and traces that are missing', async () => {
  const failing = timeBuild('plain', ['/bin/sh', '-c', 'exit 5'], { cwd: tempDir(), env: process.env });
  await expect(failing).rejects.toMatchObject({
    code: 'demo_build_failed',
    message: '`/bin/sh -c exit 5` ended with exit code 5',
  });
  expect(() => checkComplete([], 1)).toThrow(expect.objectContaining({ code: 'demo_missing_traces' }));
});
