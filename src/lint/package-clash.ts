import { samePath } from '../lang/names/names.ts';
import { kindOfPoint } from '../vocabulary/ask.ts';
import type { JoinPoint } from '../vocabulary/points.ts';
import { weavingOf } from '../weave/1-select/special-cases.ts';
import type { Literal, Never } from './conjunctions.ts';

/** Points that no one package satisfies together. */
export function clashOfPackages(literals: readonly Literal[], internal: boolean): Never | undefined {
  const homes = literals.flatMap(({ point, negated }) => {
    const path = negated ? undefined : kindOfPoint(point).lint.home(point);
    return path === undefined ? [] : [{ point, path }];
  });
  const [first, ...others] = homes;
  const other = others.find(({ path }) => !samePath(path, first?.path));
  if (first !== undefined && other !== undefined) {
    return { point: other.point, reason: `no package is both "${first.path}" and "${other.path}"` };
  }
  return (first && (unwoven(first, internal) ?? excluded(first.path, literals))) ?? clashOfFacts(literals);
}

function unwoven({ point, path }: { point: JoinPoint; path: string }, internal: boolean): Never | undefined {
  if (path === 'cmd' || path.startsWith('cmd/'))
    return { point, reason: `"${path}" is part of the go command's own tools, which are never woven` };
  const weaving = weavingOf(path);
  if (weaving === 'never') return { point, reason: `"${path}" is never woven` };
  if (weaving === 'internal' && !internal)
    return { point, reason: `"${path}" is only woven by aspects with "tracer-internal: true"` };
  return undefined;
}

/** What the other points say of the only package in question. */
function excluded(home: string, literals: readonly Literal[]): Never | undefined {
  for (const { point, negated } of literals) {
    const reason = kindOfPoint(point).lint.rulesOut(point, home, negated);
    if (reason !== undefined) return { point, reason };
  }
  return undefined;
}

/** Two package names, or something that a package either is or is not. */
function clashOfFacts(literals: readonly Literal[]): Never | undefined {
  const wanted = new Map<string, string>();
  for (const { point, negated } of literals) {
    const fact = kindOfPoint(point).lint.fact(point, negated);
    if (fact === undefined) continue;
    const before = wanted.get(fact.what);
    if (before !== undefined && before !== fact.value) return { point, reason: fact.clash(before) };
    wanted.set(fact.what, fact.value);
  }
  return undefined;
}
