import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkCodeTemplate } from '../../../../src/aspects/check-template.ts';
import { diskReader } from '../../../../src/dialects/load/disk-reader.ts';
import { KeptFiles } from '../../../../src/dialects/load/kept-files.ts';
import { loadAspects } from '../../../../src/dialects/load/load.ts';
import { product } from '../../../support/script.ts';
import { tempDir } from '../../../support/temp-module.ts';
import { aspectsNamed, loadTree } from '../../aspects/helpers.ts';

const nothing = { aspects: [], extends: [], disable: [] };

test('what is kept of all files of gots:otel is what they say', () => {
  const file = join(tempDir(), 'aspects.json');
  const load = (kept?: KeptFiles) =>
    loadAspects({
      entries: ['gots:otel'],
      root: '/app',
      reader: diskReader,
      builtInSet: (name) => join(product, 'aspects', name),
      checkTemplate: checkCodeTemplate,
      kept,
    });
  const read = load();
  expect(read.aspects.length).toBeGreaterThan(30);
  const first = new KeptFiles(file, 'c0de');
  expect(load(first)).toEqual(read);
  first.save();
  const written = readFileSync(file, 'utf8');
  const second = new KeptFiles(file, 'c0de');
  const again = load(second);
  expect(JSON.stringify(again)).toBe(JSON.stringify(read));
  second.save();
  expect(readFileSync(file, 'utf8')).toBe(written);
});

test('another content, another name, another code and a damaged file are read', () => {
  const file = join(tempDir(), 'aspects.json');
  const text = (display: string, content: string) => ({ display, bytes: Buffer.from(content) });
  const isRead = (kept: KeptFiles, of: ReturnType<typeof text>): boolean => {
    let read = false;
    kept.recall(of, () => {
      read = true;
      return { file: nothing, isWhole: true };
    });
    return read;
  };
  const kept = new KeptFiles(file, 'c0de');
  expect(isRead(kept, text('gots:a/gots.yml', 'x'))).toBe(true);
  expect(isRead(kept, text('gots:a/gots.yml', 'x'))).toBe(false);
  kept.save();
  const later = new KeptFiles(file, 'c0de');
  expect(isRead(later, text('gots:a/gots.yml', 'x'))).toBe(false);
  expect(isRead(later, text('gots:a/gots.yml', 'y'))).toBe(true);
  expect(isRead(later, text('gots:b/gots.yml', 'x'))).toBe(true);
  expect(isRead(new KeptFiles(file, 'other'), text('gots:a/gots.yml', 'x'))).toBe(true);
  writeFileSync(file, readFileSync(file, 'utf8').replace('"disable"', '"dizable"'));
  expect(isRead(new KeptFiles(file, 'c0de'), text('gots:a/gots.yml', 'x'))).toBe(true);
});

test('files of the program, and files with warnings, are read each time', () => {
  const files = {
    '/app/gots.yml': `extends: [gots:otel]\n${aspectsNamed('own')}`,
    '/gots/aspects/otel/orchestrion.yml': `surprise: 1\nextends: [../fine/gots.yml]\n${aspectsNamed('set')}`,
    '/gots/aspects/fine/gots.yml': aspectsNamed('fine'),
  };
  const file = join(tempDir(), 'aspects.json');
  for (const time of [1, 2]) {
    const kept = new KeptFiles(file, 'c0de');
    const { aspects, warnings } = loadTree(files, { kept });
    expect(aspects.map(({ id }) => id)).toEqual(['fine', 'set', 'own']);
    expect({ time, said: warnings.map(({ code }) => code) }).toEqual({ time, said: ['aspect_unknown_key'] });
    kept.save();
  }
  expect(readFileSync(file, 'utf8')).toContain('"fine"');
  expect(readFileSync(file, 'utf8')).not.toMatch(/"set"|"own"/);
});
