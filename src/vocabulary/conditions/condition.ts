import type { PackageFacts } from '../../lang/names/package-facts.ts';
import { reachesPackage } from '../../lang/names/reaches-package.ts';

/**
 * A statement about the facts of a package, in a language that the front (helper/shim/condition.go) evaluates too. Plain data:
 * it needs nothing of the build. Make conditions with the functions below, which keep them short.
 */
export type Condition =
  | { readonly kind: 'always' | 'never' | FlagWord }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: readonly [Condition] }
  | { readonly kind: TextWord; readonly texts: readonly string[] };

/**
 * What holds of a package if one of the texts fits. `path`: it is its import path. `prefix`: its import path begins with it,
 * letter by letter. `reaches`: it is its import path, or that of a direct import, vendor folders left out. `name`: it is the
 * name in its package clause, and that is known. `holds`: one of its Go files holds it, byte for byte.
 */
type TextWord = 'path' | 'prefix' | 'reaches' | 'name' | 'holds';

/** `name-unknown`: the name is not known. `command`: it is compiled to be a program. `test-main`: `go test` generated it. */
type FlagWord = 'name-unknown' | 'command' | 'test-main';

/** What is known of a join point in a package before a file is read. */
export interface PackageBounds {
  /** Holds wherever a node may match. Where it does not hold, the reach is certainly `none`. */
  readonly some: Condition;
  /** Holds only where every node matches. */
  readonly every: Condition;
}

/** What is the same in all packages of a build. */
export type BuildConstants = Pick<PackageFacts, 'rootModule' | 'goVersion'> & {
  /** Version by path of the modules; undefined where nothing asks for versions. */
  readonly versions?: Readonly<Record<string, string>> | undefined;
};

export const everywhere: Condition = { kind: 'always' };
export const nowhere: Condition = { kind: 'never' };
export const nameUnknown: Condition = { kind: 'name-unknown' };
export const isCommand: Condition = { kind: 'command' };
export const isTestMain: Condition = { kind: 'test-main' };

export function pathIs(path: string): Condition {
  return { kind: 'path', texts: [path] };
}

/** The empty prefix holds always. */
export function pathBeginsWith(prefix: string): Condition {
  return prefix === '' ? everywhere : { kind: 'prefix', texts: [prefix] };
}

/** One of the paths, or a path below one of them. */
export function pathIsIn(paths: readonly string[]): Condition {
  const below = paths.map((path) => `${path}/`);
  if (paths.length === 0) return nowhere;
  return {
    kind: 'any',
    of: [
      { kind: 'path', texts: paths },
      { kind: 'prefix', texts: below },
    ],
  };
}

export function nameIs(name: string): Condition {
  return { kind: 'name', texts: [name] };
}

/** As {@link reachesPackage}: without a path it holds always. */
export function reaches(path: string | undefined): Condition {
  return path === undefined ? everywhere : { kind: 'reaches', texts: [path] };
}

/** A Go file of the package holds the text. In `some` of bounds it stands behind no `not`, in `every` behind one. */
export function holdsText(text: string): Condition {
  return text === '' ? everywhere : { kind: 'holds', texts: [text] };
}

export function constant(holds: boolean): Condition {
  return holds ? everywhere : nowhere;
}

export function negation(condition: Condition): Condition {
  switch (condition.kind) {
    case 'always':
      return nowhere;
    case 'never':
      return everywhere;
    case 'not':
      return condition.of[0];
    case 'all':
      return disjunction(condition.of.map(negation));
    case 'any':
      return conjunction(condition.of.map(negation));
    case 'path':
    case 'prefix':
    case 'reaches':
    case 'name':
    case 'holds':
    case 'name-unknown':
    case 'command':
    case 'test-main':
      return { kind: 'not', of: [condition] };
  }
}

/** Holds where each of them does; without any, always. */
export function conjunction(conditions: readonly Condition[]): Condition {
  return joined('all', conditions, everywhere, nowhere);
}

/** Holds where one of them does; without any, never. */
export function disjunction(conditions: readonly Condition[]): Condition {
  return joined('any', conditions, nowhere, everywhere);
}

/** @param neutral changes nothing  @param absorbing decides alone */
function joined(
  kind: 'all' | 'any',
  conditions: readonly Condition[],
  neutral: Condition,
  absorbing: Condition,
): Condition {
  const flat = conditions.flatMap((each) => (each.kind === kind ? each.of : [each]));
  if (flat.some((each) => each.kind === absorbing.kind)) return absorbing;
  const others = flat.filter((each) => each.kind !== neutral.kind);
  const parts = unique(kind === 'any' ? mergedTexts(others) : fewerPaths(others));
  if (kind === 'all' && isContradiction(parts)) return nowhere;
  const [only, ...more] = parts;
  if (only === undefined) return neutral;
  return more.length === 0 ? only : { kind, of: parts };
}

/** One list of texts for each word: `any` of many paths is a look into one set. */
function mergedTexts(conditions: readonly Condition[]): readonly Condition[] {
  const words = new Map<TextWord, Set<string>>();
  const others: Condition[] = [];
  for (const each of conditions) {
    if (!('texts' in each)) others.push(each);
    else {
      const texts = words.get(each.kind) ?? new Set();
      words.set(each.kind, texts);
      for (const text of each.texts) texts.add(text);
    }
  }
  return [...[...words].map(([kind, texts]): Condition => ({ kind, texts: [...texts].sort() })), ...others];
}

function unique(conditions: readonly Condition[]): readonly Condition[] {
  return [...new Map(conditions.map((each) => [JSON.stringify(each), each])).values()];
}

/** Of a list of paths those that all that is said of paths allows: nothing else need be said of them then. */
function fewerPaths(parts: readonly Condition[]): readonly Condition[] {
  const list = parts.find((each) => each.kind === 'path');
  if (list === undefined || !('texts' in list)) return parts;
  const [about, others] = [parts.filter(isAboutPath), parts.filter((each) => !isAboutPath(each))];
  const texts = list.texts.filter((importPath) =>
    about.every((each) => conditionHolds(each, { importPath, imports: new Set(), testMain: false })),
  );
  return [{ kind: 'path', texts }, ...others];
}

function isAboutPath(condition: Condition): boolean {
  if ('of' in condition) return condition.of.every(isAboutPath);
  return condition.kind === 'path' || condition.kind === 'prefix';
}

/** Whether no path is left, or a package would need two names. */
function isContradiction(parts: readonly Condition[]): boolean {
  const names = parts.flatMap((each) => (each.kind === 'name' ? [each.texts] : []));
  const oneName = names.length < 2 || names[0]?.some((name) => names.every((texts) => texts.includes(name)));
  return !oneName || parts.some((each) => each.kind === 'path' && each.texts.length === 0);
}

/** What a condition says of packages whose files are not known: each text counts as if it were there. */
export function withoutTexts(condition: Condition): Condition {
  if (condition.kind === 'holds') return everywhere;
  if (!('of' in condition)) return condition;
  const parts = condition.of.map(withoutTexts);
  if (condition.kind === 'not') return negation(parts[0] as Condition);
  return condition.kind === 'all' ? conjunction(parts) : disjunction(parts);
}

/**
 * Whether a condition holds of a package.
 *
 * @param isHeld whether one of its Go files holds a text; without it, the files are not known, and each may
 */
export function conditionHolds(
  condition: Condition,
  facts: PackageFacts,
  isHeld: (text: string) => boolean = () => true,
): boolean {
  switch (condition.kind) {
    case 'always':
      return true;
    case 'never':
      return false;
    case 'all':
      return condition.of.every((each) => conditionHolds(each, facts, isHeld));
    case 'any':
      return condition.of.some((each) => conditionHolds(each, facts, isHeld));
    case 'not':
      return !conditionHolds(condition.of[0], facts, isHeld);
    case 'path':
      return condition.texts.includes(facts.importPath);
    case 'prefix':
      return condition.texts.some((text) => facts.importPath.startsWith(text));
    case 'reaches':
      return condition.texts.some((text) => reachesPackage(text, facts));
    case 'name':
      return facts.name !== undefined && condition.texts.includes(facts.name);
    case 'holds':
      return condition.texts.some(isHeld);
    case 'name-unknown':
      return facts.name === undefined;
    case 'command':
      return isCompiledAsCommand(facts);
    case 'test-main':
      return facts.testMain;
  }
}

/** Where the facts do not say how the package is compiled, its name does. */
export function isCompiledAsCommand(facts: PackageFacts): boolean {
  return facts.command ?? (facts.name === 'main' || facts.importPath === 'main');
}

/**
 * A condition as a list of words, for frames: its kind; behind `all`, `any` and words with texts their number; then its parts, or its
 * texts.
 */
export function conditionWords(condition: Condition): readonly string[] {
  if ('texts' in condition) return [condition.kind, String(condition.texts.length), ...condition.texts];
  if (!('of' in condition)) return [condition.kind];
  const parts = condition.of.flatMap(conditionWords);
  return condition.kind === 'not' ? ['not', ...parts] : [condition.kind, String(condition.of.length), ...parts];
}
