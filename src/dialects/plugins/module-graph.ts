import { dirname, join, relative } from 'node:path';
import { initSync, parse } from 'es-module-lexer';
import { hashParts, sha256 } from '../../base/hash.ts';
import { pluginImport, pluginLoad, pluginMissing } from '../../report/codes/plugin.ts';
import type { Span } from '../../report/diagnostic.ts';

/** Modules of Node that compute and read nothing. */
export const allowedModules: readonly string[] = [
  'assert',
  'buffer',
  'crypto',
  'path',
  'querystring',
  'string_decoder',
  'url',
  'util',
].map((name) => `node:${name}`);

/** The files a plug-in is made of. */
export interface ModuleGraph {
  /** Absolute, the plug-in's own first. */
  readonly files: readonly string[];
  /** Hash of them all, of their places relative to the first, and of the version of Node. */
  readonly digest: string;
}

/**
 * Follows the imports of a plug-in. All of them must be files beside it, or modules of Node that read nothing: then the files
 * decide what the plug-in does.
 *
 * @param path absolute
 * @param display how a file is called in messages
 * @throws GotsError plugin_missing, plugin_import, plugin_load
 */
export function moduleGraph(
  path: string,
  read: (path: string) => Buffer | undefined,
  { span, display }: { readonly span: Span; readonly display: (path: string) => string },
): ModuleGraph {
  const hashes = new Map<string, string>();
  const open: { path: string; from: Span }[] = [{ path, from: span }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (hashes.has(next.path)) continue;
    const bytes = read(next.path);
    if (bytes === undefined) return pluginMissing(next.from, display(next.path));
    hashes.set(next.path, sha256(bytes));
    if (next.path.endsWith('.json')) continue;
    const text = bytes.toString('utf8');
    const importer = next.path;
    for (const { specifier, offset } of importsOf(text, { file: display(importer), line: 1, column: 1 })) {
      const at = spanIn(text, offset, display(importer));
      const target = resolve(specifier, importer, at);
      if (target !== undefined) open.push({ path: target, from: at });
    }
  }
  const files = [...hashes.keys()];
  const parts = files.map((file) => `${relative(dirname(path), file)}\t${hashes.get(file)}`).sort();
  return { files, digest: hashParts('plugin', process.version, ...parts) };
}

function importsOf(text: string, span: Span): { specifier: string | undefined; offset: number }[] {
  initSync();
  try {
    const [imports] = parse(text);
    // -2 is `import.meta`, which imports nothing.
    return imports.filter(({ d }) => d !== -2).map(({ n, s }) => ({ specifier: n, offset: s }));
  } catch (cause) {
    return pluginLoad(span, cause);
  }
}

/** Undefined for what needs no following. */
function resolve(specifier: string | undefined, importer: string, span: Span): string | undefined {
  // The types of a plug-in; its version is in every key.
  if (specifier === 'gots/plugin') return undefined;
  if (specifier !== undefined && allowedModules.includes(specifier)) return undefined;
  if (specifier === undefined || !/^\.\.?\//.test(specifier)) {
    return pluginImport(
      span,
      specifier === undefined ? 'a module whose name is computed' : `"${specifier}"`,
      allowedModules,
    );
  }
  return join(dirname(importer), specifier);
}

function spanIn(text: string, offset: number, file: string): Span {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { file, line: before.split('\n').length, column: Buffer.byteLength(before.slice(lineStart)) + 1 };
}
