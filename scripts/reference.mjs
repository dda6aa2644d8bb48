// Writes what is made of the tables that gots.yml is read by: its JSON schema and its reference page.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'rolldown';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dir = mkdtempSync(join(tmpdir(), 'gots-reference-'));
try {
  const input = {
    schema: 'src/vocabulary/reference/json-schema.ts',
    page: 'src/vocabulary/reference/reference-page.ts',
  };
  await build({ cwd: root, input, platform: 'node', output: { dir, format: 'esm', entryFileNames: '[name].mjs' } });
  const { gotsSchema } = await import(pathToFileURL(join(dir, 'schema.mjs')).href);
  const { referencePage } = await import(pathToFileURL(join(dir, 'page.mjs')).href);
  writeFileSync(join(root, 'aspects', 'gots.schema.json'), `${JSON.stringify(gotsSchema(), undefined, 2)}\n`);
  writeFileSync(join(root, 'docs', 'reference.md'), referencePage());
} finally {
  rmSync(dir, { recursive: true, force: true });
}
