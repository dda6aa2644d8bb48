import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aspectsDigest, sumsDigest, weaverDigest } from '../../../../src/action/cache/digests.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'gots-digests-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const write = (name: string, text: string) => writeFileSync(join(dir, name), text);

test('aspect files of every dialect count, those that are named, and no others', () => {
  const digests = [aspectsDigest(dir, [])];
  for (const name of [
    'gots.yml',
    'orchestrion.yml',
    'orchestrion.tool.go',
    'otelc.yaml',
    'my.otelc.yml',
    'otel.instrumentation.go',
  ]) {
    write(name, 'a');
    digests.push(aspectsDigest(dir, []));
  }
  write('gots.yml', 'b');
  digests.push(aspectsDigest(dir, []));
  mkdirSync(join(dir, 'more'));
  digests.push(aspectsDigest(dir, [join(dir, 'more')]));
  write('more/x.yml', 'a');
  digests.push(aspectsDigest(dir, [join(dir, 'more')]), aspectsDigest(dir, ['gots:otel']));
  // A folder that is empty names nothing.
  expect(new Set(digests).size).toBe(digests.length - 1);
  const before = aspectsDigest(dir, []);
  write('main.go', 'package main');
  expect(aspectsDigest(dir, [])).toBe(before);
});

test('go.mod, go.sum and the workspace decide which modules there are', () => {
  const go = { goMod: join(dir, 'go.mod'), goWork: '' };
  const digests = [sumsDigest(go)];
  for (const name of ['go.mod', 'go.sum']) {
    write(name, name);
    digests.push(sumsDigest(go));
  }
  for (const name of ['go.work', 'go.work.sum']) {
    write(name, name);
    digests.push(sumsDigest({ ...go, goWork: join(dir, 'go.work') }));
  }
  expect(new Set(digests).size).toBe(digests.length);
});

test('what weaves counts, the action itself does not', () => {
  for (const folder of ['dist', 'aspects/otel', 'helper/shim']) mkdirSync(join(dir, folder), { recursive: true });
  const digests = [weaverDigest(dir)];
  for (const name of ['dist/cacheprog.cjs', 'aspects/otel/http.yml', 'helper/shim/main.go']) {
    write(name, 'x');
    digests.push(weaverDigest(dir));
  }
  expect(new Set(digests).size).toBe(digests.length);
  write('dist/action-main.mjs', 'x');
  expect(weaverDigest(dir)).toBe(digests.at(-1));
});
