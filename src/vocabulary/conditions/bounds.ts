import {
  type BuildConstants,
  type Condition,
  conjunction,
  disjunction,
  everywhere,
  negation,
  nowhere,
  type PackageBounds,
  pathBeginsWith,
  pathIs,
  pathIsIn,
} from './condition.ts';

/** Bounds that kinds of join points share. */

/** The facts of the package decide: all nodes match, or none. */
export function exact(condition: Condition): PackageBounds {
  return { some: condition, every: condition };
}

/** Where the condition holds, a node may match; it need not. */
export function atMost(some: Condition): PackageBounds {
  return { some, every: nowhere };
}

/** For points that any package may hold. */
export const anywhere = (): PackageBounds => atMost(everywhere);

/** Without points nothing matches. */
export function allBounds(bounds: readonly PackageBounds[]): PackageBounds {
  if (bounds.length === 0) return exact(nowhere);
  return { some: conjunction(bounds.map(({ some }) => some)), every: conjunction(bounds.map(({ every }) => every)) };
}

export function anyBounds(bounds: readonly PackageBounds[]): PackageBounds {
  return { some: disjunction(bounds.map(({ some }) => some)), every: disjunction(bounds.map(({ every }) => every)) };
}

export function notBounds({ some, every }: PackageBounds): PackageBounds {
  return { some: negation(every), every: negation(some) };
}

/**
 * Paths that a pattern matches: exactly where it has no wildcard but `/**` at its end, else those that begin as it does.
 *
 * @param special characters that stand for others in it
 * @param at what stands before each path, with a slash at its end or ''
 */
export function patternBounds(pattern: string, special: RegExp, at = ''): PackageBounds {
  if (!special.test(pattern)) return exact(pathIs(at + pattern));
  const folder = pattern.endsWith('/**') ? pattern.slice(0, -'/**'.length) : undefined;
  if (folder !== undefined && !special.test(folder)) return exact(pathIsIn([at + folder]));
  // A `**` behind a slash may stand for nothing, and then the slash goes too.
  const literal = pattern.slice(0, pattern.search(special)).replace(/\/$/, '');
  return atMost(pathBeginsWith(at + literal));
}

/** The package is one of a module at a version for which `fits` holds: the packages of modules inside it cannot be told apart. */
export function inModule(
  path: string | undefined,
  { versions }: BuildConstants,
  fits: (version: string) => boolean,
): PackageBounds {
  if (versions === undefined) return atMost(path === undefined ? everywhere : pathIsIn([path]));
  const modules = Object.keys(versions).filter((module) => (path ?? module) === module && fits(versions[module] ?? ''));
  return atMost(pathIsIn(modules));
}
