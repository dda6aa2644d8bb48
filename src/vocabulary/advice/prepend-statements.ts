import type { AdviceOf } from '../../aspects/ir.ts';
import { compileGoRegexp } from '../../lang/patterns/go-regexp.ts';
import type { SyntaxNode } from '../../lang/syntax/syntax.ts';
import { functionOfBody } from '../../lang/tree/functions.ts';
import { syntaxText } from '../../lang/tree/go-node.ts';
import type { GoNode, Unit } from '../../lang/tree/unit.ts';
import { adviceNoStatement } from '../../report/codes/hooks.ts';
import { settleOpen } from '../../rewrite/names/open-names.ts';
import { nameResults } from '../../rewrite/names/result-names.ts';
import { refuseMoves, renderStatements } from '../../rewrite/render/render.ts';
import type { Site } from '../../rewrite/session.ts';
import { wrongNode } from '../../rewrite/wrong-node.ts';

/** Puts statements, as a rule in a block of their own, in front of all others in a block. */
export function prependStatements(advice: AdviceOf<'prepend-statements'>, site: Site): void {
  const { node, session } = site;
  if (node.kind !== 'BlockStmt') wrongNode(site, advice, 'a block');
  const fn = advice.resultNames === undefined ? undefined : functionOfBody(node);
  // Before the template asks for them.
  if (fn !== undefined) nameResults(fn, advice.resultNames as string, undefined, session.pkg.own);
  const unit: Unit = renderStatements(advice.template, site, node);
  refuseMoves(unit);
  if (fn !== undefined) nameResults(fn, advice.resultNames as string, unit, session.pkg.own);
  if (advice.open && advice.beside === undefined) settleOpen(unit, node, session.pkg.own);
  const { prepended, beside } = node.unit.changes;
  if (advice.beside !== undefined) {
    const { pattern, placement } = advice.beside;
    const statement = statementLike(node, compileGoRegexp(pattern));
    if (statement === undefined) adviceNoStatement(advice.span, pattern);
    beside.set(statement, [...(beside.get(statement) ?? []), { unit, placement }]);
    return;
  }
  prepended.set(node.syntax, [...(prepended.get(node.syntax) ?? []), { unit, open: advice.open === true }]);
}

/** The first statement, outer ones before those inside them, that stands in braces and whose text the pattern is found in. */
function statementLike(block: GoNode, pattern: { test: (text: string) => boolean }): SyntaxNode | undefined {
  const visit = (node: SyntaxNode): SyntaxNode | undefined => {
    const isList = node.kind === 'statement_list' && node.parent?.kind === 'block';
    for (const child of node.children) {
      const found = isList && pattern.test(syntaxText(block.unit, child)) ? child : visit(child);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return visit(block.syntax);
}
