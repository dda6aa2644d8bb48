// The scripts and the style sheets of the pages, which become part of each page.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Each page's script. What they have in common is bundled into each: a page fetches nothing. */
const pages = { page: 'src/page/client/page.ts', telemetry: 'src/page/telemetry/client/telemetry.ts' };

/** Writes page.js, page.css, telemetry.js and telemetry.css into a folder; returns what was bundled, as rolldown does. */
export async function buildPage(dir) {
  mkdirSync(dir, { recursive: true });
  const read = (file) => readFileSync(join(root, file), 'utf8');
  const common = read('src/page/client/common.css');
  const built = [];
  for (const [name, script] of Object.entries(pages)) {
    const { output } = await build({
      cwd: root,
      input: { [name]: script },
      platform: 'browser',
      output: { dir, format: 'iife', entryFileNames: '[name].js', minify: true },
    });
    built.push(...output);
    writeFileSync(join(dir, `${name}.css`), `${common}\n${read(script.replace(/\.ts$/, '.css'))}`);
  }
  return built;
}
