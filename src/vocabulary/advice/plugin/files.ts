import { importTable } from '../../../lang/names/imports.ts';
import { topLevelNames } from '../../../lang/names/scope.ts';
import { sourceFile } from '../../../lang/syntax/source.ts';
import type { SyntaxTree } from '../../../lang/syntax/syntax.ts';
import type { PluginFile } from '../../../plugin/api.ts';
import { pluginFailed } from '../../../report/codes/plugin.ts';
import { settleFile } from '../../../rewrite/edits/settle-file.ts';
import { addedName, baseName, type PackageSession } from '../../../rewrite/package-session.ts';
import { splice } from '../../../rewrite/splice/splice.ts';
import { checkPackage } from './code.ts';
import type { PluginAdvice } from './plugin-advice.ts';
import { codeOf, packageView, runPlugin } from './rewrite.ts';

/**
 * Lets a plug-in add files to a package and put others in the place of its own.
 *
 * @returns whether it did
 * @throws GotsError plugin_failed, plugin_absent
 */
export function filesByPlugin(pkg: PackageSession, advice: PluginAdvice): boolean {
  const plugin = codeOf(advice, pkg.plugins);
  const view = packageView(pkg.request);
  const before = pkg.added.size + pkg.replaced.size;
  for (const { name, bytes } of pkg.request.files) {
    const file = Object.freeze({ name: baseName(name), text: bytes.toString('utf8') });
    const text = runPlugin(advice, 'replaceSource', () => plugin.replaceSource?.(view, file));
    if (text === undefined || pkg.replaced.has(name)) continue;
    pkg.replaced.set(name, checked(pkg, advice, { what: 'replaceSource', name: file.name, text }));
  }
  const files = runPlugin(advice, 'extraFiles', () => plugin.extraFiles?.(view) ?? []);
  for (const { name, text } of listOf(advice, files)) {
    const key = `plugin ${advice.file} ${name}`;
    const { text: bytes, imports } = checked(pkg, advice, { what: 'extraFiles', name, text });
    pkg.added.set(key, { name: addedName(pkg, name), text: bytes, imports, links: [] });
  }
  return pkg.added.size + pkg.replaced.size > before;
}

function listOf(advice: PluginAdvice, files: unknown): readonly PluginFile[] {
  const isFile = (file: unknown): boolean => {
    const { name, text } = (file ?? {}) as Partial<PluginFile>;
    return (
      typeof name === 'string' &&
      /^[^/\\._][^/\\]*\.go$/.test(name) &&
      !name.endsWith('_test.go') &&
      typeof text === 'string'
    );
  };
  if (!Array.isArray(files) || !files.every(isFile)) {
    return pluginFailed(
      advice.span,
      advice.id,
      'extraFiles',
      new TypeError('it must return a list of { name: "x.go", text }'),
    );
  }
  return files as readonly PluginFile[];
}

interface Given {
  readonly what: string;
  readonly name: string;
  readonly text: unknown;
}

/** A file that a plug-in gave: it must be Go, and import what the package does or the plug-in names. */
function checked(
  pkg: PackageSession,
  advice: PluginAdvice,
  { what, name, text }: Given,
): { readonly text: Buffer; readonly imports: readonly string[] } {
  return runPlugin(advice, what, () => {
    if (typeof text !== 'string') throw new TypeError(`${name} must be a text`);
    const bytes = Buffer.from(`//line ${advice.file}/${name}:1:1\n${text}`);
    pkg.own.admit(bytes);
    const tree: SyntaxTree = pkg.grammar.parse(sourceFile(name, bytes));
    if (tree.hasErrors) throw new SyntaxError(`${name} is not Go`);
    for (const each of topLevelNames(tree)) pkg.declared.add(each);
    const imports = importTable(tree, () => undefined).specs.map(({ path }) => path);
    for (const path of imports) if (!pkg.request.facts.imports.has(path)) checkPackage(advice, path);
    if (what === 'replaceSource') return { text: bytes, imports };
    const settled = settleFile(tree, pkg);
    return { text: splice(tree.source, settled.edits), imports: [...imports, ...settled.imports] };
  });
}
