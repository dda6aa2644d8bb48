import { dirname, join } from 'node:path';
import { readIfThere } from '../../../base/read-if-there.ts';
import { parseModFile } from '../../../lang/modules/mod-file.ts';

/** The folder that a package has in the module that an aspect file lies in, or undefined if it is none of that module. */
export function folderBeside(path: string, aspectFolder: string): string | undefined {
  for (let dir = aspectFolder; ; dir = dirname(dir)) {
    const { module } = parseModFile(readIfThere(join(dir, 'go.mod')));
    if (module !== '') {
      const isInside = path === module || path.startsWith(`${module}/`);
      return isInside ? join(dir, path.slice(module.length)) : undefined;
    }
    if (dir === dirname(dir)) return undefined;
  }
}
