import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

// The scripts of bench/ are plain modules without types; what is used of them is declared here.
interface Stored {
  readonly app: string;
  readonly run: number;
  readonly phase: string;
  readonly tool: string;
  readonly ms: number;
}
interface SampleFile {
  readonly origin: object;
  readonly samples: readonly Stored[];
  readonly loads: readonly object[];
  readonly packages: Readonly<Record<string, number>>;
  readonly shim?: object;
}
interface Samples {
  readonly all: SampleFile;
  has(app: string, run: number, phase: string, tool: string): boolean;
  add(sample: Stored): void;
  set(what: object): void;
}
const { joinSamples, openSamples, originOf } = (await import(
  new URL('../../../bench/samples.mjs', import.meta.url).href
)) as {
  joinSamples(files: readonly string[]): SampleFile;
  openSamples(file: string | undefined, origin: object): Samples;
  originOf(root: string, ask: (command: readonly string[]) => Promise<string>): Promise<Record<string, string>>;
};

const origin = { commit: 'c1', code: 'h1', machine: '2 × CPU', host: 'a', go: 'go1.26.8', node: 'v20.20.2' };
const sample = (run: number, tool = 'gots', app = 'own'): Stored => ({ app, run, phase: 'main', tool, ms: 1000 + run });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gots-samples-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('openSamples', () => {
  test('each sample is in the file at once, and a later call knows it', () => {
    const file = join(folder, 's.json');
    const first = openSamples(file, origin);
    first.add(sample(0));
    first.set({ packages: { own: 3 } });
    const later = openSamples(file, origin);
    expect([later.has('own', 0, 'main', 'gots'), later.has('own', 1, 'main', 'gots')]).toEqual([true, false]);
    expect(later.has('injected', 0, 'main', 'gots')).toBe(false);
    later.add(sample(1));
    const { samples, loads, packages } = JSON.parse(readFileSync(file, 'utf8')) as SampleFile;
    expect([samples.map(({ ms }) => ms), loads.length, packages]).toEqual([[1000, 1001], 2, { own: 3 }]);
  });

  test('without a file, samples are kept all the same', () => {
    const samples = openSamples(undefined, origin);
    samples.add(sample(0));
    expect(samples.all.samples).toHaveLength(1);
  });

  test.each(Object.keys(origin))('refuses a file with another %s', (key) => {
    const file = join(folder, 's.json');
    openSamples(file, origin).add(sample(0));
    expect(() => openSamples(file, { ...origin, [key]: 'other' })).toThrow(
      new RegExp(`take another file: ${key}: .*other`),
    );
  });

  test.each(['{', '{}', '[]'])('refuses a file that holds %s', (text) => {
    const file = join(folder, 's.json');
    writeFileSync(file, text);
    expect(() => openSamples(file, origin)).toThrow(/s\.json/);
  });
});

describe('joinSamples', () => {
  function write(name: string, samples: readonly Stored[], more: object = {}): string {
    const file = join(folder, name);
    writeFileSync(file, JSON.stringify({ origin, packages: {}, loads: [{ from: 1, to: 2 }], samples, ...more }));
    return file;
  }

  test('is all samples, loads and counts of several files', () => {
    const a = write('a.json', [sample(0)], { packages: { own: 3 } });
    const b = write('b.json', [sample(0, 'gots', 'injected')], { packages: { injected: 2 }, shim: { calls: 1 } });
    const all = joinSamples([a, b]);
    expect(all.samples.map(({ app }) => app)).toEqual(['own', 'injected']);
    expect([all.packages, all.loads.length, all.shim]).toEqual([{ own: 3, injected: 2 }, 2, { calls: 1 }]);
  });

  test('refuses another origin, and one sample in two files', () => {
    const a = write('a.json', [sample(0)]);
    const b = write('b.json', [sample(1)], { origin: { ...origin, host: 'b' } });
    const c = write('c.json', [sample(0)]);
    expect(() => joinSamples([a, b])).toThrow(/b\.json and .*a\.json are not compared: host: a, and now b/);
    expect(() => joinSamples([a, c])).toThrow('run 1 of main of own with gots is in another file, too');
  });
});

describe('originOf', () => {
  const answers: Record<string, string> = { 'git rev-parse': 'abc\n', 'git status': '', 'go env': 'go1.26.8\n' };
  const ask = (command: readonly string[]) => Promise.resolve(answers[command.slice(0, 2).join(' ')] ?? '');

  test('knows another code below the same commit, and changes that are not committed', async () => {
    const before = await originOf(folder, ask);
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'dist/cli.mjs'), '1');
    const after = await originOf(folder, ask);
    expect([before['commit'], after['commit']]).toEqual(['abc', 'abc']);
    expect(after['code']).not.toBe(before['code']);
    const dirty = await originOf(folder, (command) =>
      command[1] === 'status' ? Promise.resolve(' M a') : ask(command),
    );
    expect(dirty['commit']).toBe('abc-dirty');
  });
});
