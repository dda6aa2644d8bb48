import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import type { WovenSource } from './manifest.ts';

/**
 * Writes woven files into a folder by import path; a package's tests lie beside it, in a folder of the variant's name. A go.mod keeps
 * go from taking them for packages of the module that the folder is in.
 */
export function writeSources(dir: string, sources: readonly WovenSource[]): void {
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'go.mod'), '// Files as they were compiled, to be read. They are no module.\nmodule woven\n');
  for (const { importPath, name, text } of sources) {
    const file = join(dir, folderName(importPath), name);
    if (!resolve(file).startsWith(resolve(dir) + sep)) throw new Error(`${importPath}/${name} leaves its folder`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** `p [p.test]` becomes `p@p.test`: no character that an artifact's names may not have, and no import path. */
export function folderName(importPath: string): string {
  const [, path, variant] = /^(.*?) \[(.*)\]$/s.exec(importPath) ?? [];
  return path === undefined || variant === undefined ? importPath : `${path}@${variant.split('/').at(-1)}`;
}
