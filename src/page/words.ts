import type { BinarySize, Manifest } from '../manifest/manifest.ts';

export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

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

/** `+12.5 %`; a true minus. */
export function percent(now: number, before: number): string {
  if (before === 0) return '';
  const change = ((now - before) / before) * 100;
  return `${change < 0 ? '−' : '+'}${Math.abs(change).toFixed(1)} %`;
}

/** How much longer builds took woven; '' where no plain one was timed. */
export function timeChange(timings: readonly Manifest['timings'][]): string {
  const compared = timings.filter(({ plainBuildMs }) => plainBuildMs !== undefined);
  if (compared.length === 0) return 'woven';
  const plain = compared.reduce((sum, { plainBuildMs = 0 }) => sum + plainBuildMs, 0);
  return `plain ${milliseconds(plain)}`;
}

/** Size of a binary, and how it compares. */
export function sizeChange({ bytes: size, plainBytes }: BinarySize): readonly [string, string] {
  return [bytes(size), plainBytes === undefined ? 'woven' : `${percent(size, plainBytes)} to plain`];
}
