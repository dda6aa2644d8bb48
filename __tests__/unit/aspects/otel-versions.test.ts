import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const aspects = join(import.meta.dirname, '..', '..', '..', 'aspects');
const read = (...path: string[]) => readFileSync(join(aspects, ...path), 'utf8');

/** `require` lines for modules of OpenTelemetry: path → version and comment. */
function required(...modFile: string[]) {
  const lines = read(...modFile).matchAll(/^\t(go\.opentelemetry\.io\/otel\S*) (v\S+)(?: \/\/ (.*))?$/gm);
  return [...lines].map(([, path = '', version = '', comment = '']) => ({ path, version, comment }));
}

/** The modules of the bridges, each with the lowest version it works with. */
const modules = [
  { folder: ['bridge'], lowest: 'v1.11.0' },
  { folder: ['bridge', 'metric'], lowest: 'v1.16.0' },
];
const bridge = ['bridge', 'go.mod'] as const;
const lowest = required(...bridge)[0]?.version;

describe('versions of OpenTelemetry', () => {
  test('hooks need none', () => {
    expect(read('go.mod')).not.toContain('require');
  });

  test.each(modules)('$folder asks for the lowest version everywhere and says what to prefer', (module) => {
    const lines = required(...module.folder, 'go.mod');
    expect(lines.length).toBeGreaterThanOrEqual(2);
    const sums = read(...module.folder, 'gots.sum');
    for (const { path, version, comment } of lines) {
      expect(version, path).toBe(module.lowest);
      const [, preferred = ''] = /^gots: prefer (v\S+?)(?:, as go\.opentelemetry\.io\/otel)?$/.exec(comment) ?? [];
      expect(sums, path).toContain(`\n${path} ${preferred} h1:`);
      expect(sums, path).toContain(`\n${path} ${preferred}/go.mod h1:`);
    }
  });

  test('the end-to-end tests run with the lowest and with the preferred version', () => {
    const preferred = /prefer (v\S+)/.exec(read(...bridge))?.[1];
    for (const { path, version } of required('e2e', 'testdata', 'lowest', 'go.mod')) expect(version, path).toBe(lowest);
    for (const { path, version } of required('e2e', 'go.mod')) expect(version, path).toBe(preferred);
  });

  test('no hook imports a package of semantic conventions, which would raise the lowest version', () => {
    for (const file of readdirSync(aspects, { recursive: true, encoding: 'utf8' }))
      if (file.endsWith('.go') && !file.startsWith('e2e')) expect(read(file), file).not.toContain('/otel/semconv');
  });
});
