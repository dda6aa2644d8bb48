import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { plainGoEnv } from '../support/go-command.ts';
import { home } from '../support/script.ts';

/** Pinned; installed into the user's module cache and a folder of this test, by the go command. */
const delve = 'github.com/go-delve/delve/cmd/dlv@v1.27.2';
const product = process.env['GOTS_TEST_HOME'] ?? home;
let work = '';
let env: NodeJS.ProcessEnv = {};

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'gots-positions-'));
  cpSync(join(home, '__tests__', 'script', 'testdata', 'positions'), join(work, 'm'), { recursive: true });
  cpSync(inject('warmGoCache'), join(work, 'gocache'), { recursive: true });
  env = plainGoEnv({ GOCACHE: join(work, 'gocache'), GOTS_CACHE: join(work, 'gots'), PWD: join(work, 'm') });
  const bin = join(home, 'node_modules', '.cache', 'gots-test-bin');
  if (!existsSync(join(bin, 'dlv'))) {
    mkdirSync(bin, { recursive: true });
    execFileSync('go', ['install', delve], { env: { ...plainGoEnv(), GOBIN: bin, GOFLAGS: '' }, stdio: 'inherit' });
  }
  env['PATH'] = `${bin}:${process.env['PATH']}`;
  build('plain');
  build('woven');
});

afterAll(() => rmSync(work, { recursive: true, force: true }));

type Kind = 'plain' | 'woven';

function go(kind: Kind, args: readonly string[]) {
  const program = kind === 'woven' ? [process.execPath, join(product, 'dist', 'cli.mjs'), 'go'] : ['go'];
  const [command = '', ...first] = program;
  return spawnSync(command, [...first, ...args], { cwd: join(work, 'm'), env, encoding: 'utf8' });
}

function build(kind: Kind): void {
  const result = go(kind, ['build', '-gcflags=all=-N -l', '-o', join(work, kind), '.']);
  expect(result.stderr).toBe('');
  expect(result.status).toBe(0);
}

function output(kind: Kind, args: readonly string[]): string {
  return spawnSync(join(work, kind), args, { encoding: 'utf8', env }).stdout;
}

/** What a debugger session shows of the original source: lines it stops at in main.go, and variables. */
function session(kind: Kind, commands: readonly string[]): string[] {
  const init = join(work, `${kind}.dlv`);
  writeFileSync(init, [...commands, 'exit', ''].join('\n'));
  const args = [
    'exec',
    join(work, kind),
    '--init',
    init,
    '--allow-non-terminal-interactive=true',
    '--check-go-version=false',
  ];
  const result = spawnSync('dlv', args, { env, encoding: 'utf8', input: '', timeout: 120_000 });
  const lines: string[] = [];
  for (const line of result.stdout.split('\n')) {
    const stop = /^> .*main\.(\S+)\(\) .*\/main\.go:(\d+)/.exec(line);
    if (stop) {
      const at = `${stop[1]} main.go:${stop[2]}`;
      // Stepping through woven code may stop at one original line twice; the order of lines is what must agree.
      if (lines.at(-1) !== at) lines.push(at);
    }
    const variable = /^(n|first|second|third|sum|total|i) = (.*)$/.exec(line);
    if (variable) lines.push(`${variable[1]} = ${variable[2]}`);
  }
  expect(lines.length, result.stdout + result.stderr).toBeGreaterThan(0);
  return lines;
}

describe('positions of woven files', () => {
  test('the woven program is another one', () => {
    expect(readFileSync(join(work, 'woven')).includes('gotsCalls')).toBe(true);
    expect(readFileSync(join(work, 'plain')).includes('gotsCalls')).toBe(false);
  });

  test('runtime.Caller agrees', () => {
    const lines = output('plain', []);
    expect(lines).toContain('main.go:20');
    expect(output('woven', [])).toBe(lines);
  });

  test("a panic's stack agrees", () => {
    const lines = output('plain', ['panic']);
    expect(lines.split('main.go:31').length).toBeGreaterThan(3);
    expect(output('woven', ['panic'])).toBe(lines);
  });

  test("a compile error's line and column agree", () => {
    const file = join(work, 'm', 'main.go');
    const source = readFileSync(file, 'utf8');
    const mistakes = [
      ['first := value(n)', 'first := value(n) + undefinedOne'],
      ['second, third := value(first), where()', 'second, third := value(first), where(undefinedTwo)'],
      ['sum := first + value(second)', 'sum := first + value(second, undefinedThree)'],
      ['panic("on purpose " + r.name)', 'panic("on purpose é" + r.nam)'],
      ['return total + value(sum)', 'return total + value(sum) + "text"'],
    ] as const;
    for (const [from, to] of mistakes) {
      writeFileSync(file, source.replace(from, to));
      const plain = go('plain', ['build', '-o', '/dev/null', '.']);
      const woven = go('woven', ['build', '-o', '/dev/null', '.']);
      expect(plain.status).toBe(1);
      expect(plain.stderr).toMatch(/main\.go:\d+:\d+: /);
      // The compiler quotes the expression it complains of, and that may have been wrapped; the place is the original's.
      const wrapped = /func\(n int\) int \{…\}\((value\(sum\))\)/;
      expect(woven.stderr.replace(wrapped, '$1')).toBe(plain.stderr);
      expect(woven.status).toBe(1);
    }
    writeFileSync(file, source);
  });

  test('a coverage profile agrees', () => {
    const profile = (kind: Kind) => {
      const file = join(work, `${kind}.cover`);
      const result = go(kind, ['test', '-count=1', `-coverprofile=${file}`, '.']);
      expect(result.status, result.stdout + result.stderr).toBe(0);
      return readFileSync(file, 'utf8');
    };
    const plain = profile('plain');
    expect(plain).toMatch(/main\.go:18\.32,/);
    expect(profile('woven')).toBe(plain);
  });

  test('delve stops at original lines, shows locals, steps over woven code', () => {
    const commands = [
      'break main.go:22',
      'continue',
      'locals',
      'args',
      'next',
      'next',
      'next',
      'next',
      'next',
      'next',
      'next',
    ];
    const plain = session('plain', commands);
    expect(plain).toContain('edited main.go:22');
    expect(plain).toContain('first = 4');
    const woven = session('woven', [...commands, ...Array<string>(40).fill('next')]);
    expect(woven.slice(0, plain.length)).toEqual(plain);
  });

  test('delve breaks on a line that holds woven code', () => {
    for (const line of [19, 20, 21, 26]) {
      const commands = [`break main.go:${line}`, 'continue', 'args'];
      const plain = session('plain', commands);
      expect(plain[0]).toBe(`edited main.go:${line}`);
      expect(session('woven', commands)).toEqual(plain);
    }
  });

  test('delve steps into injected code and shows the aspect file', () => {
    const init = join(work, 'aspect.dlv');
    writeFileSync(init, ['break gots.yml:16', 'continue', 'exit', ''].join('\n'));
    const args = [
      'exec',
      join(work, 'woven'),
      '--init',
      init,
      '--allow-non-terminal-interactive=true',
      '--check-go-version=false',
    ];
    const result = spawnSync('dlv', args, { env, encoding: 'utf8', input: '', timeout: 120_000, cwd: join(work, 'm') });
    expect(result.stdout).toMatch(/> .*gots\.yml:16/);
    expect(result.stdout).toContain('gotsCalls++');
  });
});
