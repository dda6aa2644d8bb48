import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A checkout of another tool, read without running anything of it. */
export class Checkout {
  constructor(dir) {
    this.dir = dir;
    this.paths = [...below(dir)].map((path) => relative(dir, path)).sort();
  }

  text(path) {
    return readFileSync(join(this.dir, path), 'utf8');
  }

  /** Files whose path matches; tests and their data are left out. */
  files(pattern) {
    return this.paths.filter(
      (path) => pattern.test(path) && !/_test\.go$|(^|\/)(testdata|vendor|node_modules|\.[\w-]+)\//.test(path),
    );
  }

  /** What the first group of a pattern catches in files, each once: word to `path:line` of its first place. */
  words(files, pattern) {
    const found = new Map();
    for (const path of this.files(files)) {
      const text = this.text(path);
      for (const match of text.matchAll(pattern)) {
        const word = match.slice(1).find((group) => group !== undefined);
        if (word !== undefined && !found.has(word)) {
          found.set(word, `${path}:${text.slice(0, match.index).split('\n').length}`);
        }
      }
    }
    return found;
  }
}

function* below(dir) {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    if (entry.name === '.git') continue;
    const path = join(dir, entry.name);
    if (entry.isDirectory()) yield* below(path);
    else if (entry.isFile()) yield path;
  }
}
