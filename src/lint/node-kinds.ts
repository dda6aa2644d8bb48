import type { GoKind, Kinds } from '../lang/tree/go-kind.ts';
import { type Advice, kindOfAdvice } from '../vocabulary/advice.ts';
import { kindsOf } from '../vocabulary/ask.ts';
import type { Aspect } from '../vocabulary/aspect.ts';
import type { JoinPoint } from '../vocabulary/points.ts';
import type { Literal, Never } from './conjunctions.ts';

const words: { readonly [K in GoKind]?: string } = {
  BlockStmt: 'a block',
  CallExpr: 'a call',
  CompositeLit: 'a literal',
  FuncDecl: 'a function',
  FuncLit: 'a function',
  GenDecl: 'a declaration',
  KeyValueExpr: 'a field of a literal',
  TypeSpec: 'a type definition',
  UnaryExpr: 'an address',
  ValueSpec: 'a variable or constant declaration',
};

/** Kinds of nodes for a message: `a function or a block`. */
export function describeKinds(kinds: Kinds): string {
  if (kinds === 'any') return 'any node';
  return [...new Set(kinds.map((kind) => words[kind] ?? kind))].join(' or ');
}

/** The nodes that points are asked about, and the kind of the point that asks. */
export interface Base {
  readonly kinds: Kinds;
  readonly asking: string;
}

/** Points that no one node satisfies together. */
export function clashOfKinds(literals: readonly Literal[], base: Base): Never | undefined {
  let left = base.kinds;
  let before: JoinPoint | undefined;
  for (const { point, negated } of literals) {
    const kinds = negated ? 'any' : kindsOf(point);
    if (kinds === 'any') continue;
    const both: readonly GoKind[] =
      left === 'any' ? kinds : kinds.filter((kind) => (left as readonly GoKind[]).includes(kind));
    if (both.length === 0) {
      const other =
        before === undefined
          ? `"${base.asking}" asks about ${describeKinds(base.kinds)}`
          : `"${before.kind}" matches ${describeKinds(left)}`;
      return { point, reason: `${other}, and "${point.kind}" ${describeKinds(kinds)}; no node is both` };
    }
    left = both;
    before ??= point;
  }
  return undefined;
}

/** Advice that fails wherever the aspect matches, since it can be applied to none of the nodes that do. */
export function misfits(aspect: Aspect): readonly { advice: Advice; wanted: string; hint: string; got: string }[] {
  const kinds = kindsOf(aspect.joinPoint);
  // Without any kind nothing matches, which is said elsewhere.
  if (kinds === 'any' || kinds.length === 0) return [];
  return aspect.advice.flatMap((advice) => {
    const fit = kindOfAdvice(advice).onNode?.fits;
    if (fit === undefined || kinds.some(fit.accepts)) return [];
    return [{ advice, wanted: fit.wanted, hint: fit.hint, got: describeKinds(kinds) }];
  });
}
