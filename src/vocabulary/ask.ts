import { type ReadContext, singleEntry } from '../aspects/schema.ts';
import type { YamlNode } from '../aspects/yaml-node.ts';
import type { MatchContext } from '../lang/names/match-context.ts';
import type { PackageFacts } from '../lang/names/package-facts.ts';
import type { RawFile } from '../lang/syntax/raw-file.ts';
import { byteString } from '../lang/syntax/source.ts';
import type { Kinds } from '../lang/tree/go-kind.ts';
import type { GoNode } from '../lang/tree/unit.ts';
import { aspectUnknownPoint } from '../report/codes/aspect.ts';
import { type BuildConstants, conjunction, holdsText, type PackageBounds } from './conditions/condition.ts';
import type { Ask, InnerPoint, IsConstant, Where } from './inner-point.ts';
import type { Mention } from './mention.ts';
import type { BuildQuestion, PointKind } from './point-kind.ts';
import { type JoinPoint, pointKinds, pointWords } from './points.ts';
import type { Reach } from './reach.ts';

/** The questions that everything else puts to join points, whatever their kinds. */

/** What is known of the kind of a join point. */
export function kindOfPoint(point: JoinPoint): PointKind<JoinPoint> {
  // The union of the kinds does not show that the kind under `point.kind` takes this point.
  return pointKinds[point.kind] as unknown as PointKind<JoinPoint>;
}

/**
 * Reads a join point, a mapping of a single key.
 *
 * @throws GotsError aspect_not_single_key, aspect_unknown_point, and what the value can violate
 */
export function readJoinPoint(node: YamlNode, ctx: ReadContext): JoinPoint {
  const entry = singleEntry(node, 'a join point', 'combine several with "all-of" or "one-of"');
  const word = Object.hasOwn(pointWords, entry.key) ? pointWords[entry.key] : undefined;
  if (word === undefined) return aspectUnknownPoint(entry.span, entry.key, Object.keys(pointWords));
  const inner = (value: YamlNode): InnerPoint => readJoinPoint(value, ctx) as unknown as InnerPoint;
  return word.read(entry, ctx, inner) as unknown as JoinPoint;
}

/** The points inside a point, in order. */
export function membersOf(point: JoinPoint): readonly JoinPoint[] {
  return kindOfPoint(point).members(point) as unknown as readonly JoinPoint[];
}

/** A join point and all points in it. */
export function withPointsIn(point: JoinPoint): readonly JoinPoint[] {
  return [point, ...membersOf(point).flatMap(withPointsIn)];
}

/** What of a build decides whether a join point matches, besides the packages themselves; sorted. */
export function questionsOf(point: JoinPoint): readonly BuildQuestion[] {
  return [...new Set(withPointsIn(point).flatMap((each) => kindOfPoint(each).asks(each)))].sort();
}

/**
 * Packages that every package with a match imports, or is. May have duplicates.
 *
 * Interfaces of `*-implements` are not among them: a type implements an interface without importing its package.
 */
function implied(point: JoinPoint): readonly string[] {
  return kindOfPoint(point).implied(point, ask);
}

/** {@link implied}, sorted and without duplicates. */
export function impliedImports(point: JoinPoint): string[] {
  return [...new Set(implied(point))].sort();
}

/** How many nodes of a package, of one file of it or of a part can match. A file must hold the words that the point names. */
function reach(point: JoinPoint, at: Where): Reach {
  return mayHold(point, at) ? kindOfPoint(point).reach(point, at, ask) : 'none';
}

function mayHold(point: JoinPoint, { file, part }: Where): boolean {
  if (part !== undefined) {
    const near = kindOfPoint(point).near(point);
    return near.every((text) => part.text.includes(isPlain.test(text) ? text : byteString(Buffer.from(text))));
  }
  return file === undefined || textsIn(point).every((text) => text === '' || file.bytes.includes(text));
}

const isPlain = /^[\0-\x7f]*$/;

/** Texts without which a file holds no match. */
export function textsIn(point: JoinPoint): readonly string[] {
  return kindOfPoint(point).texts(point);
}

/**
 * Which nodes of a package can satisfy a point, from the package's facts alone. As in Orchestrion, points about another
 * package's functions and types need that package among the *direct* imports.
 */
export function reachOfPackage(point: JoinPoint, facts: PackageFacts): Reach {
  return reach(point, { facts });
}

/** Which nodes of a file can satisfy a point, from the package's facts and the raw text. */
export function reachOfFile(point: JoinPoint, facts: PackageFacts, file: RawFile): Reach {
  return reach(point, { facts, file });
}

/** Which nodes of a function of a file, or of its body, can satisfy a point. */
export function reachOfPart(point: JoinPoint, at: Required<Where>): Reach {
  return reach(point, at);
}

/**
 * What {@link reachOfPackage} says of all packages of a build, and {@link reachOfFile} of all their files, as conditions that need no Node. Of
 * files it tells only where the facts rule out nothing: a point that names a package is rare enough.
 */
export function boundsOfPackage(point: JoinPoint, build: BuildConstants): PackageBounds {
  const bounds = kindOfPoint(point).bounds(point, build, ask);
  if (bounds.some.kind !== 'always' || bounds.every.kind !== 'never') return bounds;
  return { some: conjunction(textsIn(point).map(holdsText)), every: bounds.every };
}

/** The kinds of nodes that can match. */
export function kindsOf(point: JoinPoint): Kinds {
  return kindOfPoint(point).nodeKinds(point, ask);
}

/** Whether a node matches. @throws GotsError weave_needs_types, weave_type_unknown */
export function matches(point: JoinPoint, node: GoNode, ctx: MatchContext): boolean {
  return kindOfPoint(point).matches(point, node, ctx, ask);
}

/** Packages and names that a join point speaks of, those behind a `not` left out: they need not exist. */
export function mentions(point: JoinPoint): readonly Mention[] {
  return kindOfPoint(point).lint.mentions(point, ask);
}

/** The first constant that a point names, in whatever alternative. */
export function constantIn(point: JoinPoint, isConstant: IsConstant): string | undefined {
  return kindOfPoint(point).lint.constant(point, isConstant, ask);
}

/**
 * Names of variables and constants that a join point says; undefined where it may match declarations of other names. An advice
 * that gives a value means these: of `A, B = 1, 2`, a point that names B leaves A alone.
 */
export function namedValues(point: JoinPoint): readonly string[] | undefined {
  return kindOfPoint(point).names.values(point, ask);
}

/**
 * For hooks, which need a body: a point that matches functions by anything but their name passes over those without one. A
 * function that is named must have one, or the hook would be lost silently.
 */
export function withBodies(point: JoinPoint): JoinPoint {
  return kindOfPoint(point).names.withBodies(point, ask);
}

const asked: Ask<JoinPoint> = {
  implied,
  reach,
  bounds: boundsOfPackage,
  nodeKinds: kindsOf,
  matches,
  mentions,
  constant: constantIn,
  values: namedValues,
  saysFunction: (point) => kindOfPoint(point).names.saysFunction(point),
  withBodies,
};

/** Inner points are join points; only kinds do not know it. */
const ask = asked as unknown as Ask;
