import { plural } from '../base/amounts.ts';
import type { BinarySize, Timings } from '../manifest/manifest.ts';

/** `840 ms`, `12.3 s`, `4 min 05 s`. */
export function milliseconds(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 120_000) return `${(ms / 1000).toFixed(1)} s`;
  return `${Math.floor(ms / 60_000)} min ${String(Math.floor((ms % 60_000) / 1000)).padStart(2, '0')} s`;
}

/** `18.4 MB`, powers of ten. */
export function bytes(size: number): string {
  if (size < 1000) return `${size} B`;
  const units = ['kB', 'MB', 'GB'];
  let value = size / 1000;
  let unit = 0;
  for (; value >= 999.95 && unit < units.length - 1; unit++) value /= 1000;
  return `${value.toFixed(1)} ${units[unit]}`;
}

/** `+12.5 %`; a true minus. '' where there is nothing to compare with. */
export function percent(now: number, before: number | undefined): string {
  if (!before) return '';
  const change = ((now - before) / before) * 100;
  return `${change < 0 ? '−' : '+'}${Math.abs(change).toFixed(1)} %`;
}

/** What plain builds took, where all have one that compares. */
export function plainTime(timings: readonly Timings[]): string {
  const compared = timings.flatMap((each) => (isFair(each) ? (each.plainBuildMs ?? []) : []));
  if (compared.length < timings.length || compared.length === 0) return 'woven';
  return `plain ${milliseconds(compared.reduce((sum, ms) => sum + ms, 0))}`;
}

/** How much longer a build took woven, or why that cannot be said; '' where no plain one was timed. */
export function timeChange(timings: Timings): string {
  const { buildMs, plainBuildMs, compiled, plainCompiled } = timings;
  if (plainBuildMs === undefined) return '';
  if (isFair(timings)) return percent(buildMs, plainBuildMs);
  return plainCompiled === undefined ? '' : `${plural(compiled, 'package')} compiled woven, ${plainCompiled} plain`;
}

/** The plain build comes second, and either may find in caches what the other has to compile. */
function isFair({ compiled, plainCompiled }: Timings): boolean {
  return compiled === plainCompiled;
}

/** Size of a binary, and how it compares. */
export function sizeChange({ bytes: size, plainBytes }: BinarySize): readonly [string, string] {
  return [bytes(size), plainBytes === undefined ? 'woven' : `${percent(size, plainBytes)} to plain`];
}
