import type { SyntaxNode } from '../2-parse/syntax.ts';
import { type GoNode, syntaxText, type Unit } from '../3-match/go-node.ts';
import { signatureOf } from '../3-match/signature.ts';

/**
 * Gives the results of a function names made of a prefix and an index, where they have none. Where other advice has named
 * them already, the code that counts on these names is made to use those.
 *
 * @param code statements that refer to `<prefix><index>`; undefined as long as there are none
 */
export function nameResults(fn: GoNode, prefix: string, code: Unit | undefined): void {
  const { results } = signatureOf(fn);
  const unnamed = results.fields.filter(({ written }) => written.length === 0);
  if (unnamed.length === 0) return;
  const renamed = new Map<string, string>();
  for (const [i, field] of results.fields.entries()) {
    const name = `${prefix}${i}`;
    const [given] = field.names;
    if (given === undefined || given === '_') field.names = [name];
    else if (given !== name) renamed.set(name, given);
  }
  results.changed = true;
  if (code !== undefined && renamed.size > 0) rename(code, code.tree.root, renamed);
}

function rename(unit: Unit, node: SyntaxNode, names: ReadonlyMap<string, string>): void {
  const given = node.kind === 'identifier' ? names.get(syntaxText(unit, node)) : undefined;
  if (given !== undefined) unit.changes.texts.set(node, given);
  for (const child of node.children) rename(unit, child, names);
}
