// Counts what a build compiled by what it added to a cache with GOCACHE's layout, so that the count costs the build nothing.
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';

const archive = '!<arch>\n';

/**
 * Lists the action entries of caches with GOCACHE's layout (`xx/<id>-a`), also of those in sub-folders.
 *
 * @param {readonly string[]} folders those that do not exist count as empty
 * @returns {Set<string>} file names with folder
 */
export function actionEntries(folders) {
  const entries = new Set();
  for (const folder of folders.filter((f) => existsSync(f))) {
    for (const name of readdirSync(folder, { recursive: true })) {
      if (/(^|[/\\])[0-9a-f]{2}[/\\][0-9a-f]{64}-a$/.test(name)) entries.add(join(folder, name));
    }
  }
  return entries;
}

/**
 * Counts the packages compiled since `before`: new actions whose output is an archive.
 *
 * @param {Set<string>} before from {@link actionEntries}
 * @param {readonly string[]} folders the same as then
 */
export function countCompiles(before, folders) {
  return [...actionEntries(folders)].filter((entry) => !before.has(entry) && isArchive(entry)).length;
}

/** An entry is "v1 <action id> <output id> <size> <time>"; the output lies in `xx/<output id>-d` of the same cache. */
function isArchive(entry) {
  const output = /^v1 \S+ ([0-9a-f]{64}) /.exec(readFileSync(entry, 'utf8'))?.[1];
  if (output === undefined) return false;
  const file = join(entry, '../..', output.slice(0, 2), `${output}-d`);
  return existsSync(file) && head(file, archive.length) === archive;
}

function head(file, length) {
  const fd = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(length);
    return buffer.toString('latin1', 0, readSync(fd, buffer, 0, length, 0));
  } finally {
    closeSync(fd);
  }
}
