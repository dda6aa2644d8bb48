import { execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, expect, inject, test } from 'vitest';
import type { RunResults } from '../../src/action/results.ts';
import {
  type ActOptions,
  type ActRepository,
  type ActRun,
  actionFolder,
  actRepository,
  keptResults,
  oneJob,
  runAct,
} from '../support/act.ts';
import { home } from '../support/script.ts';

/** The aspect that the tests change. */
const ownAspects = readFileSync(join(home, '__tests__', 'action', 'testdata', 'hello', 'gots.yml'), 'utf8');

const action = actionFolder();
const made: ActRepository[] = [];
const tmpfs: string[] = [];

afterAll(() => {
  for (const folder of tmpfs) asRoot('umount', '-l', folder);
  for (const repository of made) repository.remove();
  rmSync(action, { recursive: true, force: true });
});

function hello(inputs: Readonly<Record<string, string>>, files: Readonly<Record<string, string>> = {}): ActRepository {
  const all = { '.github/workflows/build.yml': oneJob(inputs), ...files };
  const repository = actRepository('__tests__/action/testdata/hello', inject('warmGoCache'), all);
  made.push(repository);
  return repository;
}

/** What act prints for `::error …::message`: the runner's annotations. */
function errorsOf({ output }: ActRun): readonly string[] {
  return [...output.matchAll(/^\[[^\]]*\] +❗ +::error(?: [^:]*)?::(.*)$/gm)].map(([, text = '']) => text);
}

async function failing(
  inputs: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = {},
  options: ActOptions = {},
): Promise<{ errors: readonly string[]; run: ActRun; repository: ActRepository }> {
  const repository = hello(inputs, files);
  const run = await runAct(repository, action, options);
  expect(run.exitCode, run.output).toBe(1);
  return { errors: errorsOf(run), run, repository };
}

test('every mistaken input is one error', async () => {
  const { errors } = await failing({ targets: 'linux/amd64 plan9/amd64', mode: 'build', test: 'maybe' });
  expect(errors).toHaveLength(3);
  expect(errors[0]).toContain('input "mode": unknown value "build"');
  expect(errors.join('\n')).toContain('input "targets": unknown target "plan9/amd64"');
});

test.each([
  ['../../..', '(action_input_outside)'],
  ['/etc', '(action_input_outside)'],
  ['not/there', 'there is no folder "not/there" in the workspace (action_input_no_folder)'],
])('working-directory %s', async (directory, message) => {
  const { errors, run } = await failing({ 'working-directory': directory });
  expect(errors.join('\n'), run.output).toContain(message);
});

test.each(['../../../secret.yml', '/etc/passwd'])('aspects %s', async (path) => {
  const { errors } = await failing({ aspects: path });
  expect(errors.join()).toContain(`input "aspects": "${path}" lies outside the workspace`);
});

test('no program to pack', async () => {
  const { errors } = await failing({ targets: 'lambda/amd64', packages: './greet' });
  expect(errors.join()).toContain('lambda/amd64: no package main among ./greet (action_no_main)');
});

test('no go.mod', async () => {
  const files = { '.github/workflows/build.yml': oneJob() };
  const repository = actRepository('__tests__/action/testdata/hello/greet', inject('warmGoCache'), files);
  made.push(repository);
  const run = await runAct(repository, action);
  expect(run.exitCode).toBe(1);
  expect(errorsOf(run).join()).toMatch(/^no go\.mod in .* or above \(action_no_module\); set "working-directory"/);
});

test('no go', async () => {
  const bin = mkdtempSync(join(tmpdir(), 'gots-bin-'));
  for (const name of ['node', 'git', 'bash', 'sh', 'cp']) symlinkSync(which(name), join(bin, name));
  const repository = hello({});
  const { exitCode, output } = await runAct({ ...repository, env: { ...repository.env, PATH: bin } }, action);
  rmSync(bin, { recursive: true });
  expect(exitCode).toBe(1);
  expect(output).toContain('cannot run "go" (cli_go_not_found); install Go 1.24 or newer and put it in PATH');
});

test('a go that is too old', async () => {
  const repository = hello({});
  const { exitCode, output } = await runAct(repository, action, { env: { GOTOOLCHAIN: 'go1.23.12' } });
  expect(exitCode, output).toBe(1);
  expect(output).toContain('go1.23.12 is too old: gots needs Go 1.24 or newer (cli_go_too_old); install a newer Go');
});

test('aspects that cannot be read, at their line', async () => {
  const { run } = await failing({}, { 'gots.yml': 'aspects:\n  - id: a\n    joint-point: {}\n' });
  expect(run.output).toMatch(/::error .*file=gots\.yml,line=3,col=5::unknown key "joint-point"/);
});

test('an aspect whose code does not compile, at its line', async () => {
  const gots = ownAspects.replace('println("woven")', 'undefinedName()');
  const { run } = await failing({}, { 'gots.yml': gots });
  expect(run.output).toMatch(/::error .*file=gots\.yml,line=\d+(,col=\d+)?::.*undefined: undefinedName/);
});

test('tests that fail fail the job; an aspect that makes them fail is named', async () => {
  const text = `package greet

import "testing"

func TestHello(t *testing.T) {
	if got := Hello("x"); got != "hello, x" {
		t.Errorf("got %q", got)
	}
}

func TestWrong(t *testing.T) { t.Fatal("::error::wrong anyway") }
`;
  const gots = ownAspects.replace('println("woven")', 'name = "y"');
  const { run, repository } = await failing({}, { 'greet/greet_test.go': text, 'gots.yml': gots });
  expect(run.output).toMatch(
    /::error .*file=greet\/greet_test\.go,line=7::TestHello \(example\.com\/hello\/greet\) fails: got "hello, y"; it passes without weaving: an aspect is the likely cause/,
  );
  expect(run.output).toMatch(
    /::error .*line=11::TestWrong \(example\.com\/hello\/greet\) fails: ::error::wrong anyway$/m,
  );
  // What was made is there for what comes after.
  const [target] = keptResults(repository).targets;
  expect(target).toMatchObject({ outcome: 'failed', tests: { passed: 0, failed: 2 } });
  expect(target?.tests?.failures.map(({ test, passesPlain }) => [test, passesPlain])).toEqual([
    ['TestHello', true],
    ['TestWrong', false],
  ]);
  expect(existsSync(join(repository.keep, 'made', 'linux-amd64', 'hello'))).toBe(true);
});

test('no value reaches a shell', async () => {
  const evil = [`$(touch $KEEP/a)`, '`touch $KEEP/b`', '; touch $KEEP/c', '\n touch $KEEP/d', `' "; touch $KEEP/e; "`];
  const inputs = [
    'packages',
    'build-flags',
    'test-flags',
    'targets',
    'aspects',
    'working-directory',
    'output-directory',
    'mode',
  ];
  const repository = hello({});
  const env = Object.fromEntries(inputs.map((name) => [name, evil.join(' ')]));
  for (const name of inputs) {
    repository.write({ '.github/workflows/build.yml': oneJob({ [name]: `./... ${env[name]}` }) });
    const { output } = await runAct(repository, action);
    expect(output).toContain('org/gots-action@v1');
  }
  expect(readdirSync(repository.keep).filter((name) => name.length === 1)).toEqual([]);
  // The flags themselves are no way either: the compiler's driver gets the text as one word.
  repository.write({
    '.github/workflows/build.yml': oneJob({ 'build-flags': '"-ldflags=-X main.x=$(touch$IFS$KEEP/f)"' }),
  });
  expect((await runAct(repository, action)).exitCode).toBe(0);
  expect(existsSync(join(repository.keep, 'f'))).toBe(false);
});

test('what programs print is never a command', async () => {
  const lines = [
    '::set-output name=folder::/evil',
    '::error::planted',
    '::set-env name=EVIL::1',
    '::add-mask::hello',
    '::stop-commands::x',
    '::gots-0::',
  ];
  const print = lines.map((line) => `println(${JSON.stringify(line)})`).join('; ');
  const gots = ownAspects.replace('println("woven")', print);
  const repository = hello({ 'test-flags': '-v' }, { 'gots.yml': gots });
  const { exitCode, output } = await runAct(repository, action);
  expect(exitCode, output).toBe(0);
  expect(errorsOf({ exitCode, output })).toEqual([]);
  // It was printed, as text.
  for (const line of lines) expect(output).toMatch(new RegExp(`^\\[.*\\] +⚙ +${line}$`, 'm'));
  expect(output).not.toMatch(/set-output:: folder=\/evil|set-env:: EVIL/);
  expect(output).toContain('1 passed');
});

test('without network, what is missing is said', async () => {
  const files = {
    'go.mod': 'module example.com/hello\n\ngo 1.24\n\nrequire example.org/not/there v1.0.0\n',
    'cmd/hello/main.go': 'package main\n\nimport _ "example.org/not/there"\n\nfunc main() {}\n',
  };
  const { errors } = await failing({}, files, { env: { GOPROXY: 'off' } });
  expect(errors.join('\n')).toContain('example.org/not/there');
});

test('a cache folder that cannot be written, or is full', async () => {
  const repository = hello({});
  const unwritable = await runAct({ ...repository, env: { ...repository.env, GOTS_CACHE: '/dev/null/gots' } }, action);
  expect(unwritable.exitCode).toBe(1);
  expect(errorsOf(unwritable).join('\n')).toContain('(cli_cache_unwritable)');
  const full = mkdtempSync(join(tmpdir(), 'gots-full-'));
  asRoot('mount', '-t', 'tmpfs', '-o', 'size=16k,mode=777', 'tmpfs', full);
  tmpfs.push(full);
  const noSpace = await runAct({ ...repository, env: { ...repository.env, GOTS_CACHE: join(full, 'gots') } }, action);
  expect(noSpace.exitCode).toBe(1);
  expect(errorsOf(noSpace).join('\n')).toMatch(/no space left on device/i);
});

/** The runner interrupts the action's process and gives it some seconds. act kills it, so here it is started as the runner does. */
test('a cancelled run ends its programs, and its record says so', async () => {
  const text = `package greet

import (
	"os"
	"testing"
	"time"
)

func TestSlow(t *testing.T) {
	os.WriteFile(os.Getenv("KEEP")+"/started", nil, 0o644)
	time.Sleep(30 * time.Second)
	os.WriteFile(os.Getenv("KEEP")+"/ended", nil, 0o644)
}
`;
  const { dir, env, keep } = hello({}, { 'greet/greet_test.go': text });
  const temp = join(keep, 'temp');
  mkdirSync(temp);
  for (const name of ['output', 'state']) writeFileSync(join(keep, name), '');
  const runner = {
    GITHUB_WORKSPACE: dir,
    RUNNER_TEMP: temp,
    GITHUB_OUTPUT: join(keep, 'output'),
    GITHUB_STATE: join(keep, 'state'),
  };
  const child = spawn(process.execPath, [join(action, 'dist', 'action-main.mjs')], {
    cwd: dir,
    env: { ...env, ...runner },
    stdio: 'ignore',
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  for (let tries = 0; !existsSync(join(keep, 'started')) && tries < 1200; tries++) await delay(100);
  child.kill('SIGINT');
  expect(await ended).toBe(1);
  const results = JSON.parse(readFileSync(join(temp, 'gots', 'results.json'), 'utf8')) as RunResults;
  expect(results.outcome).toBe('cancelled');
  const processes = execFileSync('ps', ['axeww', '-o', 'stat=,command='], { encoding: 'utf8' });
  const left = processes.split('\n').filter((line) => line.includes(` KEEP=${keep}`) && !line.startsWith('Z'));
  expect(left).toEqual([]);
  expect(existsSync(join(keep, 'ended'))).toBe(false);
});

function asRoot(...argv: readonly string[]): void {
  const [program = '', ...args] = process.getuid?.() === 0 ? argv : ['sudo', '-n', ...argv];
  execFileSync(program, args, { stdio: 'pipe' });
}

function which(program: string): string {
  const found = (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((dir) => join(dir, program))
    .find((file) => existsSync(file));
  if (found === undefined) throw new Error(`no ${program} in PATH`);
  return found;
}
