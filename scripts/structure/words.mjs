import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './read-imports.mjs';

/** Words and turns that a reader of English has to read twice. Say who does what instead. */
const unwanted = /\b(nobody|whoever|whomever|anew|to be had|that which|neither is there)\b/i;

/** Lines of the sources and documents with such words: `file:line text`. */
export function unwantedWords() {
  const below = (folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(tsx?|md|yml|css)$/.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  const top = readdirSync(root).filter((name) => /\.(md|yml)$/.test(name));
  return [...top, ...below('src'), ...below('docs')].flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, at) => (unwanted.test(line) ? [`${file}:${at + 1} ${line.trim()}`] : [])),
  );
}
