// Figures and how they are written.

/** The middle value, or the mean of the two middle ones; undefined for none. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  if (sorted.length === 0) return undefined;
  return sorted.length % 2 === 1 ? sorted[Math.floor(half)] : (sorted[half - 1] + sorted[half]) / 2;
}

/** Seconds with two digits below ten seconds, with one from there on. */
export const seconds = (ms) => `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1)} s`;

/**
 * "2.10 s (2.05–2.31)": the median, and the range when there is one.
 *
 * @param {readonly number[]} values milliseconds
 * @param {number} [usual] how many values the reader expects; another count is told: "2.10 s (2.05–2.31, 2 runs)"
 */
export function spread(values, usual = values.length) {
  const middle = seconds(median(values));
  const [low, high] = [Math.min(...values), Math.max(...values)].map((ms) => seconds(ms).slice(0, -2));
  const range = values.length < 2 ? [] : [`${low}–${high}`];
  const count = values.length === usual ? [] : [`${values.length} run${values.length === 1 ? '' : 's'}`];
  const more = [...range, ...count].join(', ');
  return more === '' ? middle : `${middle} (${more})`;
}

export const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;

/** A Markdown table; the first column is text, the others are figures. */
export function table(head, rows) {
  const align = head.map((_, i) => (i === 0 ? '---' : '---:'));
  return [head, align, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The values of one phase and tool. */
export const pick = (samples, phase, tool, key = 'ms') =>
  samples.filter((s) => s.phase === phase && s.tool === tool && s[key] !== undefined).map((s) => s[key]);
