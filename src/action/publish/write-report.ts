import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FullManifest } from '../../manifest/from-report.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { folderName, writeSources } from '../../manifest/write-sources.ts';
import { pageModel } from '../../page/model.ts';
import { type PageAssets, renderPage } from '../../page/render-page.ts';

/**
 * Writes the report's folder: the page, the manifests, and for each target the woven files and their diffs by import path. Targets that
 * weave alike still have a folder each: they are other files of the same package.
 *
 * @returns path of the page
 */
export function writeReportFolder(folder: string, full: readonly FullManifest[], assets: PageAssets): string {
  mkdirSync(folder, { recursive: true });
  const manifests = full.map(({ manifest }) => manifest);
  const page = join(folder, 'report.html');
  writeFileSync(page, renderPage(pageModel(manifests), assets));
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifests, null, 2)}\n`);
  for (const { manifest, sources } of full) {
    const target = manifest.target.replaceAll('/', '-') || 'build';
    writeSources(join(folder, 'sources', target), sources);
    writeDiffs(join(folder, 'diffs', target), manifest);
  }
  return page;
}

function writeDiffs(folder: string, { packages }: Manifest): void {
  for (const { importPath, files } of packages)
    for (const { name, diff } of files) {
      const file = join(folder, folderName(importPath), `${name}.diff`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${diff}\n`);
    }
}
