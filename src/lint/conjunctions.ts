import type { JoinPoint } from '../aspects/ir.ts';

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
  switch (point.kind) {
    case 'not':
      return conjunctions(point.point, !negated);
    case 'all-of':
    case 'one-of': {
      // An empty all-of matches nothing, unlike the usual "all of none"; turned round it matches everything.
      if (point.points.length === 0) return negated ? [[]] : [];
      const members = point.points.map((member) => conjunctions(member, negated));
      return (point.kind === 'all-of') !== negated ? product(members) : sum(members);
    }
    default:
      return [[{ point, negated }]];
  }
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
