import type { JoinPoint } from '../aspects/ir.ts';
import type { GoKind, Kinds } from '../lang/tree/go-kind.ts';
import type { Aspect } from '../vocabulary/aspect.ts';
import { conjunctions, type Literal, type Never } from './conjunctions.ts';
import { clashOfKinds } from './node-kinds.ts';
import { clashOfPackages } from './package-clash.ts';
import { clashOfNames, impossible } from './point-values.ts';

/**
 * Finds the parts of an aspect's join point that can never match: the whole of it, or alternatives of a `one-of`.
 * Only certain answers are given.
 */
export function neverMatching(aspect: Aspect): readonly Never[] {
  const whole = whyNever(aspect.joinPoint, 'any', aspect.tracerInternal);
  return whole === undefined ? deadParts(aspect.joinPoint, [], aspect.tracerInternal) : [whole];
}

/** Alternatives that cannot match together with what must hold beside them. */
function deadParts(point: JoinPoint, beside: readonly JoinPoint[], internal: boolean): Never[] {
  switch (point.kind) {
    case 'all-of':
      return point.points.flatMap((member, at) =>
        deadParts(member, [...beside, ...without(point.points, at)], internal),
      );
    case 'one-of':
      return point.points.flatMap((member) => {
        const points = [...beside, member];
        const dead = whyNever({ kind: 'all-of', points, span: member.span }, 'any', internal);
        return dead === undefined ? deadParts(member, beside, internal) : [{ point: member, reason: dead.reason }];
      });
    case 'function-body':
      return deadParts(point.point, [], internal).filter(({ point: part }) => part !== point.point);
    default:
      return [];
  }
}

function without<T>(list: readonly T[], at: number): T[] {
  return list.filter((_, i) => i !== at);
}

/** @param base kinds of nodes that the point is asked about */
function whyNever(point: JoinPoint, base: Kinds, internal: boolean): Never | undefined {
  const alternatives = conjunctions(point);
  if (alternatives === undefined) return undefined;
  const clashes = alternatives.map((literals) => clash(literals, base, internal));
  if (clashes.includes(undefined)) return undefined;
  const [first] = clashes;
  if (first === undefined) return { point, reason: `an empty "${point.kind}" matches nothing` };
  return clashes.length === 1
    ? { ...first, point: point.kind === 'all-of' ? first.point : point }
    : { point, reason: first.reason };
}

function clash(literals: readonly Literal[], base: Kinds, internal: boolean): Never | undefined {
  for (const literal of literals) {
    const reason = impossible(literal);
    if (reason !== undefined) return { point: literal.point, reason };
  }
  return (
    opposites(literals) ??
    clashOfKinds(literals, base) ??
    clashOfPackages(literals, internal) ??
    clashOfNames(literals) ??
    clashInBody(literals, internal)
  );
}

function opposites(literals: readonly Literal[]): Never | undefined {
  const wanted = new Set(literals.filter(({ negated }) => !negated).map(({ point }) => meaning(point)));
  const excluded = literals.find(({ point, negated }) => negated && wanted.has(meaning(point)));
  return excluded && { point: excluded.point, reason: `it wants "${excluded.point.kind}" and excludes the same` };
}

/** A point as text, places left out. */
function meaning(point: JoinPoint): string {
  return JSON.stringify(point, (key, value: unknown) => (key === 'span' ? undefined : value));
}

const functions: readonly GoKind[] = ['FuncDecl', 'FuncLit'];
const aboutPackages: ReadonlySet<JoinPoint['kind']> = new Set([
  'import-path',
  'package-filter',
  'package-name',
  'test-main',
]);

/** What stands in `function-body` is asked about a function, in the same package. */
function clashInBody(literals: readonly Literal[], internal: boolean): Never | undefined {
  const around = literals
    .filter(({ point }) => aboutPackages.has(point.kind))
    .map(({ point, negated }): JoinPoint => (negated ? { kind: 'not', point, span: point.span } : point));
  for (const { point, negated } of literals) {
    if (negated || point.kind !== 'function-body') continue;
    const inner = whyNever({ kind: 'all-of', points: [...around, point.point], span: point.span }, functions, internal);
    if (inner !== undefined) return inner;
  }
  return undefined;
}
