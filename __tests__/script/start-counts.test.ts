import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import { plainGoEnv } from '../support/go-command.ts';
import { home } from '../support/script.ts';
import { tempDir, tempModule } from '../support/temp-module.ts';

const cli = join(home, 'dist', 'cli.mjs');
const launcher = join(home, 'dist', 'gots');
const hook = join(home, '__tests__', 'support', 'counts', 'hook.cjs');

interface Counts {
  /** Files that were loaded as code. */
  readonly modules: readonly string[];
  /** Command lines of the processes that were started. */
  readonly processes: readonly string[];
  /** Calls of functions of `fs`, by name. */
  readonly files: Readonly<Record<string, number>>;
}

let cwd: string;
let cache: string;

beforeEach(async () => {
  cwd = tempModule({
    'go.mod': 'module m\n\ngo 1.24\n',
    'gots.yml': 'aspects: [{id: a, join-point: {import-path: m}, advice: [add-blank-import: embed]}]\n',
    'main.go': 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println() }\n',
  });
  cache = tempDir();
  // File systems date changes in ticks: of younger files nothing is noted.
  await delay(200);
});

/** Runs gots in the module and counts what the command does; what go and the cache program do is not counted. */
function counted(...args: string[]): Counts {
  const file = join(cache, 'counts.json');
  const env = plainGoEnv({ GOTS_CACHE: join(cache, 'gots'), GOFLAGS: '', PWD: cwd, COUNTS: file });
  execFileSync(process.execPath, ['--require', hook, cli, ...args], { cwd, env, stdio: 'pipe' });
  return JSON.parse(readFileSync(file, 'utf8'));
}

const total = ({ files }: Counts): number => Object.values(files).reduce((sum, each) => sum + each, 0);

/** The first start makes the plan, the second finds that it holds and notes the start. */
async function prepare(...args: string[]): Promise<void> {
  counted(...args);
  await delay(200);
  counted(...args);
}

/** Runs the launcher in the module, with the first Node in PATH; tells whether a Node has run, and what was printed. */
function launched(...args: string[]): { readonly isNode: boolean; readonly stdout: string } {
  const file = join(cache, 'counts.json');
  rmSync(file, { force: true });
  const hooked = { NODE_OPTIONS: `--require ${hook}`, COUNTS: file };
  const env = plainGoEnv({ GOTS_CACHE: join(cache, 'gots'), GOFLAGS: '', PWD: cwd, ...hooked });
  const stdout = execFileSync(launcher, args, { cwd, env, encoding: 'utf8', stdio: 'pipe' });
  return { isNode: existsSync(file), stdout };
}

test('a start in which nothing has changed needs no Node', async () => {
  expect(launched('go', 'list', '-m').isNode).toBe(true);
  await delay(200);
  launched('go', 'list', '-m');
  expect(launched('go', 'list', '-m')).toEqual({ isNode: false, stdout: 'm\n' });
  writeFileSync(join(cwd, 'go.mod'), 'module other\n\ngo 1.24\n');
  expect(launched('go', 'list', '-m')).toEqual({ isNode: true, stdout: 'other\n' });
});

test('a build in which nothing has changed needs no Node at all', async () => {
  const build = () => launched('go', 'build', '-o', join(cache, 'program'), '.').isNode;
  expect(build()).toBe(true);
  for (let n = 0; n < 3; n++) {
    await delay(200);
    build();
  }
  expect(build()).toBe(false);
});

test('without the launcher, such a start loads one file, asks the program that the launcher starts, and starts go', async () => {
  await prepare('go', 'list', '-m');
  const start = counted('go', 'list', '-m');
  expect(start.modules).toEqual(['cli.mjs']);
  expect(start.processes.map((line) => line.replace(/^\S*\/start-\S+ (\S+) .*/, '$1'))).toEqual([
    'start-print',
    'go list -m',
  ]);
  // What the program looks at is not counted here.
  const { readFileSync: reads, existsSync: looks } = start.files;
  expect({ reads, looks }).toEqual({ reads: 2, looks: 7 });
  expect(total(start)).toBeLessThanOrEqual(25);
});

test('a size-preserving edit of an input within a tick of the clock makes a new plan', async () => {
  await prepare('go', 'list', '-m');
  const before = readFileSync(join(cwd, 'gots.yml'), 'utf8');
  writeFileSync(join(cwd, 'gots.yml'), before.replace('id: a', 'id: b'));
  const start = counted('go', 'list', '-m');
  expect(start.modules).toContain('chunk-make-plan.mjs');
});

test.each<[string, readonly string[], number]>([
  ['explain', ['explain', 'main.go:5'], 2],
  ['lint', ['lint'], 2],
  ['diff', ['diff'], 3],
])('%s asks go %s: %d times, and nothing at all where nothing has changed', async (_, args, times) => {
  await prepare(...args);
  expect(counted(...args).processes).toEqual([]);
  const edit = (file: string): void => writeFileSync(join(cwd, file), `${readFileSync(join(cwd, file), 'utf8')}\n`);
  const asked = (): number => counted(...args).processes.filter((line) => /^go /.test(line)).length;
  edit('main.go');
  expect(asked()).toBe(times);
  await delay(200);
  asked();
  expect(asked()).toBe(0);
  edit('gots.yml');
  expect(asked()).toBeGreaterThan(0);
});

test('answers follow edits at once', async () => {
  const env = plainGoEnv({ GOTS_CACHE: join(cache, 'gots'), GOFLAGS: '', PWD: cwd });
  const said = (...args: string[]): string =>
    execFileSync(process.execPath, [cli, ...args], { cwd, env, encoding: 'utf8', stdio: 'pipe' });
  const settled = async (...args: string[]): Promise<string> => {
    said(...args);
    await delay(200);
    said(...args);
    return said(...args);
  };
  const source = readFileSync(join(cwd, 'main.go'), 'utf8');
  expect(await settled('diff')).toMatch(/^\+import _ "embed"$/m);
  writeFileSync(join(cwd, 'main.go'), source.replace('func main()', 'func other() {}\n\nfunc main()'));
  expect(said('diff')).toContain('func other()');
  writeFileSync(join(cwd, 'gots.yml'), 'aspects: []\n');
  expect(said('diff')).toBe('');
  expect(await settled('explain', 'main.go:5')).toContain('main.go:5 in the package m');
  writeFileSync(join(cwd, 'go.mod'), 'module n\n\ngo 1.24\n');
  expect(said('explain', 'main.go:5')).toContain('main.go:5 in the package n');
});
