import { type ReadContext, yamlText } from '../../../aspects/schema.ts';
import { text } from '../../../aspects/shape.ts';
import type { YamlEntry } from '../../../aspects/yaml-node.ts';
import type { MatchContext } from '../../../lang/names/match-context.ts';
import { isLocalName, nameOf, qualifierPath, samePath, selectorParts } from '../../../lang/names/names.ts';
import { reachesPackage } from '../../../lang/names/reaches-package.ts';
import { calledNode } from '../../../lang/tree/called-node.ts';
import { current, goNode, syntaxText } from '../../../lang/tree/go-node.ts';
import { calleeOf, hasTypeArguments } from '../../../lang/tree/syntax-shapes.ts';
import type { GoNode } from '../../../lang/tree/unit.ts';
import { aspectBadSymbol } from '../../../report/codes/aspect.ts';
import type { Span } from '../../../report/diagnostic.ts';
import { atMost } from '../../conditions/bounds.ts';
import { reaches } from '../../conditions/condition.ts';
import { nameless, noMembers, nothing, silent } from '../../nothing.ts';
import type { PointKind, Quirks } from '../../point-kind.ts';
import { possibly } from '../../reach.ts';
import { identifier, quirksOf } from '../../read-values.ts';
import { notImported } from '../../reasons.ts';
import { calledReason } from '../call-reason.ts';

/**
 * Calls and conversions whose callee is that name, however the file imports it, with parentheses around it and type arguments
 * behind it. Inside the declaring package names have no path, so the package's own calls do not match.
 */
export interface FunctionCall {
  readonly kind: 'function-call';
  readonly path?: string | undefined;
  readonly name: string;
  readonly quirks?: Quirks;
  /** Only calls written `pkg.Name(…)`. */
  readonly qualified?: boolean | undefined;
  readonly span: Span;
}

export const functionCall: PointKind<FunctionCall> = {
  words: {
    'function-call': {
      shape: text('[path.]Name'),
      doc: 'Calls of a function and conversions to a type of another package, however it is imported; not calls of methods. Without a path: of the package itself, or predeclared.',
      example: 'net/http.Get',
      read,
    },
  },
  ...noMembers,
  bounds: ({ path }) => atMost(reaches(path)),
  asks: nothing,
  interfaces: nothing,
  implied: ({ path }) => (path === undefined ? [] : [path]),
  texts: ({ name }) => [name],
  near: ({ name }) => [name],
  reach: ({ path }, { facts }) => possibly(reachesPackage(path, facts)),
  nodeKinds: () => ['CallExpr'],
  matches: (point, node, ctx) => {
    if (node.kind !== 'CallExpr') return false;
    if (point.quirks) return matchesAsOrchestrion(point, node, ctx);
    const callee = calledNode(node);
    if (callee === undefined || !mayBe(point.name, callee)) return false;
    if (point.qualified && !isQualified(callee, ctx)) return false;
    const name = nameOf(callee, ctx);
    if (name?.name !== point.name || !samePath(name.path, point.path)) return false;
    // A variable of a function is not the package's function of the same name.
    return name.path !== undefined || !isLocalName(callee);
  },
  explain: {
    package: ({ path }) => notImported(path),
    node: (_, node, ctx) => calledReason(node, ctx),
    members: nothing,
  },
  lint: {
    ...silent,
    fixes: ({ path, name }) => [
      ['the callee of a call', JSON.stringify(`${path === undefined ? '' : `${path}.`}${name}`)],
    ],
    // Inside a package its own functions have no path.
    rulesOut: ({ path }, home, negated) =>
      !negated && samePath(path, home)
        ? `calls of "${home}" are matched in other packages only, not in itself`
        : undefined,
    mentions: ({ path, name, quirks, span }) => {
      // Besides functions: types, to which calls convert; for Orchestrion methods of the package's variables.
      const what = quirks ? 'declaration or method' : 'declaration';
      return path === undefined ? [] : [{ path, span, symbol: { name, what } }];
    },
  },
  names: nameless,
};

const callee = new RegExp(`^(?:(.+)\\.)?(${identifier})$`, 'u');

function read(entry: YamlEntry, ctx: ReadContext): FunctionCall {
  const written = yamlText(entry.value, '"function-call"');
  const [, path, name] = callee.exec(written) ?? [];
  if (name === undefined) {
    return aspectBadSymbol(entry.value.span, '"function-call"', written, 'Name or import/path.Name');
  }
  const common = { name, ...quirksOf(ctx), span: entry.span };
  return path === undefined ? { kind: 'function-call', ...common } : { kind: 'function-call', path, ...common };
}

/** Only plain callees count, and some methods pass for functions. */
function matchesAsOrchestrion(point: FunctionCall, node: GoNode, ctx: MatchContext): boolean {
  const syntax = hasTypeArguments(node.syntax) ? undefined : calleeOf(node.syntax);
  const slot = syntax === undefined ? undefined : goNode(node.unit, syntax);
  const called = slot === undefined ? undefined : current(slot);
  if (called === undefined || !mayBe(point.name, called)) return false;
  const name = nameOf(called, ctx);
  if (name !== undefined) return name.name === point.name && samePath(name.path, point.path);
  return isMemberOf(point, called, ctx);
}

/** `pkg.Name`, where `pkg` is an import. */
function isQualified(called: GoNode, ctx: MatchContext): boolean {
  const { left } = selectorParts(called.syntax);
  return called.kind === 'SelectorExpr' && left !== undefined && qualifierPath(called.unit, left, ctx) !== undefined;
}

/** Cheap: most calls are ruled out by the last word of their callee, before scopes are looked at. */
function mayBe(name: string, called: GoNode): boolean {
  const { right } = called.kind === 'Ident' ? { right: called.syntax } : selectorParts(called.syntax);
  return right !== undefined && syntaxText(called.unit, right) === name;
}

/** `http.DefaultClient.Get(u)` counts as `net/http.Get`; without a path any `x.Name()` on a plain `x`. */
function isMemberOf(point: FunctionCall, called: GoNode, ctx: MatchContext): boolean {
  if (called.kind !== 'SelectorExpr') return false;
  const { left } = selectorParts(called.syntax);
  const operand = left === undefined ? undefined : goNode(called.unit, left);
  const name = operand === undefined ? undefined : nameOf(current(operand), ctx);
  return name !== undefined && samePath(name.path, point.path);
}
