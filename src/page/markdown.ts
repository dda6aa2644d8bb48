import { plural } from '../base/amounts.ts';
import type { ManifestChange, PlacedJoinPoint } from '../manifest/compare.ts';
import { isUnchanged } from '../manifest/compare.ts';
import { code, folded, table } from './markdown-text.ts';
import { type PageModel, type PagePackage, pageNameAt } from './model.ts';
import { bytes, milliseconds, percent, timeChange } from './words.ts';

/** What weaving did, as Markdown: all of it, however long. */
export function markdownReport(model: PageModel): string {
  const most = Number.POSITIVE_INFINITY;
  const tables = [aspectTable(model, most), moduleTable(model, most), uncoveredLine(model, most)];
  const parts = [`# ${headline(model)}`, measures(model), ...tables];
  const packages = model.packages.map(
    (each) => `## ${code(each.importPath)}\n\n${pointTable(each, most)}${diffs(each)}`,
  );
  return `${[...parts, ...packages].filter((part) => part !== '').join('\n\n')}\n`;
}

/** `12 join points in 4 packages`. */
export function headline(model: PageModel): string {
  if (model.joinPoints === 0) return 'Nothing was woven';
  return `${plural(model.joinPoints, 'join point')} in ${plural(model.packages.length, 'package')}`;
}

/** Build time and binary size, woven and plain. */
export function measures({ builds }: PageModel): string {
  const rows = builds.flatMap(({ target, timings, binaries }) => {
    const named = (name: string) => (target === '' ? name : `${name} ${code(target)}`);
    const { buildMs, plainBuildMs } = timings;
    const plain = plainBuildMs === undefined ? '' : milliseconds(plainBuildMs);
    return [
      [named('Build'), milliseconds(buildMs), plain, timeChange(timings)],
      ...binaries.map(({ name, bytes: size, plainBytes }) => [
        named(code(name)),
        bytes(size),
        plainBytes === undefined ? '' : bytes(plainBytes),
        percent(size, plainBytes),
      ]),
    ];
  });
  return table(['', 'Woven', 'Plain', 'Change'], rows);
}

/** Which aspects went in, and how often; those that matched nothing in one line. */
export function aspectTable({ aspects }: PageModel, most: number): string {
  const used = aspects.filter(({ joinPoints }) => joinPoints > 0);
  const idle = aspects.filter(({ joinPoints }) => joinPoints === 0);
  const rows = used.map(({ name, joinPoints, packages, place }) => [
    code(name),
    String(joinPoints),
    String(packages),
    code(place),
  ]);
  const parts = rows.length === 0 ? [] : [table(['Aspect', 'Join points', 'Packages', 'Declared at'], rows, most)];
  if (idle.length > 0) {
    const shown = idle.slice(0, most).map(({ name }) => code(name));
    const rest = idle.length - shown.length;
    const list = `${shown.join(', ')}${rest > 0 ? ` … and ${rest} more` : ''}`;
    parts.push(folded(`${plural(idle.length, 'aspect')} matched nothing`, list));
  }
  return parts.join('\n\n');
}

/** Packages × aspects. */
export function packageTable({ packages, builds }: PageModel, most: number): string {
  if (packages.length === 0) return '';
  const rows = packages.map(({ importPath, aspects, joinPoints, targets }) => [
    code(importPath),
    aspects.map(({ name, count }) => `${code(name)}${count > 1 ? ` ×${count}` : ''}`).join(' '),
    String(joinPoints.length),
    ...(builds.length > 1 ? [targets.length === builds.length ? 'all' : targets.map(code).join(' ')] : []),
  ]);
  const head = ['Package', 'Aspects', 'Join points', ...(builds.length > 1 ? ['Targets'] : [])];
  return table(head, rows, most);
}

/** Modules that weaving adds or raises. */
export function moduleTable({ modules }: PageModel, most: number): string {
  if (modules.length === 0) return '';
  const rows = modules.map(({ path, version, raisedFrom }) => [
    code(path),
    code(version),
    raisedFrom === undefined ? 'new' : `raised from ${code(raisedFrom)}`,
  ]);
  return table(['Module', 'Version', 'In the build list'], rows, most);
}

/** Known libraries of the program that no aspect names: calls of them leave no spans of their own. */
export function uncoveredLine({ uncovered }: PageModel, most: number): string {
  if (uncovered.length === 0) return '';
  const shown = uncovered.slice(0, most).map(({ path, version }) => `${code(path)} ${code(version)}`);
  const rest = uncovered.length - shown.length;
  return `No aspect for ${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** How many new and gone join points a reader sees without opening anything. */
const mostOpen = 8;

/** What changed against another build. @param base how to name that, Markdown */
export function changeSection(change: ManifestChange, base: string, most: number): string {
  const { added, gone, moved, modules } = change;
  if (isUnchanged(change)) return `**Against ${base}**: the same join points and modules.`;
  const counts = [
    [added.length, 'new'],
    [gone.length, 'gone'],
    [moved.length, 'moved'],
  ] as const;
  const words = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  const rows = [
    ...gone.map((point) => ['**gone**', placeOf(point), code(pageNameAt(point))]),
    ...added.map((point) => ['new', placeOf(point), code(pageNameAt(point))]),
  ];
  const shifted = moved.map(({ from, to }) => [placeOf(from), placeOf(to), code(pageNameAt(to))]);
  const parts = [`**Against ${base}**: ${words.length === 0 ? 'the same join points' : `${words.join(', ')}`}.`];
  const head = ['', 'Join point', 'Aspect'];
  const open = rows.slice(0, mostOpen);
  const rest = rows.slice(mostOpen);
  if (open.length > 0) parts.push(table(head, open, most));
  if (rest.length > 0) parts.push(folded(`${rest.length} more`, table(head, rest, most)));
  if (shifted.length > 0)
    parts.push(folded(`${plural(shifted.length, 'join point')} moved`, table(['From', 'To', 'Aspect'], shifted, most)));
  if (modules.length > 0) {
    const changed = modules.map(({ path, before, now }) => [
      code(path),
      before === '' ? 'none' : code(before),
      now === '' ? 'none' : code(now),
    ]);
    parts.push(table(['Injected module', 'Before', 'Now'], changed, most));
  }
  return parts.join('\n\n');
}

function placeOf({ importPath, file, line }: PlacedJoinPoint): string {
  return code(`${importPath}/${file}:${line}`);
}

function pointTable({ joinPoints }: PagePackage, most: number): string {
  const rows = joinPoints.map((point) => [
    code(`${point.file}:${point.line}:${point.column}`),
    code(pageNameAt(point)),
    point.what.replaceAll('_', ' '),
  ]);
  return table(['Join point', 'Aspect', 'What'], rows, most);
}

function diffs({ files }: PagePackage): string {
  return files
    .filter(({ diff }) => diff !== '')
    .map(({ diff }) => {
      const longest = Math.max(2, ...[...diff.matchAll(/`+/g)].map(([run]) => run.length));
      const fence = '`'.repeat(longest + 1);
      return `\n\n${fence}diff\n${diff}\n${fence}`;
    })
    .join('');
}
