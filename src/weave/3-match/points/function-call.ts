import type { PointOf } from '../../../aspects/ir.ts';
import type { MatchContext } from '../../../lang/names/context.ts';
import { isLocalName, nameOf, qualifierPath, samePath, selectorParts } from '../../../lang/names/names.ts';
import { calledNode } from '../../../lang/tree/called-node.ts';
import { current, goNode, syntaxText } from '../../../lang/tree/go-node.ts';
import { calleeOf, hasTypeArguments } from '../../../lang/tree/syntax-shapes.ts';
import type { GoNode } from '../../../lang/tree/unit.ts';
import type { PointHandler } from './handler.ts';

type Point = PointOf<'function-call'>;

/**
 * `function-call: [path.]Name`: calls and conversions whose callee is that name, however the file imports it, with
 * parentheses around it and type arguments behind it. Inside the declaring package names have no path, so the package's own
 * calls do not match.
 */
export const functionCall: PointHandler<'function-call'> = {
  kinds: () => ['CallExpr'],
  matches: (point, node, ctx) => {
    if (node.kind !== 'CallExpr') return false;
    if (point.quirks) return matchesAsOrchestrion(point, node, ctx);
    const callee = calledNode(node);
    if (callee === undefined || !mentions(point.name, callee)) return false;
    if (point.qualified && !isQualified(callee, ctx)) return false;
    const name = nameOf(callee, ctx);
    if (name?.name !== point.name || !samePath(name.path, point.path)) return false;
    // A variable of a function is not the package's function of the same name.
    return name.path !== undefined || !isLocalName(callee);
  },
};

/** Only plain callees count, and some methods pass for functions. */
function matchesAsOrchestrion(point: Point, node: GoNode, ctx: MatchContext): boolean {
  const syntax = hasTypeArguments(node.syntax) ? undefined : calleeOf(node.syntax);
  const slot = syntax === undefined ? undefined : goNode(node.unit, syntax);
  const callee = slot === undefined ? undefined : current(slot);
  if (callee === undefined || !mentions(point.name, callee)) return false;
  const name = nameOf(callee, ctx);
  if (name !== undefined) return name.name === point.name && samePath(name.path, point.path);
  return isMemberOf(point, callee, ctx);
}

/** `pkg.Name`, where `pkg` is an import. */
function isQualified(callee: GoNode, ctx: MatchContext): boolean {
  const { left } = selectorParts(callee.syntax);
  return callee.kind === 'SelectorExpr' && left !== undefined && qualifierPath(callee.unit, left, ctx) !== undefined;
}

/** Cheap: most calls are ruled out by the last word of their callee, before scopes are looked at. */
function mentions(name: string, callee: GoNode): boolean {
  const { right } = selectorParts(callee.syntax);
  return callee.kind === 'Ident' ? true : right !== undefined && syntaxText(callee.unit, right) === name;
}

/** `http.DefaultClient.Get(u)` counts as `net/http.Get`; without a path any `x.Name()` on a plain `x`. */
function isMemberOf(point: Point, callee: GoNode, ctx: MatchContext): boolean {
  if (callee.kind !== 'SelectorExpr') return false;
  const { left } = selectorParts(callee.syntax);
  const operand = left === undefined ? undefined : goNode(callee.unit, left);
  const name = operand === undefined ? undefined : nameOf(current(operand), ctx);
  return name !== undefined && samePath(name.path, point.path);
}
