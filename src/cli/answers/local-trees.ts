import { dirname, join, resolve } from 'node:path';
import { readIfThere } from '../../base/read-if-there.ts';
import { isFolder, parseModFile } from '../../lang/modules/mod-file.ts';

/**
 * The folders of a build's modules that someone may edit: main modules, and those that go.mod or go.work take from a folder.
 *
 * @param mains folders of the main modules
 * @param goWork '' without a workspace
 */
export function localTrees(mains: readonly string[], goWork: string): readonly string[] {
  const files = [...mains.map((dir) => join(dir, 'go.mod')), ...(goWork === '' ? [] : [goWork])];
  const replaced = files.flatMap((file) =>
    parseModFile(readIfThere(file)).replaces.flatMap(({ target, targetVersion }) =>
      isFolder(target) && targetVersion === '' ? [resolve(dirname(file), target)] : [],
    ),
  );
  return [...new Set([...mains, ...replaced])];
}
