import { expect, test } from 'vitest';
import { preferenceOf, preferredVersions } from '../../../src/gomod/preferred.ts';
import { parseModFile } from '../../../src/lang/modules/mod-file.ts';

const preferences = parseModFile(`module example.com/hooks
require (
	example.com/otel v1.11.0 // gots: prefer v1.45.0 v1.41.0
	example.com/otel/sdk v1.11.0 // indirect; gots: prefer v1.41.0, as example.com/otel
	example.com/otel/trace v1.11.0 // gots: prefer v1.41.0, as example.com/otel
	example.com/plain v1.0.0 // indirect
)
`).requires.flatMap((each) => preferenceOf(each) ?? []);

test('comments that say what to take', () => {
  expect(preferences).toEqual([
    { path: 'example.com/otel', as: undefined, versions: ['v1.45.0', 'v1.41.0'] },
    { path: 'example.com/otel/sdk', as: 'example.com/otel', versions: ['v1.41.0'] },
    { path: 'example.com/otel/trace', as: 'example.com/otel', versions: ['v1.41.0'] },
  ]);
});

const chosen = async (program: Readonly<Record<string, string>>, newest: string): Promise<unknown> => {
  const versions = new Map(Object.entries(program));
  return Object.fromEntries(await preferredVersions(preferences, versions, async (_, version) => version <= newest));
};

test('a family has the version of the program, else the best that can be built', async () => {
  expect(await chosen({ 'example.com/otel': 'v1.38.0' }, 'v1.45.0')).toEqual({
    'example.com/otel/sdk': 'v1.38.0',
    'example.com/otel/trace': 'v1.38.0',
  });
  const all = (version: string) => ({
    'example.com/otel': version,
    'example.com/otel/sdk': version,
    'example.com/otel/trace': version,
  });
  expect(await chosen({}, 'v1.45.0')).toEqual(all('v1.45.0'));
  expect(await chosen({}, 'v1.44.0')).toEqual(all('v1.41.0'));
  expect(await chosen({ 'example.com/otel/sdk': 'v1.30.0' }, 'v1.44.0')).toEqual({
    'example.com/otel': 'v1.41.0',
    'example.com/otel/trace': 'v1.41.0',
  });
});
