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

/** What a go command prints, and of that the lines of gots. */
function build(cwd: string, cache: string, args: readonly string[], onTerminal: boolean, more = {}) {
  const env = plainGoEnv({ GOTS_CACHE: join(cache, 'gots'), GOCACHE: join(cache, 'go'), PWD: cwd, ...more });
  const command = [process.execPath, cli, 'go', ...args].map((word) => `'${word}'`).join(' ');
  const [program, words] = onTerminal
    ? (['script', ['-qec', command, '/dev/null']] as const)
    : (['sh', ['-c', `${command} 2>&1`]] as const);
  const text = execFileSync(program, words, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  return text.split(/\r?\n/).filter((line) => line !== '');
}

/** What a build that fails prints. */
function failing(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    const { stdout } = error as { readonly stdout: string };
    expect(stdout).toContain('one.go');
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
  expect(failing(() => made())).not.toContain('aspect');
});

test('a build in a pipe prints nothing, and its report has the libraries', () => {
  const cwd = tempModule(files);
  const cache = tempDir();
  const report = join(cache, 'report.json');
  expect(build(cwd, cache, ['build', '-o', 'app', '.'], false, { GOTS_REPORT: report })).toEqual([]);
  const { uncovered } = JSON.parse(readFileSync(report, 'utf8')) as { readonly uncovered: unknown };
  expect(uncovered).toEqual([{ path: 'github.com/redis/go-redis/v9', version: 'v9.17.2' }]);
});
