import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { parseUsedFiles } from '../../src/cache/used-files.ts';
import { plainGoEnv } from '../support/go-command.ts';
import { home } from '../support/script.ts';

const cli = join(process.env['GOTS_TEST_HOME'] ?? home, 'dist', 'cli.mjs');

/** A program with a package that aspects weave, one that they inject, and one with a test that they leave alone. */
const files = {
  'go.mod': 'module example.com/app\n\ngo 1.24\n',
  'gots.yml': `aspects:
  - id: greeting
    join-point: {all-of: [{import-path: example.com/app/woven}, {function-body: {function: [{name: Greeting}]}}]}
    advice:
      - prepend-statements:
          imports: {hooks: example.com/app/hooks}
          template: 'hooks.Note()'
`,
  'main.go': `package main

import (
	"example.com/app/plain"
	"example.com/app/woven"
)

const revision = 1

func main() { println(revision, plain.Name(), woven.Greeting()) }
`,
  'plain/plain.go': 'package plain\n\nimport "strings"\n\nfunc Name() string { return strings.ToUpper("plain") }\n',
  'plain/plain_test.go': `package plain

import "testing"

func TestName(t *testing.T) {
	if Name() != "PLAIN" {
		t.Fatal(Name())
	}
}
`,
  'woven/woven.go': 'package woven\n\nfunc Greeting() string { return "hello" }\n',
  'hooks/hooks.go': 'package hooks\n\nfunc Note() { println("noted") }\n',
};

const longAgo = new Date('2020-01-01T00:00:00Z');

/** How a build is served: by the front with the server beside it, or by the server alone, which is so while something is logged. */
const ways = { front: {}, server: { GOTS_DEBUG: '' } } as const;
type Way = keyof typeof ways;

const dir = realpathSync(mkdtempSync(join(tmpdir(), 'gots-test-used-')));

beforeAll(() => {
  for (const way of Object.keys(ways)) cpSync(inject('warmGoCache'), join(dir, way, 'go'), { recursive: true });
});

afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** The state of the module before each build. */
function write(changes: Readonly<Record<string, string>> = {}) {
  for (const [name, text] of Object.entries({ ...files, ...changes })) {
    const file = join(dir, 'module', name);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
    // go keeps no index of a folder in which a file is a moment old.
    utimesSync(file, longAgo, longAgo);
  }
}

interface Served {
  /** Names of the files that were used, with the cache in front. */
  readonly used: readonly string[];
  readonly stats: { readonly gets: number; readonly forwarded?: number };
  readonly code: number | null;
}

function serve(way: Way, args: readonly string[]): Served {
  const [touched, stats] = [join(dir, 'touched'), join(dir, 'stats')];
  // Of a program that is there go asks for little.
  for (const file of [touched, stats, join(dir, 'app'), join(dir, 'app.test')]) rmSync(file, { force: true });
  // Both have their caches in the same place: its path is in some keys.
  const caches = join(dir, 'caches');
  renameSync(join(dir, way), caches);
  const folders = { GOCACHE: join(caches, 'go'), GOTS_CACHE: join(caches, 'gots') };
  const cwd = join(dir, 'module');
  const env = plainGoEnv({ ...folders, ...ways[way], GOTS_TOUCHED: touched, GOTS_STATS: stats, PWD: cwd });
  const { status: code } = spawnSync(process.execPath, [cli, 'go', ...args], { cwd, env });
  const used = parseUsedFiles(readFileSync(touched, 'utf8')).flatMap(({ dir: cache, names }) =>
    names.map((name) => `${relative(caches, cache)}/${name}`),
  );
  renameSync(caches, join(dir, way));
  return { used: used.sort(), stats: JSON.parse(readFileSync(stats, 'utf8')) as Served['stats'], code };
}

const build = ['build', '-o', '../app', '.'];

describe.runIf(process.platform !== 'win32')('a build through the front lists what the server alone lists', () => {
  test.each<[string, readonly string[], Readonly<Record<string, string>>, number]>([
    ['with empty caches', build, {}, 0],
    ['with nothing changed', build, {}, 0],
    ['after an edit of the program', build, { 'main.go': files['main.go'].replace('revision = 1', 'revision = 2') }, 0],
    [
      'after an edit of a package that is left alone',
      build,
      { 'plain/plain.go': files['plain/plain.go'].replace('plain")', 'other")') },
      0,
    ],
    ['after an edit of an aspect', build, { 'gots.yml': files['gots.yml'].replace('id: greeting', 'id: renamed') }, 0],
    ['with other flags', ['build', '-tags', 'other', '-gcflags=-l', '-o', '../app', '.'], {}, 0],
    ['that does not compile', build, { 'plain/plain.go': 'package plain\n\nfunc Name() string { return 1 }\n' }, 1],
    ['of tests', ['test', '-c', '-o', '../app.test', './plain'], {}, 0],
    ['that is not woven', ['vet', './plain'], {}, 0],
  ])('%s', (_, args, changes, code) => {
    write(changes);
    const front = serve('front', args);
    const server = serve('server', args);
    expect([front.code, server.code]).toEqual([code, code]);
    expect(front.used).toEqual(server.used);
    expect(front.used.length).toBeGreaterThan(20);
    expect(front.stats.gets).toBe(server.stats.gets);
    // Otherwise one is compared with itself.
    expect(server.stats.forwarded).toBeUndefined();
    expect(front.stats.forwarded).toBeLessThan(front.stats.gets / 2);
  });
});
