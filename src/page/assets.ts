import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PageAssets } from './render-page.ts';

/** A page's style sheet and script: of a build's report, or of telemetry. scripts/build.mjs puts them beside the bundle. */
export function pageAssets(dist: string = distOfBundle(), page: 'page' | 'telemetry' = 'page'): PageAssets {
  const read = (name: string) => readFileSync(join(dist, name), 'utf8').trim();
  return { css: read(`${page}.css`), script: read(`${page}.js`) };
}

/** The folder of the bundle that this code is part of; run from sources, the repository's own. */
function distOfBundle(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  return existsSync(join(here, 'page.js')) ? here : join(here, '..', '..', 'dist');
}
