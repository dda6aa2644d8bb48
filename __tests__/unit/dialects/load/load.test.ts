import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { diskReader } from '../../../../src/dialects/load/disk-reader.ts';
import { loadAspects } from '../../../../src/dialects/load/load.ts';
import { aspectsNamed, errorOf, loadTree } from '../../aspects/helpers.ts';

function idsOf(...args: Parameters<typeof loadTree>): string[] {
  return loadTree(...args).aspects.map((aspect) => aspect.id);
}

test('what a file extends comes before its own aspects, depth first', () => {
  const files = {
    '/app/gots.yml': `extends: [./a.yml, ../lib, sub/c.yml]\n${aspectsNamed('root')}`,
    '/app/a.yml': `extends: [./sub/b.yml]\n${aspectsNamed('a')}`,
    '/app/sub/b.yml': aspectsNamed('b1', 'b2'),
    '/app/sub/c.yml': aspectsNamed('c'),
    '/lib/gots.yml': aspectsNamed('lib'),
  };
  expect(idsOf(files)).toEqual(['b1', 'b2', 'a', 'lib', 'c', 'root']);
});

test('each file counts once, at its first mention; cycles end', () => {
  const files = {
    '/app/gots.yml': `extends: [a.yml, ./b.yml, sub/../a.yml, .]\n${aspectsNamed('root')}`,
    '/app/a.yml': `extends: [b.yml]\n${aspectsNamed('a')}`,
    '/app/b.yml': `extends: [a.yml, gots.yml]\n${aspectsNamed('b')}`,
  };
  const loaded = loadTree(files, { entries: ['gots.yml', '/app/b.yml'] });
  expect(loaded.aspects.map((aspect) => aspect.id)).toEqual(['b', 'a', 'root']);
  expect(loaded.files.map((file) => file.display)).toEqual(['gots.yml', 'a.yml', 'b.yml']);
  expect(loaded.warnings).toEqual([]);
});

test('entries are read in order: files, folders, built-in sets', () => {
  const files = {
    '/app/x/gots.yml': aspectsNamed('folder'),
    '/app/y.yml': aspectsNamed('file'),
    '/gots/aspects/otel/gots.yml': aspectsNamed('set'),
  };
  expect(idsOf(files, { entries: ['y.yml', 'x', 'gots:otel'] })).toEqual(['file', 'folder', 'set']);
});

test('display names never depend on the machine', () => {
  const files = {
    '/app/gots.yml': 'extends: [aspects/x.yml, gots:otel, ../cache/example.com/!big!co/m@v1.2.3/a.yml, ../else/y.yml]',
    '/app/aspects/x.yml': 'aspects: []',
    '/gots/aspects/otel/gots.yml': 'extends: [../net/http]',
    '/gots/aspects/net/http/gots.yml': aspectsNamed('http'),
    '/cache/example.com/!big!co/m@v1.2.3/a.yml': 'aspects: []',
    '/else/y.yml': 'aspects: []',
  };
  const loaded = loadTree(files);
  expect(loaded.files).toEqual([
    { path: '/app/gots.yml', display: 'gots.yml' },
    { path: '/app/aspects/x.yml', display: 'aspects/x.yml' },
    { path: '/gots/aspects/otel/gots.yml', display: 'gots:otel/gots.yml' },
    { path: '/gots/aspects/net/http/gots.yml', display: 'gots:net/http/gots.yml' },
    { path: '/cache/example.com/!big!co/m@v1.2.3/a.yml', display: 'example.com/BigCo/m@v1.2.3/a.yml' },
    { path: '/else/y.yml', display: 'y.yml' },
  ]);
  expect(loaded.aspects[0]?.span).toEqual({ file: 'gots:net/http/gots.yml', line: 2, column: 5 });
});

test('a built-in set in a folder of another name', () => {
  const files = { '/elsewhere/gots.yml': 'extends: [x.yml]', '/elsewhere/x.yml': 'aspects: []' };
  const loaded = loadTree(files, { entries: ['gots:otel'], builtInSet: () => '/elsewhere/' });
  expect(loaded.files.map((file) => file.display)).toEqual(['gots:otel/gots.yml', 'gots:otel/x.yml']);
});

test('the dialect follows from the name, else from who extends', () => {
  const files = {
    '/app/gots.yml': `extends: [./o, plain.yml]\n${aspectsNamed('g')}`,
    '/app/plain.yml': aspectsNamed('p'),
    '/app/o/orchestrion.yml': `extends: [more.yml]\nunknown: 1\n${aspectsNamed('o')}`,
    '/app/o/more.yml': `unknown: 1\nunknown2: 1\n${aspectsNamed('m')}`,
  };
  const loaded = loadTree(files);
  expect(loaded.aspects.map((aspect) => `${aspect.id} ${aspect.dialect}`)).toEqual([
    'm orchestrion',
    'o orchestrion',
    'p gots',
    'g gots',
  ]);
  expect(loaded.warnings.map((w) => `${w.span?.file}: ${w.message}`)).toEqual([
    'o/orchestrion.yml: unknown key "unknown" in the file',
    'o/more.yml: unknown key "unknown" in the file',
    'o/more.yml: unknown key "unknown2" in the file',
  ]);
});

test('a warning comes once per key and file', () => {
  const item = '  - {Id: x, join-point: {import-path: a}, advice: []}\n';
  const loaded = loadTree({ '/app/orchestrion.yml': `aspects:\n${item}${item}` }, { entries: ['orchestrion.yml'] });
  expect(loaded.warnings).toEqual([
    {
      code: 'aspect_unknown_key',
      message: 'unknown key "Id" in an aspect',
      hint: 'did you mean "id"?',
      span: { file: 'orchestrion.yml', line: 2, column: 6 },
    },
  ]);
});

test('in a folder, the file of the same dialect wins', () => {
  const both = { '/app/d/gots.yml': aspectsNamed('g'), '/app/d/orchestrion.yml': aspectsNamed('o') };
  expect(idsOf({ ...both, '/app/gots.yml': 'extends: [./d]' })).toEqual(['g']);
  const entries = ['orchestrion.yml'];
  expect(idsOf({ ...both, '/app/orchestrion.yml': 'extends: [./d]' }, { entries })).toEqual(['o']);
});

test("Orchestrion's own aspects come first where they are asked for", () => {
  const ids = idsOf({ '/app/gots.yml': aspectsNamed('a') }, { builtIns: ['orchestrion'] });
  expect(ids).toEqual(['built.WithOrchestrion', 'built.WithOrchestrionVersion', 'a']);
});

test('disable: drops aspects of the file and of what it extends, no others', () => {
  const files = {
    '/app/gots.yml': `extends: [one.yml, two.yml]\n${aspectsNamed('net/http.Server', 'root')}`,
    '/app/one.yml': `disable: ["net/http.*", "lo?"]\n${aspectsNamed('net/http.Client', 'log', 'x/net/http.y')}`,
    '/app/two.yml': `disable: ["**"]\nextends: [three.yml]\n${aspectsNamed('net/http.Two')}`,
    '/app/three.yml': aspectsNamed('deep/er'),
  };
  expect(idsOf(files)).toEqual(['x/net/http.y', 'net/http.Server', 'root']);
});

test('disable: of nothing warns', () => {
  const files = { '/app/gots.yml': `disable: [net/htp.Server, q]\n${aspectsNamed('net/http.Server', 'b')}` };
  const span = { file: 'gots.yml', line: 1 };
  expect(loadTree(files).warnings).toEqual([
    {
      code: 'aspect_disable_unused',
      message: 'disable: "net/htp.Server" matches no aspect',
      hint: 'did you mean "net/http.Server"?',
      span: { ...span, column: 11 },
    },
    {
      code: 'aspect_disable_unused',
      message: 'disable: "q" matches no aspect',
      hint: 'did you mean "b"?',
      span: { ...span, column: 27 },
    },
  ]);
});

test('a folder without aspect files: a warning for orchestrion.yml, an error for gots.yml', () => {
  const message = 'extends the folder "./d", which has neither gots.yml nor orchestrion.yml';
  const hint = 'name a file, or remove the entry';
  const files = { '/app/d/x.go': '', '/app/orchestrion.yml': 'extends: [./d]', '/app/gots.yml': 'extends: [./d]' };
  const span = { file: 'orchestrion.yml', line: 1, column: 11 };
  expect(loadTree(files, { entries: ['orchestrion.yml'] }).warnings).toEqual([
    { code: 'aspect_empty_folder', message, hint, span },
  ]);
  expect(errorOf(() => loadTree(files))).toBe(`gots.yml:1:11: ${message} (aspect_empty_folder); ${hint}`);
});

test.each([
  [
    './nope.yml',
    'gots.yml:1:11: extends "./nope.yml", which does not exist (aspect_extends_missing); ' +
      'the path is relative to the folder of this file',
  ],
  [
    '/gots.yml.bak',
    'gots.yml:1:11: extends "/gots.yml.bak", which does not exist (aspect_extends_missing); ' +
      'the path is relative to the folder of this file',
  ],
  [
    '""',
    'gots.yml:1:11: extends "", which does not exist (aspect_extends_missing); ' +
      'the path is relative to the folder of this file',
  ],
  [
    'github.com/DataDog/dd-trace-go/contrib/net/http/v2',
    'gots.yml:1:11: "github.com/DataDog/dd-trace-go/contrib/net/http/v2" is a Go package, and there is no module here to ' +
      'find it in (aspect_extends_package); run the command in a module that requires it, or name a file or folder ' +
      'relative to this file, beginning with ./ or ../',
  ],
  [
    'gots:datadog',
    'gots.yml:1:11: there is no built-in set "gots:datadog" (aspect_unknown_set); the general one is gots:otel',
  ],
  [
    'gots:otel/empty',
    'gots.yml:1:11: there is no built-in set "gots:otel/empty" (aspect_unknown_set); the general one is gots:otel',
  ],
])('extends: [%s] is an error', (target, message) => {
  expect(errorOf(() => loadTree({ '/app/gots.yml': `extends: [${target}]` }))).toBe(message);
});

test('gots: is a name in gots.yml only', () => {
  const files = { '/app/orchestrion.yml': 'extends: ["gots:otel"]', '/gots/aspects/otel/gots.yml': 'aspects: []' };
  expect(errorOf(() => loadTree(files, { entries: ['orchestrion.yml'] }))).toBe(
    'orchestrion.yml:1:11: extends "gots:otel", which does not exist (aspect_extends_missing); ' +
      'the path is relative to the folder of this file',
  );
});

test.each([
  ['nope.yml', 'the aspect file nope.yml does not exist (aspect_file_missing); check the path given with --aspects'],
  ['dir', 'the aspect file dir/gots.yml does not exist (aspect_file_missing); check the path given with --aspects'],
  ['gots:nope', 'there is no built-in set "gots:nope" (aspect_unknown_set); the general one is gots:otel'],
])('the entry %s is an error', (entry, message) => {
  expect(errorOf(() => loadTree({ '/app/dir/x.go': '' }, { entries: [entry] }))).toBe(message);
});

test('errors in extended files name those', () => {
  const files = { '/app/gots.yml': 'extends: [a/b.yml]', '/app/a/b.yml': 'aspects:\n  - nope' };
  expect(errorOf(() => loadTree(files))).toBe(
    'a/b.yml:2:5: an aspect must be a mapping, not the text "nope" (aspect_wrong_type); check the indentation and the dashes',
  );
});

test('from disk', () => {
  const root = mkdtempSync(join(tmpdir(), 'gots aspects é-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  writeFileSync(join(root, 'gots.yml'), 'extends: [./b.yml]');
  writeFileSync(join(root, 'b.yml'), aspectsNamed('b'));
  const load = (entry: string) =>
    loadAspects({ entries: [entry], root, reader: diskReader, builtInSet: () => undefined });
  expect(load('gots.yml').aspects.map((aspect) => aspect.id)).toEqual(['b']);
  expect(load('.').files.map((file) => file.display)).toEqual(['gots.yml', 'b.yml']);
  expect(errorOf(() => load('gots.yml/x'))).toMatch(
    /^the aspect file gots\.yml\/x does not exist \(aspect_file_missing\)/,
  );
  expect(errorOf(() => diskReader.read(root))).toBe(
    `the aspect file ${root} cannot be read: EISDIR: illegal operation on a directory, read ` +
      '(aspect_file_unreadable); check its permissions',
  );
});
