import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { parseTraceLines } from '../../src/cli/commands/demo/traces.ts';
import { plainGoEnv } from '../support/go-command.ts';
import { home } from '../support/script.ts';

const product = process.env['GOTS_TEST_HOME'] ?? home;
let work = '';
let env: NodeJS.ProcessEnv = {};

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'gots-aspects-'));
  cpSync(inject('warmGoCache'), join(work, 'gocache'), { recursive: true });
  cpSync(join(product, 'aspects', 'e2e'), join(work, 'e2e'), { recursive: true });
  env = plainGoEnv({ GOCACHE: join(work, 'gocache'), GOTS_CACHE: join(work, 'gots'), PWD: join(work, 'e2e') });
});

afterAll(() => rmSync(work, { recursive: true, force: true }));

function run(program: readonly string[], cwd: string) {
  const [command = '', ...args] = program;
  const result = spawnSync(command, args, { cwd, env: { ...env, PWD: cwd }, encoding: 'utf8' });
  return { status: result.status, output: result.stdout + result.stderr };
}

const woven = () => [process.execPath, join(product, 'dist', 'cli.mjs'), 'go'];

describe('the built-in aspects', () => {
  test.each(['aspects', join('aspects', 'bootstrap'), join('examples', 'shop')])(
    'the module %s passes its tests',
    (module) => {
      expect(run(['go', 'test', './...'], join(product, module))).toMatchObject({ status: 0 });
    },
  );

  test('requests, statements and log lines of a woven test binary are traced', () => {
    const result = run([...woven(), 'test', './...'], join(work, 'e2e'));
    expect(result.output).not.toContain('FAIL');
    expect(result.status).toBe(0);
  });

  test('one of these tests fails without weaving', () => {
    const result = run(['go', 'test', '-run', '^TestStatements$', '.'], join(work, 'e2e'));
    expect(result.output).toContain('--- FAIL: TestStatements');
    expect(result.status).toBe(1);
  });
});

describe('spans are flushed whichever way a program ends', () => {
  const program = (kind: string) => join(work, `exits-${kind}`);

  beforeAll(() => {
    for (const [kind, go] of [['plain', ['go']] as const, ['woven', woven()] as const])
      expect(run([...go, 'build', '-o', program(kind), './exits'], join(work, 'e2e'))).toMatchObject({ status: 0 });
  });

  /** Runs the program, with SIGTERM as soon as it says that it is ready for one. */
  async function end(kind: string, how: string) {
    const child = spawn(program(kind), [how], { env: { ...env, OTEL_TRACES_EXPORTER: 'console' } });
    let [out, err] = ['', ''];
    child.stdout.on('data', (data: Buffer) => {
      out += data.toString();
    });
    child.stderr.on('data', (data: Buffer) => {
      if (!err.includes('ready') && data.includes('ready')) child.kill('SIGTERM');
      err += data.toString();
    });
    await new Promise((resolve) => child.once('close', resolve));
    return { how: child.exitCode ?? child.signalCode, spans: parseTraceLines(out, how).length };
  }

  test.each([
    ['return', 1],
    ['exit', 1],
    ['fatal', 1],
    ['panic', 1],
    ['signal', 1],
    ['handler', 2],
  ])('%s', async (how, spans) => {
    const plain = await end('plain', how);
    expect(plain.spans).toBe(0);
    expect(await end('woven', how)).toEqual({ how: plain.how, spans });
  });
});
