import { posix } from 'node:path';
import { alike, namedAfterOthers, sameFileName } from './layers.mjs';
import { parseSource } from './read-imports.mjs';

/** File names, without their endings, of more than one file: `name: file, file`. */
export function namesTwice(files) {
  const own = files.filter((file) => !isNamedAfterOther(file));
  const named = group(own.map((file) => [posix.basename(file).replace(/\.tsx?$/, ''), file]));
  return twice(named).filter(([name]) => !(name in sameFileName));
}

function isNamedAfterOther(file) {
  return isKeyFile(file) || namedAfterOthers.includes(posix.dirname(file));
}

/** True for `KEY/KEY.ts` in folders that are alike: the file and what it exports are named after the key in YAML. */
function isKeyFile(file) {
  const folder = posix.dirname(file);
  return alike.includes(posix.dirname(folder)) && posix.basename(file, '.ts') === posix.basename(folder);
}

/** Names that more than one file exports as its own. */
export function exportsTwice(files) {
  const own = files.filter((file) => !isKeyFile(file));
  return twice(group(own.flatMap((file) => exportsOf(file).map((name) => [name, file]))));
}

/** What a file declares and exports; what it only hands on from another is left out. */
function exportsOf(file) {
  const entries = parseSource(file).module.staticExports.flatMap((found) => found.entries);
  return entries.flatMap((entry) => (entry.moduleRequest ? [] : (entry.exportName.name ?? [])));
}

function group(pairs) {
  const groups = new Map();
  for (const [name, file] of pairs) groups.set(name, [...new Set([...(groups.get(name) ?? []), file])]);
  return groups;
}

function twice(groups) {
  return [...groups].filter(([, files]) => files.length > 1 && !areAlike(files));
}

/** True for files that are parts of the same name in folders that are alike. */
function areAlike(files) {
  return alike.some((folder) => files.every((file) => file.startsWith(`${folder}/`)));
}
