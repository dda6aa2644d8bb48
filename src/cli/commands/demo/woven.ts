import type { Match } from '../../../weave/weave-request.ts';

/** One place that an aspect changed, as the build's report has it. */
export interface WovenPlace extends Match {
  readonly importPath: string;
}

/**
 * Lists where each aspect went in: aspects in the order of their files, under each the places, with the package.
 *
 * @param show shortens a file's name for the reader
 */
export function renderWoven(places: readonly WovenPlace[], show: (file: string) => string): string {
  const lines: string[] = [];
  const keys = [...new Set(places.map(aspectKey))].sort();
  for (const key of keys) {
    const own = places.filter((place) => aspectKey(place) === key).sort(byPosition);
    const first = own[0];
    if (!first) continue;
    lines.push(`${first.aspect}  (${show(first.aspectSpan.file)}:${first.aspectSpan.line})`);
    const seen = new Set<string>();
    for (const { at, importPath, what } of own) {
      const line = `    ${show(at.file)}:${at.line}:${at.column}  ${importPath}  ${what}`;
      if (!seen.has(line)) lines.push(line);
      seen.add(line);
    }
  }
  return `${lines.join('\n')}\n`;
}

function aspectKey(place: WovenPlace): string {
  return `${place.aspectSpan.file}\0${String(place.aspectSpan.line).padStart(9, '0')}\0${place.aspect}`;
}

function byPosition(a: WovenPlace, b: WovenPlace): number {
  const order = a.importPath.localeCompare(b.importPath, 'en') || a.at.file.localeCompare(b.at.file, 'en');
  return order || a.at.line - b.at.line || a.at.column - b.at.column;
}
