import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'oxc-parser';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The TypeScript files of `src`, as paths from the root with slashes, sorted. */
export function sourceFiles() {
  return readdirSync(join(root, 'src'), {
    recursive: true,
    withFileTypes: true,
  })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** Parses one source file. */
export function parseSource(file) {
  const { program, module, errors } = parseSync(file, readFileSync(join(root, file), 'utf8'));
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`);
  return { program, module };
}

/**
 * The files of `src` that each file imports, types included.
 *
 * @returns {Map<string, readonly string[]>} file → imported files, sorted
 */
export function readImports(files = sourceFiles()) {
  return new Map(
    files.map((file) => {
      const { module } = parseSource(file);
      const requests = [
        ...module.staticImports.map((found) => found.moduleRequest.value),
        ...module.staticExports.flatMap(({ entries }) => entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
        ...module.dynamicImports.flatMap(({ moduleRequest }) => literalIn(file, moduleRequest)),
      ];
      const inside = requests.filter((request) => request.startsWith('.'));
      return [file, [...new Set(inside.map((request) => posix.join(posix.dirname(file), request)))].sort()];
    }),
  );
}

/** The text of an `import('…')`; none where it is computed. */
function literalIn(file, { start, end }) {
  const [, text] = /^'(.*)'$/.exec(readFileSync(join(root, file), 'utf8').slice(start, end)) ?? [];
  return text === undefined ? [] : [text];
}
