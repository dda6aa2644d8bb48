import { kindOfPoint, membersOf } from '../vocabulary/ask.ts';
import type { Aspect } from '../vocabulary/aspect.ts';
import type { JoinPoint } from '../vocabulary/points.ts';
import { clashOfNames } from './clash-of-names.ts';
import { conjunctions, type Literal, type Never } from './conjunctions.ts';
import { type Base, clashOfKinds } from './node-kinds.ts';
import { clashOfPackages } from './package-clash.ts';

/**
 * Finds the parts of an aspect's join point that can never match: the whole of it, or alternatives of a `one-of`.
 * Only certain answers are given.
 */
export function neverMatching(aspect: Aspect): readonly Never[] {
  const whole = whyNever(aspect.joinPoint, anywhere, aspect.tracerInternal);
  return whole === undefined ? deadParts(aspect.joinPoint, [], aspect.tracerInternal) : [whole];
}

/** Alternatives that cannot match together with what must hold beside them. */
function deadParts(point: JoinPoint, beside: readonly JoinPoint[], internal: boolean): Never[] {
  const { combines } = kindOfPoint(point);
  const members = membersOf(point);
  if (combines === 'all') {
    return members.flatMap((member, at) => deadParts(member, [...beside, ...without(members, at)], internal));
  }
  if (combines === 'any') {
    return members.flatMap((member) => {
      const points = [...beside, member];
      const dead = whyNever({ kind: 'all-of', points, span: member.span }, anywhere, internal);
      return dead === undefined ? deadParts(member, beside, internal) : [{ point: member, reason: dead.reason }];
    });
  }
  // What stands in a negation may match nothing; a point without members has no parts.
  if (combines === 'not' || combines === 'none') return [];
  return members.flatMap((member) => deadParts(member, [], internal).filter(({ point: part }) => part !== member));
}

function without<T>(list: readonly T[], at: number): T[] {
  return list.filter((_, i) => i !== at);
}

const anywhere: Base = { kinds: 'any', asking: '' };

/** @param base the nodes that the point is asked about */
function whyNever(point: JoinPoint, base: Base, internal: boolean): Never | undefined {
  const alternatives = conjunctions(point);
  if (alternatives === undefined) return undefined;
  const clashes = alternatives.map((literals) => clash(literals, base, internal));
  if (clashes.includes(undefined)) return undefined;
  const [first] = clashes;
  if (first === undefined) return { point, reason: `an empty "${point.kind}" matches nothing` };
  return clashes.length === 1
    ? { ...first, point: kindOfPoint(point).combines === 'all' ? first.point : point }
    : { point, reason: first.reason };
}

function clash(literals: readonly Literal[], base: Base, internal: boolean): Never | undefined {
  for (const { point, negated } of literals) {
    const reason = kindOfPoint(point).lint.impossible(point, negated);
    if (reason !== undefined) return { point, reason };
  }
  return (
    opposites(literals) ??
    clashOfKinds(literals, base) ??
    clashOfPackages(literals, internal) ??
    clashOfNames(literals) ??
    clashElsewhere(literals, internal)
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

/** A member that is asked about another node is asked about one in the same package. */
function clashElsewhere(literals: readonly Literal[], internal: boolean): Never | undefined {
  const around = literals
    .filter(({ point }) => kindOfPoint(point).lint.aboutPackage)
    .map(({ point, negated }): JoinPoint => (negated ? { kind: 'not', point, span: point.span } : point));
  for (const { point, negated } of literals) {
    const { combines } = kindOfPoint(point);
    if (negated || typeof combines !== 'object') continue;
    const all: JoinPoint = { kind: 'all-of', points: [...around, ...membersOf(point)], span: point.span };
    const inner = whyNever(all, { kinds: combines.elsewhere, asking: point.kind }, internal);
    if (inner !== undefined) return inner;
  }
  return undefined;
}
