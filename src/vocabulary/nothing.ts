import type { MatchContext } from '../lang/names/match-context.ts';
import type { PackageFacts } from '../lang/names/package-facts.ts';
import type { Kinds } from '../lang/tree/go-kind.ts';
import type { GoNode } from '../lang/tree/unit.ts';
import type { Where } from './inner-point.ts';
import type { Combination } from './point-kind.ts';
import { exactly, type Reach } from './reach.ts';

/** Answers of kinds about which there is nothing to say. A kind writes them down: what it forgets does not compile. */

export const nothing = (): readonly never[] => [];
export const undecided = (): undefined => undefined;
export const noReason = (): string => '';
export const anyNode = (): Kinds => 'any';
export const maybe = (): Reach => 'maybe';

export const noMembers = { members: nothing, combines: 'none' as Combination };

/** Lint knows nothing of the kind beyond what it knows of every kind. */
export const silent = {
  aboutPackage: false,
  impossible: undecided,
  fixes: nothing,
  home: undecided,
  rulesOut: undecided,
  fact: undecided,
  mentions: nothing,
  constant: undecided,
};

/** The same for options. */
export const silentOption = { impossible: undecided, fixes: nothing, home: undecided };

/** The point says no names of variables, constants or functions. */
export const nameless = {
  values: undecided,
  saysFunction: (): boolean => false,
  withBodies: <T>(point: T): T => point,
};

/** A point that holds of all nodes of a package or of none, and is decided by the package's facts alone. */
export function ofPackage<T>(
  holds: (point: T, facts: PackageFacts) => boolean,
  why: (point: T, facts: PackageFacts) => string,
) {
  return {
    ...noMembers,
    texts: nothing,
    near: nothing,
    reach: (point: T, { facts }: Where): Reach => exactly(holds(point, facts)),
    nodeKinds: anyNode,
    matches: (point: T, _: GoNode, { facts }: MatchContext): boolean => holds(point, facts),
    explain: {
      package: why,
      node: (point: T, _: GoNode, { facts }: MatchContext): string => why(point, facts),
      members: nothing,
    },
  };
}
