// The script and the style sheet of a report's page, which become part of each page.
import { cpSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Writes page.js and page.css into a folder; returns what was bundled, as rolldown does. */
export async function buildPage(dir) {
  const { output } = await build({
    cwd: root,
    input: { page: 'src/page/client/page.ts' },
    platform: 'browser',
    output: { dir, format: 'iife', entryFileNames: '[name].js', minify: true },
  });
  cpSync(join(root, 'src', 'page', 'client', 'page.css'), join(dir, 'page.css'));
  return output;
}
