import { kindOfPoint, membersOf } from '../vocabulary/ask.ts';
import type { JoinPoint } from '../vocabulary/points.ts';

/** A join point without members of its own kind, asked as it is or turned round. */
export interface Literal {
  readonly point: JoinPoint;
  readonly negated: boolean;
}

/** Why a join point matches nothing, whatever it is asked about. */
export interface Never {
  readonly point: JoinPoint;
  readonly reason: string;
}

/** Beyond this many, a point is not analysed: real ones have a few. */
const limit = 1000;

/**
 * A point as alternatives, each a list of literals that must hold together. No alternative: it matches nothing; an empty
 * alternative: it matches everything.
 *
 * @returns undefined where there would be too many
 */
export function conjunctions(point: JoinPoint, negated = false): readonly (readonly Literal[])[] | undefined {
  const { combines } = kindOfPoint(point);
  if (combines === 'none' || typeof combines === 'object') return [[{ point, negated }]];
  const points = membersOf(point);
  // An empty all-of matches nothing, unlike the usual "all of none"; turned round it matches everything.
  if (points.length === 0) return negated ? [[]] : [];
  const members = points.map((member) => conjunctions(member, (combines === 'not') !== negated));
  return (combines === 'all') !== negated ? product(members) : sum(members);
}

type Alternatives = readonly (readonly Literal[])[] | undefined;

function sum(members: readonly Alternatives[]): Alternatives {
  const all = members.flatMap((member) => member ?? []);
  return members.includes(undefined) || all.length > limit ? undefined : all;
}

function product(members: readonly Alternatives[]): Alternatives {
  let all: readonly (readonly Literal[])[] = [[]];
  for (const member of members) {
    if (member === undefined || all.length * member.length > limit) return undefined;
    all = all.flatMap((left) => member.map((right) => [...left, ...right]));
  }
  return all;
}
