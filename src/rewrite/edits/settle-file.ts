import { type ImportSpec, importTable } from '../../lang/names/imports.ts';
import { selectorParts } from '../../lang/names/names.ts';
import { isDeclaredLocally } from '../../lang/names/scope.ts';
import { byteString } from '../../lang/syntax/source.ts';
import type { SyntaxTree } from '../../lang/syntax/syntax.ts';
import { noChanges } from '../../lang/tree/changes.ts';
import { forEachNode } from '../../lang/tree/for-each-node.ts';
import { syntaxText } from '../../lang/tree/go-node.ts';
import type { Unit } from '../../lang/tree/unit.ts';
import { importName } from '../names/own-names.ts';
import { reach } from '../names/settle-names.ts';
import { settleSymbols } from '../names/settle-symbols.ts';
import { namesIn } from '../names/text-names.ts';
import type { PackageSession } from '../package-session.ts';
import { importInsertion } from '../splice/add-imports.ts';
import type { Edit } from '../splice/edit.ts';
import { fileEdits } from './pending-edits.ts';

/**
 * What has to change in a file so that it can become a part of a package whose names it does not know: its imports and what it
 * declares hide nothing there, and predeclared names mean what they do where it was written.
 *
 * @returns edits of the file, and the paths that these import
 * @throws GotsError template_name_hidden
 */
export function settleFile(
  tree: SyntaxTree,
  pkg: PackageSession,
): { edits: readonly Edit[]; imports: readonly string[] } {
  const unit: Unit = { tree, rendered: undefined, changes: noChanges(), nodes: new Map() };
  const table = importTable(tree, () => undefined);
  const added = new Map<string, string>();
  reach(unit, namesIn(unit), {
    pkg,
    slot: undefined,
    imports: { has: () => false },
    ownImports: table.byName,
    nameFor: (path, key) => {
      const name = importName(pkg.own, key);
      added.set(path, name);
      return name;
    },
  });
  settleSymbols(unit, [], pkg.own);
  const renamed = table.specs.flatMap((spec) => renameImport(unit, spec, pkg));
  const specs = [...added].map(([path, name]) => ({ path, name }));
  const insertion = importInsertion(tree, specs);
  const edits = fileEdits(unit, { appended: [], declarations: [] });
  return { edits: [...edits, ...renamed, ...(insertion ? [insertion] : [])], imports: [...added.keys()] };
}

/** Gives an import another name where the package has its name at the top level. */
function renameImport(unit: Unit, { syntax, name }: ImportSpec, { own, topLevel }: PackageSession): Edit[] {
  if (name === '' || !topLevel().has(byteString(Buffer.from(name)))) return [];
  const given = importName(own, `${name}${own.number()}`);
  forEachNode(unit.tree.root, (node) => {
    if (node.kind !== 'selector_expression' && node.kind !== 'qualified_type') return;
    const { left } = selectorParts(node);
    if (left === undefined || syntaxText(unit, left) !== name || isDeclaredLocally(unit.tree, left, name)) return;
    unit.changes.texts.set(left, given);
  });
  const written = syntax.field('name');
  const place = written ?? { start: syntax.start, end: syntax.start };
  return [{ start: place.start, end: place.end, pieces: [{ kind: 'inserted', text: written ? given : `${given} ` }] }];
}
