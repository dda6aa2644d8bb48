/** What counts of calls and bytes may be above what was measured, when bounds are renewed: pipes cut what is written as they like. */
const slack = { calls: 1.15, bytes: 1.4 };
const least = 8;
const exact = /: (processes|objects|packages) /;

/**
 * Bounds for some counts.
 *
 * @param {Record<string, number>} counts
 */
export function boundsFor(counts) {
  return Object.fromEntries(
    Object.entries(counts).map(([name, count]) => {
      const isExact = count === 0 || exact.test(name);
      const factor = name.includes(': kilobytes ') ? slack.bytes : slack.calls;
      return [name, isExact ? count : Math.max(Math.ceil(count * factor), count + least)];
    }),
  );
}

/** The text of bounds.json: one line each. */
export function printBounds(bounds) {
  const lines = Object.entries(bounds).map(([name, bound]) => `  ${JSON.stringify(name)}: ${bound}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

/**
 * Compares counts with their bounds.
 *
 * @param {Record<string, number>} counts
 * @param {Record<string, number>} bounds
 * @returns {string[]} a line for each that is too high, or that has no bound or no count
 */
export function compare(counts, bounds) {
  const problems = [];
  for (const [name, count] of Object.entries(counts)) {
    const bound = bounds[name];
    if (bound === undefined) problems.push(`${name}: ${count} has no bound`);
    else if (count > bound) {
      const more =
        bound === 0
          ? 'none is allowed'
          : `${(((count - bound) / bound) * 100).toFixed(0)} % above the bound of ${bound}`;
      problems.push(`${name}: ${count}, ${more}`);
    }
  }
  for (const name of Object.keys(bounds))
    if (!(name in counts)) problems.push(`${name}: its bound belongs to nothing that is counted`);
  return problems;
}

/** Of several measurements the lowest count of each: chance only adds. */
export function lowest(measurements) {
  const [first = {}, ...others] = measurements;
  return Object.fromEntries(
    Object.entries(first).map(([name, count]) => [name, Math.min(count, ...others.map((each) => each[name] ?? count))]),
  );
}
