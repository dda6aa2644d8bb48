import { expect, test } from 'vitest';
import { readManifest } from '../../../src/manifest/read-manifest.ts';
import { exampleManifest, wovenPackage } from '../../support/example-manifest.ts';

const example = exampleManifest([wovenPackage('m/a', [1, 2]), wovenPackage('m/b', [3], { fromCache: true })]);

test('a manifest is read as it was written', () => {
  expect(readManifest('manifest.json', JSON.stringify(example))).toEqual(example);
});

test('what is not described does not come through', () => {
  const more = { ...example, extra: 1, packages: example.packages.map((each) => ({ ...each, html: '<script>' })) };
  const text = JSON.stringify(more).replace('{', '{"__proto__": {"polluted": true},');
  const read = readManifest('manifest.json', text);
  expect(read).toEqual(example);
  expect('polluted' in read).toBe(false);
});

test('libraries without an aspect are optional', () => {
  const more = { ...example, uncovered: [{ path: 'example.com/l', version: 'v1.0.0' }] };
  expect(readManifest('manifest.json', JSON.stringify(more))).toEqual(more);
});

const [first, ...others] = example.packages as [(typeof example.packages)[0]];
const broken: readonly (readonly [string, unknown, RegExp])[] = [
  ['no JSON', '{', /manifest\.json: no JSON/],
  ['a list', [], /the manifest is \[\], not an object/],
  ['another schema', { ...example, schema: 2 }, /schema is 2, not 1/],
  ['a number for a text', { ...example, target: 5 }, /target is 5, not a text/],
  ['a text that is too long', { ...example, rootModule: 'x'.repeat(1001) }, /rootModule has 1001 characters/],
  ['no packages', { ...example, packages: undefined }, /packages is absent, not a list/],
  ['a list that is too long', { ...example, modules: Array(20_001).fill({}) }, /modules has 20001 elements/],
  [
    'a broken element',
    { ...example, packages: [...others, { ...first, files: [null] }] },
    /packages\[1\]\.files\[0\] is null/,
  ],
  ['a library without a version', { ...example, uncovered: [{ path: 'l' }] }, /uncovered\[0\]\.version is absent/],
  ['a negative count', { ...example, binaries: [{ name: 'x', bytes: -1 }] }, /binaries\[0\]\.bytes is -1/],
  [
    'a text for a flag',
    { ...example, packages: [{ ...first, fromCache: 'yes' }] },
    /fromCache is "yes", not true or false/,
  ],
];

test.each(broken)('%s is refused', (_, value, message) => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  expect(() => readManifest('manifest.json', text)).toThrow(message);
});
