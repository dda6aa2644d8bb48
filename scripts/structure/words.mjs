import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { root } from './read-imports.mjs';

/** Words and turns that a reader of English has to read twice. Say who does what instead. */
const unwanted = /\b(nobody|whoever|whomever|anew|to be had|that which|neither is there)\b/i;

/** Lines of the sources and documents with such words: `file:line text`. */
export function unwantedWords() {
  return [...documents(), ...filesBelow('src', /\.(tsx?|css|md)$/)].flatMap((file) =>
    linesOf(file).flatMap((line, at) => (unwanted.test(line) ? [`${file}:${at + 1} ${line.trim()}`] : [])),
  );
}

/** Links of documents to files of the repository that do not exist, and to parts of a document without such a heading. */
export function brokenLinks() {
  return documents()
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) =>
      linesOf(file).flatMap((line, at) =>
        [...line.replace(/`[^`]*`/g, '').matchAll(/\]\((?!\w+:)([^)\s]+)\)/g)].flatMap(([, link]) =>
          leadsSomewhere(file, link) ? [] : [`${file}:${at + 1} ${link}`],
        ),
      ),
    );
}

function leadsSomewhere(file, link) {
  const [path, heading] = link.split('#');
  const target = path === '' ? file : posix.join(posix.dirname(file), path);
  if (!existsSync(join(root, target))) return false;
  return heading === undefined || !target.endsWith('.md') || headingsOf(target).includes(heading);
}

/** The anchors of a document's headings, as GitHub makes them. */
function headingsOf(file) {
  const headings = linesOf(file).flatMap((line) => /^#+ (.*)$/.exec(line)?.[1] ?? []);
  return headings.map((text) =>
    text
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );
}

function documents() {
  const top = readdirSync(root).filter((name) => /\.(md|yml)$/.test(name));
  return [...top, ...filesBelow('docs', /\.(md|yml)$/)];
}

function filesBelow(folder, names) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && names.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

function linesOf(file) {
  return readFileSync(join(root, file), 'utf8').split('\n');
}
