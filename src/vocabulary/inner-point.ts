import type { MatchContext } from '../lang/names/match-context.ts';
import type { PackageFacts } from '../lang/names/package-facts.ts';
import type { RawFile } from '../lang/syntax/raw-file.ts';
import type { Kinds } from '../lang/tree/go-kind.ts';
import type { GoNode } from '../lang/tree/unit.ts';
import type { Span } from '../report/diagnostic.ts';
import type { BuildConstants, PackageBounds } from './conditions/condition.ts';
import type { Mention } from './mention.ts';
import type { Reach } from './reach.ts';

/** What all join points have. */
export interface AnyPoint {
  readonly kind: string;
  readonly span: Span;
}

declare const inner: unique symbol;

/** A point inside another. A kind cannot look into it: it may be of any kind, so it can only {@link Ask}. */
export interface InnerPoint extends AnyPoint {
  readonly [inner]: true;
}

/** What is asked how much of it can match: a package, one of its files, or a part of that. */
export interface Where {
  readonly facts: PackageFacts;
  readonly file?: RawFile | undefined;
  /** Only in a file. */
  readonly part?: FilePart | undefined;
}

/** A function at the top level of a file, or what is inside its body. Texts are byte strings (`lang/syntax/source.ts`). */
export interface FilePart {
  /** What the nodes are written as; of a function with the comments above it. */
  readonly text: string;
  /** The text of the whole function, with the comments above it. */
  readonly declaration: string;
  readonly isBody: boolean;
}

/** The questions that a kind may put to the points inside its own. */
export interface Ask<P = InnerPoint> {
  readonly implied: (point: P) => readonly string[];
  readonly reach: (point: P, at: Where) => Reach;
  readonly bounds: (point: P, build: BuildConstants) => PackageBounds;
  readonly nodeKinds: (point: P) => Kinds;
  readonly matches: (point: P, node: GoNode, ctx: MatchContext) => boolean;
  readonly mentions: (point: P) => readonly Mention[];
  readonly constant: (point: P, isConstant: IsConstant) => string | undefined;
  readonly values: (point: P) => readonly string[] | undefined;
  readonly saysFunction: (point: P) => boolean;
  readonly withBodies: (point: P) => P;
}

/** Whether a package declares a constant of that name. */
export type IsConstant = (path: string, name: string) => boolean;
