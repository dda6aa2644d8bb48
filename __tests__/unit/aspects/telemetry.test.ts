import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');
const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');

const docs = read('docs', 'telemetry', 'page.md');

/** Variables of a pod that its template fills, by a convention of Kubernetes. */
const ofKubernetes = 'OTEL_RESOURCE_ATTRIBUTES_';

function goFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.go') && !file.endsWith('_test.go'))
    .map((file) => join(folder, file));
}

describe('docs/telemetry.md', () => {
  test('is what telemetry.yml files and the Go code give', () => {
    const run = spawnSync(process.execPath, ['scripts/telemetry.mjs', '--check'], { cwd: root, encoding: 'utf8' });
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
  }, 300_000);

  test('names each variable that the aspects read', () => {
    const variables = goFiles('aspects').flatMap((file) =>
      [...read(file).matchAll(/"((?:GOTS|OTEL)_[A-Z_]+)"/g)].map(([, name = '']) => name),
    );
    const missing = [...new Set(variables)].filter(
      (name) => !docs.includes(name) && !name.startsWith('OTEL_EXPORTER_OTLP_') && !name.startsWith(ofKubernetes),
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
