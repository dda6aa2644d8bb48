import { expect, test } from 'vitest';
import { knownLibraries } from '../../../../src/driver/summary/known-libraries.ts';
import { heldIn, libraryNames, uncoveredLibraries } from '../../../../src/driver/summary/uncovered.ts';
import type { JoinPoint } from '../../../../src/vocabulary/points.ts';

const span = { file: 'gots.yml', line: 1, column: 1 };
const inPackage = (path: string): JoinPoint => ({ kind: 'import-path', path, span });
const glob = (pattern: string): JoinPoint => ({ kind: 'import-glob', pattern, span });

const redis = 'github.com/redis/go-redis/v9';
const grpc = 'google.golang.org/grpc';
const mongo = 'go.mongodb.org/mongo-driver';
const modules = new Map([
  [redis, 'v9.17.2'],
  [grpc, 'v1.83.2'],
  [mongo, 'v1.17.9'],
  [`${mongo}/v2`, 'v2.4.2'],
  ['github.com/twmb/franz-go', 'v1.22.2'],
  ['example.com/other', 'v1.0.0'],
]);

/** Packages of the program, join points → modules without an aspect. */
const cases: readonly (readonly [string, readonly string[], readonly JoinPoint[], readonly string[]])[] = [
  ['no known library', ['fmt', 'example.com/other'], [], []],
  ['a library', [redis], [inPackage('net/http')], [redis]],
  ['sorted by module', [grpc, redis], [], [redis, grpc]],
  ['only a package that does no work', [`${grpc}/codes`], [], []],
  ['a package below its module', ['github.com/twmb/franz-go/pkg/kgo'], [], ['github.com/twmb/franz-go']],
  ['named', [redis], [inPackage(redis)], []],
  ['a package of its module is named', [grpc], [inPackage(`${grpc}/internal/transport`)], []],
  ['another library with the same beginning', [grpc], [inPackage(`${grpc}web`)], [grpc]],
  [
    'another major version is named',
    [`${mongo}/mongo`, `${mongo}/v2/mongo`],
    [inPackage(`${mongo}/v2/x/driver`)],
    [mongo],
  ],
  ['named inside another point', [redis], [{ kind: 'all-of', points: [inPackage(redis)], span } as JoinPoint], []],
  ['excluded', [redis], [{ kind: 'not', point: inPackage(redis), span } as JoinPoint], [redis]],
  ['a pattern that contains it', [redis], [glob('github.com/redis/**')], []],
  ['a pattern for everything', [redis], [glob('**')], [redis]],
  ['an excluded pattern', [redis], [{ kind: 'not', point: glob('github.com/redis/**'), span } as JoinPoint], [redis]],
  // The author of a library builds its own tests.
  ['a library that is a main module', ['github.com/nats-io/nats.go'], [], []],
];

test.each(cases)('%s', (_, packages, points, expected) => {
  const programs = { packages: new Map(packages.map((path) => [path, `/${path}.a`])), modules };
  const aspects = points.map((joinPoint) => ({ joinPoint }));
  const found = uncoveredLibraries(aspects, programs);
  expect(found).toEqual(expected.map((path) => ({ path, version: modules.get(path) })));
});

test('each known library is listed once, and is no package of the standard library', () => {
  expect(new Set(knownLibraries).size).toBe(knownLibraries.length);
  for (const path of knownLibraries) expect(path).toMatch(/^[\w-]+(\.[\w-]+)+(\/[\w.-]+)+$/);
});

test('packages that go lists are held, with the modules that are not the program’s own', () => {
  const { packages, modules: found } = heldIn([
    { ImportPath: 'fmt' },
    { ImportPath: 'example.com/app', Module: { Path: 'example.com/app', Main: true } },
    { ImportPath: redis, Module: { Path: redis, Version: 'v9.17.2', Replace: { Version: 'v9.0.0' } } },
  ]);
  expect(packages.has(redis) && packages.has('fmt')).toBe(true);
  expect([...found]).toEqual([[redis, 'v9.17.2']]);
  expect(libraryNames(uncoveredLibraries([], { packages, modules: found }))).toEqual([`${redis} (v9.17.2)`]);
});
