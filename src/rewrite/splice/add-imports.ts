import type { SyntaxNode, SyntaxTree } from '../../lang/syntax/syntax.ts';
import type { Edit } from './edit.ts';

export interface ImportToAdd {
  /** Undefined: imported under its own name; `_` and `.` as in Go. */
  readonly name?: string | undefined;
  readonly path: string;
}

/**
 * Adds imports behind the package clause, on its own line, so that no other line moves and no comment changes what it
 * belongs to. Undefined if there is nothing to add.
 *
 * @throws Error if the tree has no package clause: such a file cannot be woven
 */
export function importInsertion(tree: SyntaxTree, specs: readonly ImportToAdd[]): Edit | undefined {
  if (specs.length === 0) return undefined;
  const clause = tree.root.children.find((node) => node.kind === 'package_clause');
  if (clause === undefined) throw new Error(`${tree.source.name} has no package clause`);
  const text = specs.map(({ name, path }) => `; import ${name ? `${name} ` : ''}${goString(path)}`).join('');
  return { start: clause.end, end: clause.end, pieces: [{ kind: 'inserted', text }] };
}

/** Gives an import the name `_`, as an import that weaving left unused needs. `spec` is an `import_spec`. */
export function blankImport(spec: SyntaxNode): Edit {
  const name = spec.field('name');
  if (name) return { start: name.start, end: name.end, pieces: [{ kind: 'inserted', text: '_' }] };
  return { start: spec.start, end: spec.start, pieces: [{ kind: 'inserted', text: '_ ' }] };
}

/** JSON's escapes are Go's, but for the two that JSON leaves out of ASCII's range; import paths hold neither. */
function goString(path: string): string {
  return JSON.stringify(path);
}
