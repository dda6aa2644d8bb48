import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');
const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');

const docs = read('docs', 'telemetry.md');

/** Rows of the table whose first cell is an attribute: name → bound. */
const documented = Object.fromEntries(
  [...docs.matchAll(/^\| `([a-z_.]+)` \|[^|]*\|[^|]*\| ([^|]+) \|/gm)].map(([, name = '', bound = '']) => [
    name,
    bound,
  ]),
);

const limits = (() => {
  const source = read('aspects', 'otelrt', 'attribute.go');
  const of = (name: string) => Number(new RegExp(`\\b${name} += ([0-9_]+)`).exec(source)?.[1]?.replaceAll('_', ''));
  return {
    short: `${of('shortLimit')}`,
    long: `${of('longLimit')} (L)`,
    stack: `${of('stackLimit')} (L)`,
    number: 'number',
  };
})();

function goFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.go') && !file.endsWith('_test.go'))
    .map((file) => join(folder, file));
}

describe('docs/telemetry.md', () => {
  test('names each attribute that hooks set, with its bound', () => {
    const declared = [
      ...read('aspects', 'otelrt', 'semconv.go').matchAll(/= (short|long|stack|number)\("([a-z_.]+)"/g),
    ].map(([, kind = '', name = '']) => [name, limits[kind as keyof typeof limits]]);
    expect(declared.length).toBeGreaterThan(20);
    expect(documented).toEqual(Object.fromEntries(declared));
  });

  test('names each variable that the aspects read', () => {
    const variables = goFiles('aspects').flatMap((file) =>
      [...read(file).matchAll(/"((?:GOTS|OTEL)_[A-Z_]+)"/g)].map(([, name = '']) => name),
    );
    const missing = [...new Set(variables)].filter(
      (name) => !docs.includes(name) && !name.startsWith('OTEL_EXPORTER_OTLP_') && name !== 'OTEL_PROPAGATORS',
    );
    expect(missing).toEqual([]);
    expect(variables).toContain('GOTS_RECORD_ERROR_TEXTS');
  });

  test('hooks set attributes through the table alone', () => {
    const hooks = ['net', 'database', 'log'].flatMap((folder) => goFiles(join('aspects', folder)));
    expect(hooks.length).toBeGreaterThan(5);
    for (const file of hooks)
      expect(read(file), file).not.toMatch(/attribute\.(String|Key|Int|StringSlice|Stringer)\(|\.RecordError\(/);
  });
});
