import { createHash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { differingArchives } from '../support/cache-faults/caches.ts';
import { firstState, type ProjectState, writeProject } from '../support/cache-faults/project.ts';
import { campaignFolder } from '../support/campaign.ts';
import { plainGoEnv } from '../support/go-command.ts';
import { run } from '../support/run.ts';
import { gots } from '../support/script.ts';
import { filedActions, objectFiles } from '../support/user-cache.ts';

/**
 * Each command runs three times in the same folder, with caches that had the same history: with the front, which answers what it can; with a
 * server that has the whole conversation (GOTS_TOUCHED asks for that); by plain go. The first two print, make and file the same. What all three
 * file under one action is the same too, and at the end plain go makes of the caches of weaving builds what it makes of its own.
 */
const folder = campaignFolder('front-server');
const dir = join(folder.dir, 'm');
const weaving = ['front', 'server'] as const;
const sides = [...weaving, 'plain'] as const;
type Side = (typeof sides)[number];
const placeOf = (side: Side, name: string) => join(folder.dir, side, name);
afterAll(() => folder.remove());
beforeAll(() => {
  for (const side of sides)
    for (const name of ['go', 'gots', 'bin', 'tmp']) mkdirSync(placeOf(side, name), { recursive: true });
  write(firstState);
});

interface Step {
  readonly title: string;
  readonly change?: () => void;
  /** Of the go command; OUT is the file of the program. */
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly fails?: boolean;
}

function write(state: ProjectState): void {
  writeProject(dir, state);
  for (const [name, text] of Object.entries(more)) {
    const file = join(dir, name);
    mkdirSync(dirname(file), { recursive: true });
    if (!existsSync(file)) writeFileSync(file, text);
  }
}

const more = {
  'other/main.go': 'package main\n\nimport "example.com/m/lib"\n\nfunc main() { lib.Do() }\n',
  'lib/lib_test.go':
    'package lib_test\n\nimport (\n\t"testing"\n\n\t"example.com/m/lib"\n)\n\nfunc TestDo(t *testing.T) { lib.Do() }\n',
  'lib/tagged.go': '//go:build tagged\n\npackage lib\n\nimport "strconv"\n\nvar Tagged = strconv.Itoa(2)\n',
};

const edited = { ...firstState, source: 2 };
const build = (...flags: string[]) => ['build', ...flags, '-o', 'OUT', '.'];
const steps: readonly Step[] = [
  { title: 'a cold build', args: build() },
  { title: 'nothing changed', args: build() },
  { title: 'main edited', change: () => write(edited), args: build() },
  { title: 'undone', change: () => write(firstState), args: build() },
  { title: 'an aspect edited', change: () => write({ ...firstState, shallow: 2 }), args: build() },
  { title: 'an aspect of the standard library edited', change: () => write({ ...firstState, deep: 2 }), args: build() },
  { title: 'a hook edited', change: () => write({ ...firstState, deep: 2, hook: 2 }), args: build() },
  { title: 'another program', args: ['build', '-o', 'OUT', './other'] },
  { title: 'the first again', args: build() },
  { title: 'tests', args: ['test', './...'] },
  { title: 'tests again', args: ['test', './...'] },
  { title: 'vet', args: ['vet', './...'] },
  { title: 'what the compiler decides', args: build('-gcflags=-m') },
  { title: 'what it decided', args: build('-gcflags=-m') },
  { title: 'run', args: ['run', '.'] },
  { title: 'run again', args: ['run', '.'] },
  { title: 'install', args: ['install', '.'] },
  { title: 'another system', args: build(), env: { GOOS: 'windows' } },
  { title: 'a tag', args: build('-tags=tagged') },
  { title: 'trimmed paths', args: build('-trimpath') },
  { title: 'coverage', args: ['test', '-cover', './...'] },
  {
    title: 'an error in the source',
    change: () => appendFileSync(join(dir, 'main.go'), 'var broken int = "a"\n'),
    args: build(),
    fails: true,
  },
  { title: 'the error mended', change: () => write({ ...firstState, source: 3 }), args: build() },
  {
    title: 'a workspace',
    change: () => writeFileSync(join(dir, 'go.work'), 'go 1.24\n\nuse .\n'),
    args: build(),
    env: { GOWORK: '' },
  },
  {
    title: 'the race detector',
    change: () => rmSync(join(dir, 'go.work')),
    args: build('-race'),
    env: { CGO_ENABLED: '1' },
  },
  { title: 'objects of the user’s cache are gone', change: () => loseObjects('go'), args: build() },
  { title: 'objects of the weave cache are gone', change: () => loseObjects('gots'), args: build() },
];

/** Removes every fifth object, the same ones on all sides. */
function loseObjects(name: 'go' | 'gots'): void {
  for (const side of sides)
    for (const file of objectFiles(placeOf(side, name)))
      if (Number.parseInt(file.slice(-4, -2), 16) % 5 === 0) rmSync(file);
}

function envOf(side: Side, env: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  return plainGoEnv({
    CGO_ENABLED: '0',
    GOWORK: 'off',
    GOCACHE: placeOf(side, 'go'),
    GOTS_CACHE: placeOf(side, 'gots'),
    GOBIN: placeOf(side, 'bin'),
    TMPDIR: placeOf(side, 'tmp'),
    ...(side === 'server' ? { GOTS_TOUCHED: placeOf(side, 'touched') } : {}),
    ...env,
  });
}

async function made(side: Side, { args, env }: Step) {
  const out = placeOf(side, 'bin/program');
  rmSync(out, { force: true });
  const words = args.map((arg) => (arg === 'OUT' ? out : arg));
  const command = side === 'plain' ? ['go', ...words] : [...gots, 'go', ...words];
  const { status, stdout, stderr } = await run(command, envOf(side, env), { cwd: dir });
  const untimed = (text: string) => text.replaceAll(/\d+\.\d+s/g, 'TIME').replaceAll(placeOf(side, ''), 'SIDE/');
  const programs = ['program', 'm'].map((name) => placeOf(side, `bin/${name}`)).filter((file) => existsSync(file));
  return { status, stdout: untimed(stdout), stderr: untimed(stderr), programs: programs.map(sumOf) };
}

function sumOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** Makes what was just written an hour older: go indexes a folder only if its files are older than two seconds, so on some sides alone. */
function age(): void {
  const past = (Date.now() - 3_600_000) / 1000;
  for (const entry of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
    const file = join(dir, entry);
    if (statSync(file).mtimeMs > Date.now() - 1_800_000) utimesSync(file, past, past);
  }
}

test.each(steps)('$title', async (step) => {
  step.change?.();
  age();
  const [front, server] = [await made('front', step), await made('server', step)];
  const { status, stderr } = await made('plain', step);
  expect(front.status, front.stderr).toBe(step.fails ? 1 : 0);
  expect(status, stderr).toBe(front.status);
  expect(front).toEqual(server);
  const [ours, alone, plain] = sides.map((side) => filedActions(placeOf(side, 'go'))) as [Filed, Filed, Filed];
  process.stdout.write(`${step.title}: ${ours.size}, ${alone.size} and ${plain.size} actions\n`);
  expect.soft(differences(ours, alone), 'GOCACHE, front and server').toEqual([]);
  for (const filed of [ours, alone]) expect.soft(otherThan(plain, filed), 'GOCACHE, plain go').toEqual([]);
  const [wovenByFront, wovenByServer] = weaving.map((side) => filedActions(placeOf(side, 'gots'))) as [Filed, Filed];
  expect.soft(differences(wovenByFront, wovenByServer), 'the weave cache').toEqual([]);
});

type Filed = ReturnType<typeof filedActions>;

/** What only one side has, and what they have otherwise. */
function differences(a: Filed, b: Filed): string[] {
  const one = [...a].filter(([action]) => !b.has(action)).map(([action, about]) => `front alone: ${action} ${about}`);
  const other = [...b]
    .filter(([action]) => !a.has(action))
    .map(([action, about]) => `server alone: ${action} ${about}`);
  return [...one, ...other, ...otherThan(a, b)];
}

/** What two caches have under one action, and is not the same. */
function otherThan(a: Filed, b: Filed): string[] {
  return [...b].flatMap(([action, about]) => {
    const of = a.get(action);
    return of === undefined || of === about ? [] : [`${action}: ${of}, or ${about}`];
  });
}

test.each(weaving)('plain go finds in the cache of the %s what it makes', async (side) => {
  expect(await differingArchives(dir, envOf(side), envOf('plain'))).toEqual([]);
  const programs: string[] = [];
  for (const each of [side, 'plain'] as const) {
    const out = placeOf(each, 'bin/plain');
    const built = await run(['go', 'build', '-o', out, '.'], envOf(each), { cwd: dir });
    expect(built.status, built.stderr).toBe(0);
    programs.push(sumOf(out));
  }
  expect(programs[0]).toBe(programs[1]);
});
