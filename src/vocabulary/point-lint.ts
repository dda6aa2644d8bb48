import type { AnyPoint, Ask, IsConstant } from './inner-point.ts';
import type { Mention } from './mention.ts';

/** What `gots lint` knows of a kind. Only what is certain: a missing fact loses a warning, a wrong one annoys. */
export interface PointLint<T extends AnyPoint> {
  /** The point holds of a whole package or of nothing in it, so it also holds where a member is asked elsewhere. */
  readonly aboutPackage: boolean;
  /** Why the point, or its negation, matches nothing whatever it is asked about. */
  readonly impossible: (point: T, negated: boolean) => string | undefined;
  /** What the point fixes of the node that it matches; two points that fix the same thing differently exclude each other. */
  readonly fixes: (point: T) => readonly Fixed[];
  /** The only package that the point can match in. */
  readonly home: (point: T) => string | undefined;
  /** Why the point, or its negation, matches nothing in the package `home`. */
  readonly rulesOut: (point: T, home: string, negated: boolean) => string | undefined;
  /** A fact about the package that the point, or its negation, wants. */
  readonly fact: (point: T, negated: boolean) => WantedFact | undefined;
  /** Packages and names that the point speaks of, those behind a `not` left out: they need not exist. */
  readonly mentions: (point: T, ask: Ask) => readonly Mention[];
  /** A constant that the point names, for a message. */
  readonly constant: (point: T, isConstant: IsConstant, ask: Ask) => string | undefined;
}

/** What is fixed, as a message says it, and the value as it is shown. */
export type Fixed = readonly [what: string, value: string];

export interface WantedFact {
  readonly what: string;
  readonly value: string;
  /** Why `value` cannot hold together with another value of the same fact. */
  readonly clash: (other: string) => string;
}
