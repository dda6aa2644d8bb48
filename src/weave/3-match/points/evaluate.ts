import type { JoinPoint, JoinPointKind } from '../../../aspects/ir.ts';
import type { MatchContext } from '../../../lang/names/context.ts';
import { samePath } from '../../../lang/names/names.ts';
import { doublestar } from '../../../lang/patterns/doublestar.ts';
import { packageFilterMatches } from '../../../lang/patterns/path-match.ts';
import { functionOfBody } from '../../../lang/tree/functions.ts';
import type { Kinds } from '../../../lang/tree/go-kind.ts';
import type { GoNode } from '../../../lang/tree/unit.ts';
import { configurationMatches, isCommand, versionHolds } from '../../1-select/package.ts';
import { declarationOf } from './declaration-of.ts';
import { directive } from './directive.ts';
import { fileHas } from './file-has.ts';
import { functionPoint } from './function.ts';
import { functionCall } from './function-call.ts';
import type { PointHandler } from './handler.ts';
import { methodCall } from './method-call.ts';
import { packageName } from './package-name.ts';
import { packageValue } from './package-value.ts';
import { structDefinition } from './struct-definition.ts';
import { structLiteral } from './struct-literal.ts';
import { valueDeclaration } from './value-declaration.ts';

const handlers: { readonly [K in JoinPointKind]: PointHandler<K> } = {
  'all-of': {
    kinds: (point) => point.points.map(kindsOf).reduce(intersection, 'any'),
    matches: (point, node, ctx) => point.points.length > 0 && point.points.every((p) => matches(p, node, ctx)),
  },
  'one-of': {
    kinds: (point) => point.points.map(kindsOf).reduce(union, []),
    matches: (point, node, ctx) => point.points.some((p) => matches(p, node, ctx)),
  },
  not: { kinds: () => 'any', matches: (point, node, ctx) => !matches(point.point, node, ctx) },
  'import-path': { kinds: () => 'any', matches: (point, _, ctx) => samePath(point.path, ctx.facts.importPath) },
  'package-filter': { kinds: () => 'any', matches: (point, _, ctx) => packageFilterMatches(point, ctx.facts) },
  'test-main': { kinds: () => 'any', matches: (point, _, ctx) => point.value === ctx.facts.testMain },
  'import-glob': {
    kinds: () => 'any',
    matches: (point, _, ctx) => doublestar(point.pattern).test(ctx.facts.importPath),
  },
  command: { kinds: () => 'any', matches: (point, _, ctx) => isCommand(ctx.facts) === point.value },
  'test-build': { kinds: () => 'any', matches: (point, _, ctx) => ctx.testBuild === point.value },
  'file-has': fileHas,
  'package-value': packageValue,
  configuration: { kinds: () => 'any', matches: (point) => configurationMatches(point.pairs) },
  'module-version': { kinds: () => 'any', matches: (point, _, ctx) => versionHolds(point, ctx.facts) },
  'go-version': { kinds: () => 'any', matches: (point, _, ctx) => versionHolds(point, ctx.facts) },
  'package-name': packageName,
  directive,
  function: functionPoint,
  'function-body': {
    kinds: () => ['BlockStmt'],
    matches: (point, node, ctx) => {
      const fn = functionOfBody(node);
      return fn !== undefined && matches(point.point, fn, ctx);
    },
  },
  'function-call': functionCall,
  'method-call': methodCall,
  'struct-definition': structDefinition,
  'struct-literal': structLiteral,
  'declaration-of': declarationOf,
  'value-declaration': valueDeclaration,
};

export function kindsOf(point: JoinPoint): Kinds {
  return handlerOf(point).kinds(point);
}

export function matches(point: JoinPoint, node: GoNode, ctx: MatchContext): boolean {
  return handlerOf(point).matches(point, node, ctx);
}

function handlerOf(point: JoinPoint): PointHandler<JoinPointKind> {
  return handlers[point.kind] as PointHandler<JoinPointKind>;
}

function intersection(a: Kinds, b: Kinds): Kinds {
  if (a === 'any') return b;
  return b === 'any' ? a : a.filter((kind) => b.includes(kind));
}

function union(a: Kinds, b: Kinds): Kinds {
  return a === 'any' || b === 'any' ? 'any' : [...new Set([...a, ...b])];
}
