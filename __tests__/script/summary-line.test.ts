import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plainGoEnv } from '../support/go-command.ts';
import { home } from '../support/script.ts';
import { tempDir, tempModule } from '../support/temp-module.ts';

const cli = join(process.env['GOTS_TEST_HOME'] ?? home, 'dist', 'cli.mjs');

const aspect = (id: string, at: string): string => `  - id: ${id}
    join-point: {all-of: [${at}, {function-body: {function: [{name: Work}]}}]}
    advice: [{prepend-statements: {template: 'println("woven")'}}]
`;

/** Two woven packages, and one that writes goroutine labels; of two known libraries, one is named by an aspect. */
const files = {
  'go.mod': `module example.com/app

go 1.24

require (
	github.com/redis/go-redis/v9 v9.17.2
	github.com/sirupsen/logrus v1.9.4
)

replace (
	github.com/redis/go-redis/v9 => ./redis
	github.com/sirupsen/logrus => ./logrus
)
`,
  'redis/go.mod': 'module github.com/redis/go-redis/v9\n\ngo 1.24\n',
  'redis/redis.go': 'package redis\n\nfunc Work() {}\n',
  'logrus/go.mod': 'module github.com/sirupsen/logrus\n\ngo 1.24\n',
  'logrus/logrus.go': 'package logrus\n\nfunc Work() {}\n',
  'gots.yml': `aspects:\n${aspect('one', 'import-path: example.com/app/one')}${aspect('two', 'import-path: example.com/app/two')}${aspect('log', 'import-path: github.com/sirupsen/logrus')}`,
  'one/one.go': 'package one\n\nfunc Work() {}\n',
  'two/two.go': 'package two\n\nfunc Work() {}\n',
  'main.go': `package main

import (
	"example.com/app/one"
	"example.com/app/two"
	"github.com/redis/go-redis/v9"
	"github.com/sirupsen/logrus"
)

func main() {
	one.Work()
	two.Work()
	redis.Work()
	logrus.Work()
}
`,
};

/** Environment of commands in a module. */
function settings(cwd: string, cache: string, more = {}): NodeJS.ProcessEnv {
  return plainGoEnv({ GOTS_CACHE: join(cache, 'gots'), GOCACHE: join(cache, 'go'), PWD: cwd, ...more });
}

/** What a go command prints. */
function build(cwd: string, cache: string, args: readonly string[], onTerminal: boolean, more = {}) {
  const env = settings(cwd, cache, more);
  const command = [process.execPath, cli, 'go', ...args].map((word) => `'${word}'`).join(' ');
  const [program, words] = onTerminal
    ? (['script', ['-qec', command, '/dev/null']] as const)
    : (['sh', ['-c', `${command} 2>&1`]] as const);
  const text = execFileSync(program, words, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  return text.split(/\r?\n/).filter((line) => line !== '');
}

/** What a build that fails prints, which is about a file or a name. */
function failing(about: string, run: () => unknown): string {
  try {
    run();
  } catch (error) {
    const { stdout } = error as { readonly stdout: string };
    expect(stdout).toContain(about);
    return stdout;
  }
  throw new Error('the build did not fail');
}

test('a build on a terminal ends with one line, which counts what came from the cache', () => {
  const cwd = tempModule(files);
  const cache = tempDir();
  const made = (args = ['build', '-o', 'app', '.']) => build(cwd, cache, args, true);
  const edit = (file: string, more: string) =>
    writeFileSync(join(cwd, file), `${readFileSync(join(cwd, file), 'utf8')}\n${more}\n`);
  const rest = 'modules added: none; no aspect for: github.com/redis/go-redis/v9 (v9.17.2)';
  expect(made()).toEqual([`gots: 3 aspects at 3 places in 3 packages; ${rest}`]);
  expect(made()).toEqual([]);
  expect(made()).toEqual([]);
  edit('one/one.go', 'func Other() {}');
  expect(made()).toEqual([`gots: 3 aspects at 3 places in 3 packages (2 from the cache); ${rest}`]);
  edit('main.go', 'func other() {}');
  expect(made()).toEqual([`gots: 3 aspects at 3 places in 3 packages (from the cache); ${rest}`]);
  // Another command line, of which there is no record of a last build.
  expect(made(['build', '-o', 'other', '.'])).toEqual([
    `gots: 3 aspects at 3 places in 3 packages (from the cache); ${rest}`,
  ]);
  edit('two/two.go', 'func Other() {}');
  expect(made(['build', './two'])).toEqual([
    'gots: 1 aspect at 1 place in 1 package that this build compiled; modules added: none',
  ]);
  edit('one/one.go', 'func broken() { return 1 }');
  expect(failing('one.go', () => made())).not.toContain('aspect');
});

/** A package that the compiler takes and the linker does not: its function has no body anywhere. */
const unlinkable = {
  'main.go': 'package main\n\nfunc nowhere()\n\nfunc Work() {}\n\nfunc main() {\n\tWork()\n\tnowhere()\n}\n',
  'empty.s': '',
};

test('a build whose link fails says nothing of what was woven, whether packages were compiled or came from the cache', () => {
  const cwd = tempModule({
    'go.mod': 'module example.com/app\n\ngo 1.24\n',
    'gots.yml': `aspects:\n${aspect('main', 'import-path: example.com/app')}`,
    ...unlinkable,
  });
  const cache = tempDir();
  const made = (...flags: string[]) => build(cwd, cache, ['build', ...flags, '-o', 'app', '.'], true);
  for (const flags of [[], [], ['-ldflags=-buildid=']]) {
    const said = failing('nowhere', () => made(...flags));
    expect(said).toContain('relocation target');
    expect(said).not.toContain('gots:');
  }
  const test = 'package main\n\nimport "testing"\n\nfunc TestIt(t *testing.T) { main() }\n';
  writeFileSync(join(cwd, 'main_test.go'), test);
  expect(failing('nowhere', () => build(cwd, cache, ['test', '.'], true))).not.toContain('gots:');
  writeFileSync(join(cwd, 'nowhere.s'), '#include "textflag.h"\n\nTEXT ·nowhere(SB), NOSPLIT, $0-0\n\tRET\n');
  const line = 'gots: 1 aspect at 1 place in 1 package; modules added: none';
  expect(made()).toEqual([line]);
  writeFileSync(join(cwd, 'more.go'), 'package main\n');
  expect(made('-ldflags=-buildid=')).toEqual([line]);
});

test('explain and reports name the libraries that the line names', () => {
  const cwd = tempModule(files);
  const cache = tempDir();
  const gots = (...args: string[]) =>
    execFileSync(process.execPath, [cli, ...args], { cwd, env: settings(cwd, cache), encoding: 'utf8', stdio: 'pipe' });
  const redis = { path: 'github.com/redis/go-redis/v9', version: 'v9.17.2' };
  expect(gots('explain', 'main.go:12').split('\n')).toContain('no aspect for: github.com/redis/go-redis/v9 (v9.17.2)');
  expect(gots('explain', 'one/one.go:3')).not.toContain('no aspect for');
  const { uncovered } = JSON.parse(gots('explain', '--json', 'main.go:12')) as { readonly uncovered: unknown };
  expect(uncovered).toEqual([redis]);
  expect(JSON.parse(gots('report', '--format', 'json'))).toMatchObject({ uncovered: [redis] });
  expect(gots('report', '--format', 'html')).toContain('<h2>No aspect for</h2>');
  expect(gots('report')).toContain('No aspect for `github.com/redis/go-redis/v9` `v9.17.2`');
});

test('a build in a pipe prints nothing, and its report has the libraries', () => {
  const cwd = tempModule(files);
  const cache = tempDir();
  const report = join(cache, 'report.json');
  expect(build(cwd, cache, ['build', '-o', 'app', '.'], false, { GOTS_REPORT: report })).toEqual([]);
  const { uncovered } = JSON.parse(readFileSync(report, 'utf8')) as { readonly uncovered: unknown };
  expect(uncovered).toEqual([{ path: 'github.com/redis/go-redis/v9', version: 'v9.17.2' }]);
});
