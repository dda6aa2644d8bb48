import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { processStart } from '../../../src/process/identity.ts';
import { exitCodeOf, type Invocation, runToEnd, start } from '../../../src/process/spawn.ts';
import { runSync } from '../../../src/process/spawn-sync.ts';
import { tempDir } from '../../support/temp-module.ts';

/** A program of Node's; `say` prints to standard output, `complain` to standard error. */
const node = (script: string, more: Partial<Invocation> = {}): Invocation => ({
  program: process.execPath,
  args: ['-e', `const say = (t) => process.stdout.write(t), complain = (t) => process.stderr.write(t); ${script}`],
  ...more,
});
const missing: Invocation = { program: join(import.meta.dirname, 'no-such-program'), args: [] };

describe('what a program prints', () => {
  test('is captured from both streams, characters whole', async () => {
    const ended = await runToEnd(node(`say('a€'); complain('b'); process.exitCode = 3`));
    expect(ended).toEqual({ code: 3, signal: null, stdout: 'a€', stderr: 'b' });
  });

  test('goes to functions as it comes, and to lines', async () => {
    const lines: string[] = [];
    let errors = '';
    const stderr = (text: string) => {
      errors += text;
    };
    await runToEnd(
      node(`say('one\\r\\ntwo'); setTimeout(() => { say('!\\nlast'); complain('bad') }, 30)`, {
        stdout: { line: (line) => lines.push(line) },
        stderr,
      }),
    );
    expect(lines).toEqual(['one', 'two!', 'last']);
    expect(errors).toBe('bad');
  });

  test('goes to a file', async () => {
    const file = join(tempDir(), 'out');
    const fd = openSync(file, 'w');
    const ended = runToEnd(node(`say('text')`, { stdout: fd, stderr: 'ignore' }));
    closeSync(fd);
    expect(await ended).toMatchObject({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(file, 'utf8')).toBe('text');
  });
});

describe('what a program reads', () => {
  const echo = `process.stdin.on('data', (d) => say(d)).on('end', () => say('.'))`;

  test.each([
    ['nothing', undefined, '.'],
    ['a text', { text: 'all of it' }, 'all of it.'],
  ] as const)('%s', async (_, stdin, stdout) => {
    expect(await runToEnd(node(echo, { stdin }))).toMatchObject({ stdout });
  });

  test('what is written to it meanwhile', async () => {
    const { input, ended } = start(node(echo, { stdin: 'pipe' }));
    input?.write('a');
    input?.end('b');
    expect(await ended).toMatchObject({ stdout: 'ab.' });
  });

  test('writing to one that has ended is no error', async () => {
    const { input, exited } = start(node('', { stdin: 'pipe' }));
    await exited;
    await new Promise((resolve) => input?.write('x'.repeat(1 << 20), resolve));
  });

  test('its variables and its folder are those of the command', async () => {
    const cwd = tempDir();
    const ended = await runToEnd(
      node(`say(process.cwd() + ' ' + Object.keys(process.env).join())`, { env: { A: '1' }, cwd }),
    );
    expect(ended.stdout).toBe(`${cwd} A`);
  });
});

describe('the end', () => {
  test('a program that is not there', async () => {
    await expect(runToEnd(missing)).rejects.toMatchObject({ code: 'ENOENT' });
    const running = start(missing);
    expect(running.pid).toBeUndefined();
    await expect(running.exited).rejects.toMatchObject({ code: 'ENOENT' });
    expect(running.exit()).toBeUndefined();
    running.signal('SIGKILL');
  });

  test('by a signal, told as a shell tells it', async () => {
    const running = start(node('setInterval(() => {}, 1000)'));
    expect(running.exit()).toBeUndefined();
    running.signal('SIGTERM');
    const ended = await running.ended;
    expect(ended).toMatchObject({ code: null, signal: 'SIGTERM' });
    expect(exitCodeOf(ended)).toBe(143);
    expect(running.exit()).toEqual({ code: null, signal: 'SIGTERM' });
    running.signal('SIGTERM');
  });

  /** Starts a child that outlives it unless the group is reached, and prints the child's pid. */
  const parent = `process.on('SIGINT', () => {}); setInterval(() => {}, 1000);
    say(String(require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']).pid) + '\\n')`;

  test('a signal reaches the whole group', async () => {
    const { running, child } = await startParent();
    running.signal('SIGKILL');
    await running.exited;
    await expect.poll(() => isAlive(child)).toBe(false);
  });

  test('who cancels gets SIGINT, and SIGKILL where that does not help', async () => {
    const cancel = new AbortController();
    const { running, child } = await startParent({ cancel: { signal: cancel.signal, graceMs: 100 } });
    cancel.abort();
    expect(await running.ended).toMatchObject({ signal: 'SIGKILL' });
    await expect.poll(() => isAlive(child)).toBe(false);
  });

  test('cancelled before it starts', async () => {
    const command = node('setInterval(() => {}, 1000)', { cancel: { signal: AbortSignal.abort(), graceMs: 5000 } });
    expect(await runToEnd(command)).toMatchObject({ signal: 'SIGINT' });
  });

  async function startParent(more: Partial<Invocation> = {}) {
    let child = 0;
    const line = (text: string) => {
      child = Number(text);
    };
    const running = start(node(parent, { group: true, stdout: { line }, ...more }));
    while (child === 0) await sleep(10);
    return { running, child };
  }
});

/** A zombie that nobody has waited for yet has ended as well. */
function isAlive(pid: number): boolean {
  return processStart(pid) !== undefined && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
}

test('programs that end at once', () => {
  expect(runSync('cat', [], { input: 'x'.repeat(3_000_000) })).toEqual({ code: 0, stdout: 'x'.repeat(3_000_000) });
  expect(runSync('sh', ['-c', 'echo $A; exit 4'], { env: { A: 'b' } })).toEqual({ code: 4, stdout: 'b\n' });
  expect(() => runSync(missing.program, [])).toThrow(expect.objectContaining({ code: 'ENOENT' }));
});
