import { isDeclaredLocally, isIdentifier } from '../../lang/names/scope.ts';
import type { SyntaxNode } from '../../lang/syntax/syntax.ts';
import { forEachNode } from '../../lang/tree/for-each-node.ts';
import { syntaxText } from '../../lang/tree/go-node.ts';
import type { Unit } from '../../lang/tree/unit.ts';
import { isFieldKey } from './field-key.ts';
import type { OwnNames } from './own-names.ts';

/** Gives names of a rendered text that it does not declare itself other names. */
export function renameFree(unit: Unit, names: ReadonlyMap<string, string>): void {
  forEachNode(unit.tree.root, (node) => {
    if (!isIdentifier(node)) return;
    const name = syntaxText(unit, node);
    const given = names.get(name);
    if (given === undefined || isDeclaredLocally(unit.tree, node, name) || isFieldKey(node)) return;
    unit.changes.texts.set(node, given);
  });
}

/**
 * Gives the labels of a rendered text names of ours: a label belongs to the whole function, whatever block it stands in, and so
 * would meet those of the function and of other texts.
 */
export function renameLabels(unit: Unit, own: OwnNames): void {
  const uses: SyntaxNode[] = [];
  const given = new Map<string, string>();
  forEachNode(unit.tree.root, (node) => {
    if (node.kind !== 'label_name') return;
    uses.push(node);
    const label = syntaxText(unit, node);
    if (node.parent?.kind !== 'labeled_statement' || label === '_' || given.has(label)) return;
    given.set(label, `${own.word}_${label}${own.number()}`);
  });
  for (const node of uses) {
    const name = given.get(syntaxText(unit, node));
    if (name !== undefined) unit.changes.texts.set(node, name);
  }
}
