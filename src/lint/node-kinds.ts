import type { Advice, AdviceKind, Aspect, JoinPoint } from '../aspects/ir.ts';
import type { Kinds } from '../lang/tree/go-kind.ts';
import { type GoKind, isExpression } from '../lang/tree/go-kind.ts';
import { kindsOf } from '../weave/3-match/points/evaluate.ts';
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

/** Points that no one node satisfies together. */
export function clashOfKinds(literals: readonly Literal[], base: Kinds): Never | undefined {
  let left: Kinds = base;
  let before: JoinPoint | undefined;
  for (const { point, negated } of literals) {
    const kinds = negated ? 'any' : kindsOf(point);
    if (kinds === 'any') continue;
    const both: readonly GoKind[] =
      left === 'any' ? kinds : kinds.filter((kind) => (left as readonly GoKind[]).includes(kind));
    if (both.length === 0) {
      const other =
        before === undefined
          ? `"function-body" asks about ${describeKinds(base)}`
          : `"${before.kind}" matches ${describeKinds(left)}`;
      return { point, reason: `${other}, and "${point.kind}" ${describeKinds(kinds)}; no node is both` };
    }
    left = both;
    before ??= point;
  }
  return undefined;
}

interface Needs {
  readonly accepts: (kind: GoKind) => boolean;
  readonly wanted: string;
  readonly hint: string;
}

const isCall: Needs = {
  accepts: (kind) => kind === 'CallExpr',
  wanted: 'a call',
  hint: 'match calls with "function-call" or "method-call"',
};

/** Advice that can be applied to some nodes only; all other advice fits every node. */
const needs: { readonly [K in AdviceKind]?: Needs } = {
  'prepend-statements': {
    accepts: (kind) => kind === 'BlockStmt',
    wanted: 'a block',
    hint: 'put the join point into "function-body"',
  },
  'wrap-expression': {
    accepts: isExpression,
    wanted: 'an expression',
    hint: 'match a call or a literal',
  },
  'append-args': isCall,
  'replace-function': isCall,
  'assign-value': {
    accepts: (kind) => kind === 'ValueSpec',
    wanted: 'a variable or constant declaration',
    hint: 'match one with "value-declaration"',
  },
  'add-struct-field': {
    accepts: (kind) => kind === 'TypeSpec',
    wanted: 'the definition of a struct type',
    hint: 'match one with "struct-definition"',
  },
};

/** Advice that fails wherever the aspect matches, since it can be applied to none of the nodes that do. */
export function misfits(aspect: Aspect): readonly { advice: Advice; wanted: string; hint: string; got: string }[] {
  const kinds = kindsOf(aspect.joinPoint);
  // Without any kind nothing matches, which is said elsewhere.
  if (kinds === 'any' || kinds.length === 0) return [];
  return aspect.advice.flatMap((advice) => {
    const need = needs[advice.kind];
    if (need === undefined || kinds.some(need.accepts)) return [];
    return [{ advice, wanted: need.wanted, hint: need.hint, got: describeKinds(kinds) }];
  });
}
