import { chmodSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { lineLog } from '../../../../src/base/log.ts';
import { ensureHelper, type HelperOptions } from '../../../../src/driver/programs/helper-program.ts';
import { converse, type PackageSources } from '../../../../src/driver/steps/oracle.ts';
import type { TypeQuestion } from '../../../../src/lang/names/type-oracle.ts';
import { go } from '../../../support/go-command.ts';
import { tempDir, tempModule } from '../../../support/temp-module.ts';

const helper = join(import.meta.dirname, '../../../../helper/oracle');
const log = lineLog(() => {}, false);
const goVersion = go(['env', 'GOVERSION'], '.').trim();
let program = '';

function options(sourceDir: string): HelperOptions {
  const cacheDir = join(tmpdir(), `gots-test-oracle-${process.getuid?.()}`);
  return { go: 'go', goVersion, cacheDir, sourceDir, log, env: process.env };
}

beforeAll(async () => {
  program = await ensureHelper('oracle', options(helper));
}, 300_000);

const nobody = () => Promise.resolve(undefined);

/** A module, one file of which is asked about; its other packages and std are its imports. */
function module(files: Readonly<Record<string, string>>, imports: readonly string[], lang?: string) {
  const dir = tempModule({ 'go.mod': 'module example.com/m\n\ngo 1.24\n', ...files });
  const archive = (path: string) => go(['list', '-export', '-f', '{{.Export}}', path], dir).trim();
  const sources: PackageSources = {
    importPath: 'example.com/m',
    lang,
    goarch: 'amd64',
    files: [{ name: 'm.go', path: join(dir, 'm.go') }],
    packageFiles: new Map(imports.map((path) => [path, archive(path)])),
    importMap: new Map(),
  };
  const text = readFileSync(join(dir, 'm.go'), 'latin1');
  const about = (kind: TypeQuestion['kind'], needle: string, face?: string): TypeQuestion => {
    const start = text.indexOf(needle);
    expect(start, needle).toBeGreaterThanOrEqual(0);
    const [, path = '', name = ''] = /^(?:(.*)\.)?(.*)$/.exec(face ?? '') ?? [];
    return {
      kind,
      file: 'm.go',
      start,
      end: start + needle.length,
      ...(face === undefined ? {} : { interface: { path, name } }),
    };
  };
  return { sources, archive, about };
}

test('what is wrong with a package, imports without a use only where asked', async () => {
  const { sources } = module({ 'm.go': 'package m\n\nimport "fmt"\n\nfunc f() int { return 1 }\n' }, ['fmt']);
  const ask = async (part: object) => {
    const { ask, close } = converse(program, { ...sources, ...part }, nobody);
    const [answer] = await ask([{ kind: 'error' }]);
    close();
    return answer?.error;
  };
  expect(await ask({})).toBeUndefined();
  expect(await ask({ strict: true })).toMatch(/m\.go:3:8: "fmt" imported and not used$/);
});

test('the order of initialisation, constants left out', async () => {
  const source = `package m

var first = next()
var seen = count
var count = 1
var text, _ = pair()
var _ = next()
var late = early
var early = next()
func next() int { count++; return count }
func pair() (string, error) { return "", nil }
`;
  const { sources } = module({ 'm.go': source }, []);
  const { ask, close } = converse(program, sources, nobody);
  const [answer] = await ask([{ kind: 'order' }]);
  close();
  const blank = (line: number) => `_ (${sources.files[0]?.path}:${line})`;
  expect(answer).toEqual({ order: ['first', 'seen', 'text', blank(6), blank(7), 'early', 'late'] });
});

test('types of expressions', async () => {
  const source = `package m
import ( "net/http"; "example.com/m/gen" )
// ümläut: offsets are bytes
type renamed = *http.Client
var ( pointer = &http.Client{}; value http.Client; alias renamed; text = "x"; number = 1
 list gen.List[int]; lists *gen.List[string]; fail error; nothing = [](int)(nil) )
`;
  const { sources, about } = module({ 'm.go': source, 'gen/gen.go': 'package gen\ntype List[T any] []T\n' }, [
    'net/http',
    'example.com/m/gen',
  ]);
  const talk = converse(program, sources, nobody);
  const client = { path: 'net/http', name: 'Client' };
  const list = { path: 'example.com/m/gen', name: 'List' };
  const questions: [string, unknown][] = [
    ['&http.Client{}', { ...client, pointer: true }],
    ['http.Client', { ...client, pointer: false }],
    ['renamed', { ...client, pointer: true }],
    ['gen.List[int]', { ...list, pointer: false }],
    ['*gen.List[string]', { ...list, pointer: true }],
    ['error', { path: '', name: 'error', pointer: false }],
    ['"x"', undefined],
    ['[](int)(nil)', undefined],
  ];
  const answers = await talk.ask(questions.map(([needle]) => about('type', needle)));
  talk.close();
  expect(answers.map(({ named }) => named)).toEqual(questions.map(([, named]) => named));
});

test('interfaces of the universe, of the package, of its imports, below them, and elsewhere', async () => {
  const source = `package m
import ( "net/http"; _ "example.com/m/own" )
type Local interface { Run() }
type runner struct{}
func (*runner) Run() {}
type failure struct{}
func (failure) Error() string { return "" }
type odd struct{}
func (odd) Error() int { return 0 }
func f(a *runner, b runner, c failure, d odd, e *http.Request, many ...failure) {}
func g[T failure](t T) {}
`;
  const { sources, archive, about } = module(
    {
      'm.go': source,
      'own/own.go': 'package own\nimport "example.com/m/far"\nvar X far.Seen\n',
      'far/far.go':
        'package far\ntype Seen interface { Run() }\ntype Unseen interface { Run() }\ntype List[T any] interface {}',
    },
    ['net/http', 'example.com/m/own'],
  );
  const sought: string[] = [];
  const talk = converse(program, sources, (path) => {
    sought.push(path);
    return Promise.resolve(path.startsWith('nowhere') ? undefined : archive(path));
  });
  const cases: [string, string, unknown][] = [
    ['failure', 'error', { implements: true }],
    ['odd', 'error', { implements: false }],
    ['*runner', 'example.com/m.Local', { implements: true }],
    ['runner', 'example.com/m.Local', { implements: false }],
    ['*http.Request', 'net/http.RoundTripper', { implements: false }],
    ['*runner', 'example.com/m/far.Seen', { implements: true }],
    ['*runner', 'example.com/m/far.Unseen', { implements: true }],
    ['*runner', 'example.com/m/far.List', { noInterface: expect.stringContaining('type parameters') }],
    ['*runner', 'example.com/m/far.None', { noInterface: 'there is no type of this name' }],
    ['*runner', 'net/http.Request', { noInterface: 'it is no interface' }],
    ['*runner', 'net/http.Get', { noInterface: 'it is no type' }],
    ['*runner', 'nowhere/near.I', { noInterface: 'package nowhere/near cannot be found' }],
    ['failure', 'any', { implements: true }],
  ];
  // Types are looked for among the parameters.
  const text = source.indexOf('func f(');
  const at = (needle: string, face: string) => {
    const start = source.indexOf(` ${needle}`, text) + 1;
    return { ...about('implements', needle, face), start, end: start + needle.length };
  };
  expect(await talk.ask(cases.map(([needle, face]) => at(needle, face)))).toEqual(cases.map(([, , answer]) => answer));
  expect(sought).toEqual(['example.com/m/far', 'nowhere/near']);
  const variadic = source.indexOf('...failure') + 3;
  const many = { ...about('implements', 'failure', 'error'), start: variadic, end: variadic + 7 };
  expect(await talk.ask([many])).toEqual([{ implements: false }]);
  talk.close();
});

test('where a name is declared', async () => {
  const source = `package m
import ( . "strings"; . "os" )
var own = ToUpper(Getenv("X"))
func f(Local any) { _ = Local; Own(own); switch Sym := Local.(type) { case int: _ = Sym } }
func Own(any) {}
type T struct { Field int }
var _ = T{Field: len("x")}
`;
  const { sources, about } = module({ 'm.go': source }, ['strings', 'os']);
  const talk = converse(program, sources, nobody);
  const names = ['ToUpper', 'Getenv', 'Own', 'Local', 'Sym', 'Field', 'len'];
  const answers = await talk.ask(names.map((name) => about('name', name)));
  talk.close();
  expect(answers.map(({ named }) => named?.path)).toEqual([
    'strings',
    'os',
    'example.com/m',
    undefined,
    undefined,
    undefined,
    '',
  ]);
});

test('errors disable nothing but what they concern', async () => {
  const source = `package m
import ( "net/http"; "nowhere/near" )
var fine = &http.Client{}
var bad = near.New()
func f() { injected := fine.Injected; fine.Do(injected); undefined.Do(nil) }
`;
  const { sources, about } = module({ 'm.go': source }, ['net/http'], 'go1.21');
  const talk = converse(program, sources, nobody);
  const answers = await talk.ask([
    about('type', '&http.Client{}'),
    about('type', 'near.New()'),
    about('type', 'undefined'),
    about('type', 'pack'),
  ]);
  talk.close();
  expect(answers).toEqual([
    { named: { path: 'net/http', name: 'Client', pointer: true } },
    { unknown: expect.stringMatching(/^its type is not known: .*could not import nowhere\/near/) },
    { unknown: expect.stringContaining('its type is not known') },
    { unknown: expect.stringContaining('no expression stands there') },
  ]);
});

test('an oracle that ends in the middle is an error, with what it said', async () => {
  const broken = join(tempDir(), 'oracle');
  writeFileSync(broken, '#!/bin/sh\nread line\necho torn >&2\nexit 3\n');
  chmodSync(broken, 0o755);
  const { sources, about } = module({ 'm.go': 'package m\n' }, []);
  const talk = converse(broken, sources, nobody);
  const failure = { code: 'oracle_failed', message: expect.stringMatching(/exit code 3: torn$/) };
  await expect(talk.ask([about('type', 'm')])).rejects.toMatchObject(failure);
  await expect(talk.ask([about('type', 'm')])).rejects.toMatchObject(failure);
});

test('an oracle that cannot be built', async () => {
  const dir = tempDir();
  cpSync(helper, dir, { recursive: true });
  writeFileSync(join(dir, 'answer.go'), 'package main\nfunc (');
  const failing = ensureHelper('oracle', { ...options(dir), cacheDir: tempDir() });
  await expect(failing).rejects.toMatchObject({ code: 'oracle_build_failed' });
}, 120_000);
