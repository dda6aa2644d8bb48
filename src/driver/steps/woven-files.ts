import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { WovenPackage } from '../../weave/weave-request.ts';
import { type PackageCompile, recordedName } from './package-compile.ts';

/**
 * Writes the woven files of a package, those that weaving adds, and for a main package one that imports what must be linked.
 *
 * @param folder gets a folder `src`, which must exist
 * @param pending packages that a main package imports blank
 * @returns files to compile, in the order in which their variables are initialised; of each written file the name of its original
 */
export function writeWovenFiles(
  folder: string,
  host: PackageCompile,
  woven: WovenPackage | undefined,
  pending: readonly string[],
): { readonly goFiles: readonly string[]; readonly originals: ReadonlyMap<string, string> } {
  const originals = new Map<string, string>();
  const byName = new Map(woven?.files.map((file) => [file.name, file.text]));
  const used = new Set<string>();
  const early: string[] = [];
  const goFiles = host.command.goFiles.map((name) => {
    const text = byName.get(recordedName(host, name));
    if (!text) return name;
    // Two inputs of one package may share a base name (cgo output beside sources).
    let base = basename(name);
    for (let n = 1; used.has(base); n++) base = `${n}_${basename(name)}`;
    used.add(base);
    const file = join(folder, 'src', base);
    writeFileSync(file, text);
    originals.set(file, name);
    return file;
  });
  for (const { name, text, first } of woven?.added ?? []) {
    const file = join(folder, 'src', name);
    writeFileSync(file, text);
    originals.set(file, name);
    if (first) early.push(file);
    else goFiles.push(file);
  }
  goFiles.unshift(...early);
  if (pending.length === 0) return { goFiles, originals };
  const file = join(folder, 'src', 'gots_links.go');
  const lines = pending.map((path) => `import _ ${JSON.stringify(path)}\n`);
  writeFileSync(file, `//line <gots>:1:1\npackage main\n${lines.join('')}`);
  return { goFiles: [...goFiles, file], originals };
}
