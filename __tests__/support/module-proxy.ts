import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zip } from '../../src/action/packaging/zip-and-tar.ts';

/** A version of a module: its go.mod, and its other files by name. */
export interface ProxyModule {
  readonly path: string;
  readonly version: string;
  readonly goMod: string;
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Writes modules as a module proxy has them.
 *
 * @param dir a new folder
 * @returns value for GOPROXY
 */
export async function moduleProxy(dir: string, modules: readonly ProxyModule[]): Promise<string> {
  for (const { path, version, goMod, files } of modules) {
    const place = join(dir, path, '@v');
    mkdirSync(place, { recursive: true });
    const all = Object.entries({ 'go.mod': goMod, ...files });
    const archive = await zip(
      all.map(([name, text]) => ({ name: `${path}@${version}/${name}`, bytes: Buffer.from(text), mode: 0o644 })),
    );
    writeFileSync(join(place, `${version}.info`), JSON.stringify({ Version: version, Time: '2026-01-01T00:00:00Z' }));
    writeFileSync(join(place, `${version}.mod`), goMod);
    writeFileSync(join(place, `${version}.zip`), archive);
  }
  return `file://${dir}`;
}
