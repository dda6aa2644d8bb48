import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { mapOf } from '../../src/aspects/schema.ts';
import { readYaml } from '../../src/aspects/yaml.ts';
import { readFilter } from '../../src/dialects/otelc/where.ts';
import type { JoinPoint } from '../../src/vocabulary/points.ts';
import { plainGoEnv } from '../support/go-command.ts';
import { product } from '../support/script.ts';
import { type HookCase, hookCases } from './otelc-hook-cases.ts';

/** A checkout of opentelemetry-go-compile-instrumentation (figures are for commit 7e576e0e); without it these tests are skipped. */
const checkout = process.env['GOTS_OTELC_CHECKOUT'] ?? '';
const golden = join(checkout, 'tool/internal/instrument/testdata/golden');
const wheres = join(checkout, 'tool/internal/setup/testdata/where');

const scratch = mkdtempSync(join(tmpdir(), 'gots-otelc-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true, maxRetries: 3 }));

describe.skipIf(checkout === '')('golden data with hooks', () => {
  test.each(Object.entries(hookCases))('%s', (name, wanted) => {
    const dir = join(scratch, name);
    writeProgram(dir, name, wanted);
    const gots = [join(product, 'dist/cli.mjs'), '--aspects', '../hooks/rules.yml', 'go'];
    const env = plainGoEnv({ GOCACHE: join(scratch, 'gocache'), GOTS_CACHE: join(scratch, 'gotscache') });
    const options = { cwd: join(dir, 'app'), env, encoding: 'utf8' } as const;
    const isTest = wanted.test === true;
    execFileSync(
      process.execPath,
      [...gots, ...(isTest ? ['test', '-c'] : ['build']), '-o', '../program', wanted.main ?? '.'],
      options,
    );
    const { stderr, status } = spawnSync(join(dir, 'program'), isTest ? ['-test.v'] : [], options);
    expect({ status, lines: stderr.trim().split('\n') }).toEqual({ status: 0, lines: wanted.prints });
  });

  test('no directory with hooks is left out', () => {
    const withHooks = readdirSync(golden).filter((name) => existsSync(join(golden, name, 'hook.go')));
    const unmatched = withHooks.filter((name) => /no-match$/.test(name));
    // A rule that names no function there is: with `where` it only never matches.
    const elsewhere = ['invalid-receiver'];
    expect(withHooks.filter((name) => !unmatched.includes(name) && !elsewhere.includes(name)).sort()).toEqual(
      Object.keys(hookCases).sort(),
    );
  });
});

/** The fixture as two modules: the program, and its hooks, each of which says its name, beside the rules. */
function writeProgram(dir: string, name: string, wanted: HookCase): void {
  const from = (file: string) => join(golden, name, file);
  const importPath = existsSync(from('importpath'))
    ? readFileSync(from('importpath'), 'utf8').trim()
    : 'example.com/app';
  const modulePath = wanted.module ?? importPath;
  mkdirSync(join(dir, 'app'), { recursive: true });
  mkdirSync(join(dir, 'hooks/files'), { recursive: true });
  writeFileSync(join(dir, 'app/go.mod'), `module ${modulePath}\n\ngo 1.25\n`);
  const source = wanted.test === true ? 'source_test.go' : 'source.go';
  const text = readFileSync(from(source), 'utf8').replace(/^func main\(\) \{\}$/m, '');
  writeFileSync(join(dir, 'app', source), text);
  const place = join(dir, 'app', wanted.main ?? '.');
  mkdirSync(place, { recursive: true });
  if (wanted.driver !== undefined)
    writeFileSync(join(place, wanted.test === true ? 'driver_test.go' : 'driver.go'), wanted.driver);
  const hooks = readFileSync(from('hook.go'), 'utf8')
    .replaceAll('otelc/pkg/inst"', 'otelc/pkg/hook"')
    .replaceAll('inst.HookContext', 'hook.HookContext')
    .replace(/^(func (\w+)\(.*\) \{)/gm, '$1 println("in $2");');
  writeFileSync(join(dir, 'hooks/hook.go'), hooks);
  const rules = readFileSync(from('rules.yml'), 'utf8')
    .replace('target: main', `target: ${wanted.target ?? 'main'}`)
    .replace(/path: testdata\S*/g, 'path: example.com/hooks');
  writeFileSync(
    join(dir, 'hooks/rules.yml'),
    rules.replace(/(file: newfile\.go\s+path: example\.com\/hooks)/, '$1/files'),
  );
  // The tool imports the packages of added files as well, so that none can be a command outside its own harness.
  const added = readFileSync(join(golden, '../newfile.go'), 'utf8').replace(/^package main$/m, 'package files');
  writeFileSync(join(dir, 'hooks/files/newfile.go'), added);
  const needs = `require go.opentelemetry.io/otelc/pkg v0.0.0\n\nreplace go.opentelemetry.io/otelc/pkg => ${join(checkout, 'pkg')}\n`;
  writeFileSync(join(dir, 'hooks/go.mod'), `module example.com/hooks\n\ngo 1.25\n\n${needs}`);
}

describe.skipIf(checkout === '')('fixtures of where.file', () => {
  const files = checkout === '' ? [] : readdirSync(wheres).filter((file) => file.endsWith('.yml'));

  test('are the 25 that were known', () => expect(files).toHaveLength(25));

  test.each(files)('%s', (file) => {
    const indented = readFileSync(join(wheres, file), 'utf8').replace(/^/gm, '  ');
    const node = readYaml(Buffer.from(`file:\n${indented}\n`), file);
    const [entry] = node ? mapOf(node, 'where').entries : [];
    const read = () => entry && readFilter(entry.value, 'where.file');
    if (file.startsWith('err_')) expect(read).toThrowError(/where\.file/);
    else
      expect(tree(read() as JoinPoint)).toEqual(
        parse(readFileSync(join(wheres, file.replace(/yml$/, 'expected')), 'utf8')),
      );
  });
});

/** The shape in which the fixtures write what was read. */
function tree(point: JoinPoint): unknown {
  switch (point.kind) {
    case 'all-of':
      return { type: 'AllOf', children: point.points.map(tree) };
    case 'one-of':
      return { type: 'OneOf', children: point.points.length === 0 ? null : point.points.map(tree) };
    case 'not':
      // What always holds is an empty all-of there.
      if (point.point.kind === 'one-of' && point.point.points.length === 0) return { type: 'AllOf', children: null };
      return { type: 'Not', children: [tree(point.point)] };
    case 'package-name':
      return { type: 'PackageNameFilter', package: point.name };
    case 'test-build':
      return { type: 'IsTestFilter', should_match: point.value };
    case 'file-has': {
      const { part } = point;
      if (part.kind === 'function')
        return { type: 'FuncFilter', func: part.name, recv: part.receiver === '' ? null : part.receiver };
      if (part.kind === 'struct') return { type: 'StructFilter', struct: part.name };
      if (part.kind === 'directive') return { type: 'DirectiveFilter', directive: part.name };
      return part;
    }
    default:
      return point;
  }
}
