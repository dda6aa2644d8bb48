import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checkCodeTemplate } from '../../../../src/aspects/check-template.ts';
import { loadAspects } from '../../../../src/dialects/load/load.ts';
import { errorOf, gots } from '../../aspects/helpers.ts';

const sets = fileURLToPath(new URL('../../../../aspects', import.meta.url));

test('spans alone bring telemetry along, beside extends only what makes spans', () => {
  expect(gots('spans: [example.com/shop.Place]').extends.map(({ text }) => text)).toEqual(['gots:otel']);
  const beside = gots('extends: [a.yml]\nspans: [example.com/shop.Place]');
  expect(beside.extends.map(({ text }) => text)).toEqual(['a.yml', 'gots:spanfunc']);
  expect(gots('spans: []').extends).toEqual([]);
});

test.each([
  ['spans: [example.com/shop]', '1:25'],
  ["spans: ['example.com/shop']", '1:26'],
  ['spans:\n  - example.com/ok.F\n  - "example.com/*/a.F"', '3:18'],
])('%s is refused at %s', (text, place) => {
  expect(errorOf(() => gots(text))).toMatch(new RegExp(`^gots.yml:${place}: .* \\(aspect_bad_function_pattern\\)`));
});

test.each([
  ['spans: example.com/shop.Place', '"spans" must be a list'],
  ['spans: [{a: b}]', 'an item of "spans" must be'],
])('%s is no list of patterns', (text, message) => {
  expect(errorOf(() => gots(text))).toContain(message);
});

test('functions that spans names get the advice of the directive, each pattern under an id of its own', () => {
  const yaml = 'extends: [gots:spanfunc]\nspans: [example.com/shop.Place, example.com/shop.Cart.*]\n';
  const { aspects, files } = loadAspects({
    entries: ['gots.yml'],
    root: '/project',
    reader: {
      read: (path) => {
        if (path === '/project/gots.yml') return Buffer.from(yaml);
        return path.startsWith(sets) ? readFileSync(path) : undefined;
      },
      isDirectory: () => false,
      list: () => [],
    },
    builtInSet: (name) => join(sets, name),
    checkTemplate: checkCodeTemplate,
  });
  expect(aspects.map(({ id }) => id)).toEqual([
    'gots:span',
    'gots:span example.com/shop.Place',
    'gots:span example.com/shop.Cart.*',
  ]);
  const [directive, ...named] = aspects;
  for (const each of named) {
    expect(each.advice).toEqual(directive?.advice);
    expect(each.span).toMatchObject({ file: 'gots.yml', line: 2 });
  }
  expect(files.map(({ display }) => display)).toEqual(['gots.yml', 'gots:spanfunc/gots.yml']);
});
