import { isLocalDeclaration, isName } from '../../lang/tree/declarations.ts';
import { forEachNode } from '../../lang/tree/for-each-node.ts';
import { syntaxText } from '../../lang/tree/go-node.ts';
import type { GoNode, Unit } from '../../lang/tree/unit.ts';
import { declarationAround } from './freed-names.ts';
import { type OwnNames, ownName } from './own-names.ts';
import { namesIn } from './text-names.ts';

type Place = Pick<GoNode, 'unit' | 'syntax'>;

/**
 * Statements that are put into a function without a block of their own share its scope. What they declare at their top under a name that the
 * function declares too gets a name of ours, by which advice on the same function knows it as well.
 */
export function settleOpen(unit: Unit, block: Place, own: OwnNames): void {
  const fn = declarationAround(block.syntax);
  if (fn === undefined || block.unit.rendered !== undefined) return;
  const declared = new Set<string>();
  forEachNode(fn, (node) => {
    if (isName(node) && isLocalDeclaration(block.unit.tree, node)) declared.add(syntaxText(block.unit, node));
  });
  const names = namesIn(unit).filter(({ kind, printed }) => kind === 'local' && !printed);
  for (const { node, name, declares } of names) {
    const statement = node.parent?.kind === 'expression_list' ? node.parent.parent : node.parent?.parent;
    const isAtTop = statement?.parent?.parent?.parent?.parent?.kind === 'source_file';
    if (!declares || !isAtTop || !declared.has(name)) continue;
    const known = own.foresight.open.get(keyOf(block.unit, fn.start)) ?? new Set<string>();
    own.foresight.open.set(keyOf(block.unit, fn.start), known);
    if (!known.has(name)) own.isStale = true;
    known.add(name);
  }
  for (const { node, name } of names) {
    const given = openName(block, name, own);
    if (given !== undefined && !unit.changes.texts.has(node)) unit.changes.texts.set(node, given);
  }
}

/** What a name that open statements declare in the function around a place is called there; undefined if it is none. */
export function openName({ unit, syntax }: Place, name: string, own: OwnNames): string | undefined {
  const fn = declarationAround(syntax);
  const known = fn && own.foresight.open.get(keyOf(unit, fn.start));
  return known?.has(name) ? ownName(own, `Open${name}`) : undefined;
}

function keyOf({ tree }: Unit, start: number): string {
  return `${start} ${tree.source.name}`;
}
