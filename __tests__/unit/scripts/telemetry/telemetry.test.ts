import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';

// The scripts are plain modules without types; what is used of them is declared here.
interface Read {
  readonly libraries: readonly { readonly library: string; readonly disable: readonly string[] | undefined }[];
}
interface Declared {
  readonly keys: readonly { readonly name: string; readonly kind: string; readonly limit: number }[];
  readonly instruments: readonly {
    readonly name: string;
    readonly kind: string;
    readonly unit: string;
    readonly bounds: readonly number[] | null;
  }[];
}
const part = (file: string): Promise<unknown> =>
  import(new URL(`../../../../scripts/telemetry/${file}`, import.meta.url).href);
const { problems, readLibraries, withObserved } = (await part('libraries.mjs')) as {
  problems(read: Read, declared: Declared): string[];
  readLibraries(aspects: string): Read;
  withObserved(
    read: Read,
    instruments: Declared['instruments'],
    conventions: Readonly<Record<string, { readonly instrument: string; readonly unit: string }>>,
  ): Declared['instruments'];
};
const { telemetryPage } = (await part('page.mjs')) as {
  telemetryPage(page: string, read: Read, declared: Declared): string;
};

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function aspects(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'gots-telemetry-'));
  folders.push(folder);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

const files = {
  'rt/attr/telemetry.yml': 'attributes:\n  a.b: { value: it, hidden: half of it }\n  c: { value: how many }\n',
  'lib/telemetry.yml': `library: lib
covers: all of it
spans:
  - { label: call, what: a call, name: its name, kind: client, attributes: [a.b], failed: [c] }
  - { label: answer, what: an answer, name: its name, kind: server, attributes: [], failed: [c] }
metrics:
  lib.duration: [a.b]
`,
  'lib/gots.yml':
    'aspects:\n  - id: example.com/lib.call\n  - id: example.com/lib.call.end\n  - id: example.com/lib/v2.call\n',
};
const declared: Declared = {
  keys: [
    { name: 'a.b', kind: 'long', limit: 4096 },
    { name: 'c', kind: 'number', limit: 255 },
  ],
  instruments: [{ name: 'lib.duration', kind: 'histogram', unit: 's', bounds: [0.5, 1] }],
};
const page = '<!-- libraries -->\n\n[x](../x.md)\n\n<!-- spans -->\n\n<!-- attributes -->\n\n<!-- metrics -->\n\nend\n';

test('tables say what is recorded, bounded, hidden, and how to switch it off', () => {
  const read = readLibraries(aspects(files));
  expect(problems(read, declared)).toEqual([]);
  const lines = telemetryPage(page, read, declared).split('\n');
  for (const line of [
    "| `lib` | all of it | call, answer | 1 | – | `disable: ['example.com/lib.*']`, `disable: ['example.com/lib/v2.*']` | `OTEL_GO_DISABLED_INSTRUMENTATIONS=lib` |",
    '| a call | its name | client |',
    '| `a.b` | call | it | 4096 (L) | half of it |',
    '| `c` | failed spans | how many | number | |',
    '| `lib.duration` | histogram, s | `a.b` | 0.5, 1 |',
    '[x](x.md)',
    'end',
  ]) {
    expect(lines).toContain(line);
  }
});

test.each([
  [
    'a key without a meaning',
    { 'lib/telemetry.yml': 'library: lib\ncovers: x\nspan: []\n' },
    'aspects/lib/telemetry.yml has span, which means nothing',
  ],
  [
    'an attribute twice',
    { 'other/telemetry.yml': 'attributes: { c: { value: x } }\n' },
    'aspects/rt/attr/telemetry.yml describes c, which another file does, too',
  ],
  [
    'an attribute without a description',
    { 'rt/attr/telemetry.yml': 'attributes: { c: { value: x } }\n' },
    'no telemetry.yml describes a.b',
  ],
  [
    'a description of nothing',
    { 'rt/attr/telemetry.yml': `${files['rt/attr/telemetry.yml']}  old: { value: x }\n` },
    'old is described, and nothing records it',
  ],
  [
    'a metric that is not named',
    { 'lib/telemetry.yml': 'library: lib\ncovers: x\n' },
    'no telemetry.yml names the metric lib.duration',
  ],
])('%s is refused', (_, change, said) => {
  expect(problems(readLibraries(aspects({ ...files, ...change })), declared)).toContain(said);
});

test('what is observed later is known by the conventions, but for histograms', () => {
  const text = 'library: lib\ncovers: x\nmetrics: { lib.duration: [], pool.count: [], pool.wait: [], pool.own: [] }\n';
  const read = readLibraries(aspects({ ...files, 'lib/telemetry.yml': text }));
  const conventions = {
    'lib.duration': { instrument: 'histogram', unit: 's' },
    'pool.count': { instrument: 'updowncounter', unit: '{c}' },
    'pool.wait': { instrument: 'histogram', unit: 's' },
  };
  const instruments = withObserved(read, declared.instruments, conventions);
  expect(instruments.map(({ name, kind, unit }) => [name, kind, unit])).toEqual([
    ['lib.duration', 'histogram', 's'],
    ['pool.count', 'up_down_counter', '{c}'],
  ]);
  expect(problems(read, { ...declared, instruments })).toEqual([
    'nothing measures pool.wait',
    'nothing measures pool.own',
  ]);
});

test('a library without aspects says so', () => {
  const { 'lib/gots.yml': _, ...without } = files;
  expect(() => readLibraries(aspects(without))).toThrow('gots.yml');
  const runtime = { ...without, 'lib/telemetry.yml': 'library: lib\ncovers: x\naspects: none\n' };
  expect(readLibraries(aspects(runtime)).libraries[0]).toMatchObject({ library: 'lib', disable: undefined });
});

test('a page that asks for an unknown table is refused', () => {
  expect(() => telemetryPage('<!-- tables -->\n', readLibraries(aspects(files)), declared)).toThrow('<!-- tables -->');
});
