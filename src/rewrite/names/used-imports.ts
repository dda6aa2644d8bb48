import type { ImportSpec } from '../../lang/names/imports.ts';
import { selectorParts } from '../../lang/names/names.ts';
import { isDeclaredLocally, topLevelNames } from '../../lang/names/scope.ts';
import { byteString } from '../../lang/syntax/source.ts';
import type { SyntaxTree } from '../../lang/syntax/syntax.ts';
import { someNode } from '../../lang/tree/for-each-node.ts';
import { blankImport } from '../splice/add-imports.ts';
import type { Edit } from '../splice/edit.ts';

/** Those of the names under which a file uses imports: in some `name.X` where no local of that name is in the way. */
export function usedNames(tree: SyntaxTree, names: readonly string[]): ReadonlySet<string> {
  const wanted = new Map(names.map((name) => [byteString(Buffer.from(name)), name]));
  const used = new Set<string>();
  // Most files use all of their imports: the walk ends where all have been seen.
  someNode(tree.root, (node) => {
    if (node.kind !== 'selector_expression' && node.kind !== 'qualified_type') return used.size === wanted.size;
    const { left } = selectorParts(node);
    if (left?.kind !== 'identifier' && left?.kind !== 'package_identifier') return false;
    const name = wanted.get(tree.source.text.slice(left.start, left.end));
    if (name !== undefined && !used.has(name) && !isDeclaredLocally(tree, left, name)) used.add(name);
    return used.size === wanted.size;
  });
  return used;
}

/** Whether some bare name of a file can only come from a dot import. */
export function usesDotImport(tree: SyntaxTree, packageLevel: ReadonlySet<string>): boolean {
  const own = new Set(topLevelNames(tree));
  return someNode(tree.root, (node) => {
    if ((node.kind !== 'identifier' && node.kind !== 'type_identifier') || node.fieldName === 'name') return false;
    const name = tree.source.bytes.toString('utf8', node.start, node.end);
    if (!/^\p{Lu}/u.test(name) || packageLevel.has(name) || own.has(name)) return false;
    if (node.parent?.kind === 'literal_element' && node.parent.fieldName === 'key') return false;
    return !isDeclaredLocally(tree, node, name);
  });
}

/** Packages whose import means something without a use: `//go:linkname` and `//go:embed` need them. */
const meaningful: ReadonlySet<string> = new Set(['unsafe', 'embed']);

/**
 * Takes away an import that weaving left without a use, as Orchestrion does: what replaced the uses decides what the
 * program is made of. Where the text around it does not allow that, the import becomes a blank one.
 */
export function removeImport({ source }: SyntaxTree, { syntax, path }: ImportSpec): Edit {
  if (meaningful.has(path)) return blankImport(syntax);
  const { parent } = syntax;
  if (parent?.kind === 'import_declaration') {
    return { start: syntax.start, end: syntax.end, pieces: [{ kind: 'inserted', text: '()' }] };
  }
  const lineStart = source.text.lastIndexOf('\n', syntax.start - 1) + 1;
  const isAlone =
    /^\s*$/.test(source.text.slice(lineStart, syntax.start)) && !/^[ \t]*;/.test(source.text.slice(syntax.end));
  return isAlone ? { start: syntax.start, end: syntax.end, pieces: [] } : blankImport(syntax);
}
