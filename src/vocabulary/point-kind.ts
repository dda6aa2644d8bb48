import type { ReadContext } from '../aspects/schema.ts';
import type { Word } from '../aspects/shape.ts';
import type { YamlEntry, YamlNode } from '../aspects/yaml-node.ts';
import type { MatchContext } from '../lang/names/match-context.ts';
import type { PackageFacts } from '../lang/names/package-facts.ts';
import type { TypeName } from '../lang/names/type-name.ts';
import type { RawFile } from '../lang/syntax/raw-file.ts';
import type { Kinds } from '../lang/tree/go-kind.ts';
import type { GoNode } from '../lang/tree/unit.ts';
import type { BuildConstants, PackageBounds } from './conditions/condition.ts';
import type { Explanation } from './explanation.ts';
import type { AnyPoint, Ask, InnerPoint, Where } from './inner-point.ts';
import type { PointLint } from './point-lint.ts';
import type { Reach } from './reach.ts';

/**
 * All that is known of one kind of join point. `src/vocabulary/points/<key>/` holds one kind; `points.ts` lists them;
 * everything else loops over that list through `ask.ts`.
 *
 * A kind is data and pure functions. `T` is its value in a plan: plain JSON with `kind` and `span`.
 */
export interface PointKind<T extends AnyPoint> {
  /**
   * The keys under which YAML writes the kind, with their place in the JSON schema and the reference. Most kinds have one
   * key of the same name. Two keys may read to one kind. A kind without a key is one that only other dialects produce.
   */
  readonly words: Readonly<Record<string, PointWord<T>>>;

  /** The points inside, in order. */
  readonly members: (point: T) => readonly InnerPoint[];
  readonly combines: Combination;

  /** What the point asks of a build that no action id covers; the answers become part of the key. */
  readonly asks: (point: T) => readonly BuildQuestion[];
  /** Interfaces that types are compared with: their declarations become part of the key, wherever they are. */
  readonly interfaces: (point: T) => readonly TypeName[];
  /** Packages that every package with a match imports, or is. May be fewer than there are, never more. */
  readonly implied: (point: T, ask: Ask) => readonly string[];
  /** Texts without which a file holds no match: each of them must occur in it. Empty where any file may hold one. */
  readonly texts: (point: T) => readonly string[];
  /**
   * Those of them that stand where the match is: in each function, or body of one, that holds a match or is one. More than `texts` has
   * where files may match that do not hold them. Empty in doubt.
   */
  readonly near: (point: T) => readonly string[];
  /** How many nodes of a package, or of one file of it, can match. A wrong `none` loses an aspect; in doubt `maybe`. */
  readonly reach: (point: T, at: Where, ask: Ask) => Reach;
  /**
   * What `reach` says of packages, as conditions, which the front (helper/shim) evaluates without Node. A condition `some` that fails
   * where `reach` is not `none` loses an aspect; in doubt it always holds, and `every` never.
   */
  readonly bounds: (point: T, build: BuildConstants, ask: Ask) => PackageBounds;
  /** The kinds of nodes that can match. */
  readonly nodeKinds: (point: T, ask: Ask) => Kinds;
  /** Whether the node matches. The node is of any kind; `nodeKinds` is only an index. */
  readonly matches: (point: T, node: GoNode, ctx: MatchContext, ask: Ask) => boolean;

  readonly explain: PointExplain<T>;
  readonly lint: PointLint<T>;
  readonly names: PointNames<T>;
}

/** What the reasons of `gots explain` are made of. The answers themselves come from `reach` and `matches`. */
export interface PointExplain<T> {
  /**
   * Why no node of the package matches; asked where `reach` says `none`. With `file`, the package may hold a match and
   * this file does not, though it has the `texts`. '' where there is nothing to add.
   */
  readonly package: (point: T, facts: PackageFacts, file: RawFile | undefined) => string;
  /** Why the node, which is of a kind that can match, does not. '' where there is nothing to add. */
  readonly node: (point: T, node: GoNode, ctx: MatchContext) => string;
  /** The explanations of what the point is made of, for this node. */
  readonly members: (point: T, node: GoNode, ctx: MatchContext, explain: ExplainInner) => readonly Explanation[];
}

export type ExplainInner = (point: InnerPoint, node: GoNode) => Explanation;

/** What the dialects ask of a point when they build an aspect. */
export interface PointNames<T> {
  /** Names of the variables and constants that the point says; undefined where others may match too. */
  readonly values: (point: T, ask: Ask) => readonly string[] | undefined;
  /** Whether the point says the name of the function that it matches. */
  readonly saysFunction: (point: T) => boolean;
  /** The point, without the functions that have no body, where it does not say their names. */
  readonly withBodies: (point: T, ask: Ask) => T;
}

/** One key of YAML that reads to the kind. */
export interface PointWord<T> extends Word {
  /**
   * @param inner reads a join point inside the value
   * @throws GotsError the `aspect_…` codes, each with the span of what is wrong
   */
  readonly read: (entry: YamlEntry, ctx: ReadContext, inner: (node: YamlNode) => InnerPoint) => T;
}

/**
 * How a point follows from its members: `all` and `any` of them, `not` its only one; `{ elsewhere }`: its only member is
 * asked about another node, of one of these kinds, in the same package; `none`: it has no members.
 */
export type Combination = 'all' | 'any' | 'not' | 'none' | { readonly elsewhere: Kinds };

/** What a join point may ask of a build that no action id covers. */
export type BuildQuestion = 'module-version' | 'go-version' | 'root-module';

/**
 * Set where the point matches as Orchestrion does and not as its documentation says: its users' aspects may depend on that
 * (docs/compatibility.md).
 */
export type Quirks = true | undefined;

/**
 * `T` with points of the type `Tie['point']` in the place of its inner ones. An interface ties the knot: TypeScript reads the
 * members of one only when it needs them, so that a union may be made of itself.
 */
export type WithInner<T, Tie extends { readonly point: unknown }> = T extends unknown
  ? {
      readonly [K in keyof T]: T[K] extends InnerPoint
        ? Tie['point']
        : T[K] extends readonly InnerPoint[]
          ? readonly Tie['point'][]
          : T[K];
    }
  : never;
