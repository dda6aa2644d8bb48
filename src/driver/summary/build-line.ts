import { plural } from '../../base/amounts.ts';
import { someVersion } from '../../gomod/versions.ts';
import type { AddedModule } from '../plan/plan.ts';
import { type LibraryVersion, libraryNames } from './uncovered.ts';
import type { WovenCounts } from './woven-counts.ts';

/** What one build comes to. */
export interface BuildSummary extends WovenCounts {
  /** Modules that weaving adds or raises. */
  readonly modules: readonly AddedModule[];
  /** Whether only what this build compiled is counted, since it linked no program. */
  readonly isPart: boolean;
  /** Known libraries that no aspect names. */
  readonly uncovered: readonly LibraryVersion[];
}

/** More names than these do not fit on a line that someone reads. */
const mostNamed = 5;

/**
 * The one line that says what a build wove.
 *
 * @example gots: 9 aspects at 41 places in 6 packages; modules added: none; no aspect for: github.com/redis/go-redis/v9 (v9.17.2)
 */
export function buildLine(summary: BuildSummary): string {
  const added = summary.modules.filter(({ raisedFrom }) => raisedFrom === undefined);
  const raised = summary.modules.filter(({ raisedFrom }) => raisedFrom !== undefined);
  const parts = [
    wovenText(summary),
    `modules added: ${few(added.map(addedText)) || 'none'}`,
    ...named(
      'modules raised',
      raised.map(({ path, version, raisedFrom }) => `${path} ${raisedFrom} to ${version}`),
    ),
    ...named('no aspect for', libraryNames(summary.uncovered)),
    ...foreignText(summary.foreign),
  ];
  return `gots: ${parts.join('; ')}`;
}

function wovenText({ aspects, places, packages, fromCache, unknown, isPart }: BuildSummary): string {
  if (packages === 0) {
    return unknown === 0
      ? `no aspect matched${isPart ? ' in what was compiled' : ''}`
      : `${plural(unknown, 'package')} woven, from the cache`;
  }
  const kept = fromCache === 0 ? '' : fromCache === packages ? ' (from the cache)' : ` (${fromCache} from the cache)`;
  const rest = unknown === 0 ? '' : `, and ${unknown} more from the cache`;
  const compiled = isPart ? ' that this build compiled' : '';
  const what = `${plural(aspects, 'aspect')} at ${plural(places, 'place')} in ${plural(packages, 'package')}`;
  return `${what}${compiled}${kept}${rest}`;
}

/** Of a module that is taken from a folder, the version says nothing. */
function addedText({ path, version }: AddedModule): string {
  return version === someVersion(path) ? path : `${path} ${version}`;
}

function foreignText(paths: readonly string[]): readonly string[] {
  if (paths.length === 0) return [];
  const writes =
    paths.length === 1 ? 'writes the labels of goroutines itself' : 'write the labels of goroutines themselves';
  return [`${few(paths)} ${writes}: calls without a context find no trace there`];
}

function named(what: string, names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : [`${what}: ${few(names)}`];
}

function few(names: readonly string[]): string {
  const shown = names.slice(0, mostNamed).join(', ');
  return names.length > mostNamed ? `${shown} and ${names.length - mostNamed} more` : shown;
}
