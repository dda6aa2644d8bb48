import type { ImportSpec } from '../lang/names/imports.ts';
import type { SyntaxNode, SyntaxTree } from '../lang/syntax/syntax.ts';
import { signatureOf } from '../lang/tree/signature.ts';
import type { GoNode } from '../lang/tree/unit.ts';
import { usedNames } from './names/used-imports.ts';

/** Whether a function whose results have no names returns without values: an error that names for them would hide. */
export function hasBareReturn(fn: GoNode): boolean {
  const { fields } = signatureOf(fn).results;
  const body = fn.syntax.field('body');
  if (body === undefined || fields.length === 0 || fields.some(({ written }) => written.length > 0)) return false;
  const { text } = fn.unit.tree.source;
  // Most bodies need not be read for the answer.
  if (!bareReturn.test(text.slice(body.start, body.end))) return false;
  const open: SyntaxNode[] = [body];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === 'return_statement' && node.children.length === 0) return true;
    if (node.kind !== 'func_literal') open.push(...node.children);
  }
  return false;
}

/** What may be one: only a newline, a comment or what ends a statement can stand behind it. */
const bareReturn = /\breturn[ \t\r]*[\n;}/]/;

/** Whether woven text uses an import that the file as it is written does not use. */
export function usesIdleImport(file: SyntaxTree, draft: SyntaxTree, specs: readonly ImportSpec[]): boolean {
  if (specs.some(({ kind }) => kind === 'dot')) return true;
  const names = specs.map(({ name }) => name).filter((name) => name !== '');
  const before = usedNames(file, names);
  if (names.every((name) => before.has(name))) return false;
  const after = usedNames(draft, names);
  return names.some((name) => !before.has(name) && after.has(name));
}
