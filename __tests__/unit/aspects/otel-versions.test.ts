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

const modules = [['go.mod'], ['bootstrap', 'go.mod']];
const lowest = required('go.mod')[0]?.version;

describe('versions of OpenTelemetry', () => {
  test.each(modules)('%s %s asks for the lowest version everywhere and says what to prefer', (...modFile) => {
    const lines = required(...modFile);
    expect(lines.length).toBeGreaterThanOrEqual(2);
    const sums = read(...modFile.slice(0, -1), 'gots.sum');
    for (const { path, version, comment } of lines) {
      expect(version, path).toBe(lowest);
      const [, preferred = ''] = /^gots: prefer (v\S+?)(?:, as go\.opentelemetry\.io\/otel)?$/.exec(comment) ?? [];
      expect(sums, path).toContain(`\n${path} ${preferred} h1:`);
      expect(sums, path).toContain(`\n${path} ${preferred}/go.mod h1:`);
    }
  });

  test('the end-to-end tests run with the lowest and with the preferred version', () => {
    const preferred = /prefer (v\S+)/.exec(read('go.mod'))?.[1];
    for (const { path, version } of required('e2e', 'testdata', 'lowest', 'go.mod')) expect(version, path).toBe(lowest);
    for (const { path, version } of required('e2e', 'go.mod')) expect(version, path).toBe(preferred);
  });

  test('no hook imports a package of semantic conventions, which would raise the lowest version', () => {
    for (const file of readdirSync(aspects, { recursive: true, encoding: 'utf8' }))
      if (file.endsWith('.go') && !file.startsWith('e2e')) expect(read(file), file).not.toContain('/otel/semconv');
  });
});
