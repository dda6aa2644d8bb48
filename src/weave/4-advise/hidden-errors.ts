import type { Advice } from '../../aspects/ir.ts';
import type { ImportSpec } from '../../lang/names/imports.ts';
import type { SyntaxNode, SyntaxTree } from '../../lang/syntax/syntax.ts';
import { functionOfBody } from '../../lang/tree/functions.ts';
import { signatureOf } from '../../lang/tree/signature.ts';
import type { GoNode } from '../../lang/tree/unit.ts';
import { usedNames } from '../../rewrite/names/used-imports.ts';

const jump = /\b(?:goto|break|continue)[ \t]+[\p{L}_]/u;

/**
 * Whether advice, put on this node, may make valid what is an error in the file as it is written. In doubt yes: it costs a look at
 * the original. Only hooks and statements at the top of a declared function are known to hide little: new names of results make a bare
 * `return` valid, statements end an empty body, and a jump uses a label.
 */
export function mayHideErrors(advice: Advice, node: GoNode): boolean {
  switch (advice.kind) {
    case 'add-blank-import':
      return false;
    case 'hooks':
      return hasBareReturn(node);
    case 'prepend-statements': {
      const fn = functionOfBody(node);
      if (fn?.kind !== 'FuncDecl' || advice.beside !== undefined || jump.test(advice.template.source)) return true;
      return hasBareReturn(fn) || (node.syntax.children.length === 0 && signatureOf(fn).results.fields.length > 0);
    }
    default:
      return true;
  }
}

/** Whether a function whose results have no names returns without values. */
function hasBareReturn(fn: GoNode): boolean {
  const { fields } = signatureOf(fn).results;
  const body = fn.syntax.field('body');
  if (body === undefined || fields.length === 0 || fields.some(({ written }) => written.length > 0)) return false;
  const open: SyntaxNode[] = [body];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === 'return_statement' && node.children.length === 0) return true;
    if (node.kind !== 'func_literal') open.push(...node.children);
  }
  return false;
}

/** Whether woven text uses an import that the file as it is written does not use. */
export function usesIdleImport(file: SyntaxTree, draft: SyntaxTree, specs: readonly ImportSpec[]): boolean {
  if (specs.some(({ kind }) => kind === 'dot')) return true;
  const names = specs.map(({ name }) => name).filter((name) => name !== '');
  const before = usedNames(file, names);
  if (names.every((name) => before.has(name))) return false;
  const after = usedNames(draft, names);
  return names.some((name) => !before.has(name) && after.has(name));
}
