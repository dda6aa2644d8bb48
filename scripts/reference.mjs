// Writes what is made of tables: the JSON schema and the reference page of gots.yml, and the page of the commands.
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
    commands: 'src/cli/usage.ts',
  };
  await build({ cwd: root, input, platform: 'node', output: { dir, format: 'esm', entryFileNames: '[name].mjs' } });
  const { gotsSchema } = await import(pathToFileURL(join(dir, 'schema.mjs')).href);
  const { referencePage } = await import(pathToFileURL(join(dir, 'page.mjs')).href);
  writeFileSync(join(root, 'aspects', 'gots.schema.json'), `${JSON.stringify(gotsSchema(), undefined, 2)}\n`);
  writeFileSync(join(root, 'docs', 'reference.md'), referencePage());
  const { commandsPage } = await import(pathToFileURL(join(dir, 'commands.mjs')).href);
  writeFileSync(join(root, 'docs', 'commands.md'), commandsPage());
} finally {
  rmSync(dir, { recursive: true, force: true });
}
