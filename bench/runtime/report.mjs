// From samples to tables.
import { median, table } from '../numbers.mjs';

/**
 * @typedef {object} Sample one variant in one case and round
 * @property {string} kase @property {string} variant @property {number} requests
 * @property {number} elapsed nanoseconds @property {number} p99 nanoseconds
 * @property {number} allocations @property {number} bytes @property {number} cpuNanoseconds of the server, for all requests
 */

const ofSample = {
  'requests/s': ({ requests, elapsed }) => requests / (elapsed / 1e9),
  'p99 ms': ({ p99 }) => p99 / 1e6,
  'allocations/request': ({ allocations, requests }) => allocations / requests,
  'bytes/request': ({ bytes, requests }) => bytes / requests,
  'CPU µs/request': ({ cpuNanoseconds, requests }) => cpuNanoseconds / 1e3 / requests,
};
const digits = { 'requests/s': 0, 'p99 ms': 2, 'allocations/request': 1, 'bytes/request': 0, 'CPU µs/request': 1 };

/** Medians of the rounds, a row for each variant. */
export function caseTable(samples, kase, variants) {
  const rows = variants
    .map((name) => [name, samples.filter((each) => each.kase === kase && each.variant === name)])
    .filter(([, found]) => found.length > 0)
    .map(([name, found]) => [
      name,
      ...Object.entries(ofSample).map(([figure, of]) => median(found.map(of)).toFixed(digits[figure])),
    ]);
  return table(['', ...Object.keys(ofSample)], rows);
}

/**
 * The packages outside of the standard library that have code in a program.
 *
 * @param {string} symbols as `go tool nm` prints them
 */
export function packagesOf(symbols) {
  const found = new Set();
  for (const line of symbols.split('\n')) {
    const [, name] = /^\s*[0-9a-f]*\s+[Tt]\s+(.*)$/.exec(line) ?? [];
    // Type arguments have paths, too.
    const path = name?.split(/[[({]/)[0];
    if (path === undefined || !path.includes('/')) continue;
    const slash = path.lastIndexOf('/');
    const dot = path.indexOf('.', slash);
    const importPath = (dot < 0 ? path : path.slice(0, dot)).replaceAll('%2e', '.');
    if (/^[^/:]*\.[^/:]*\//.test(importPath)) found.add(importPath);
  }
  return found;
}

/** Size and packages of the programs, beside those of the plain one. */
export function programTable(programs) {
  const plain = programs.find(({ name }) => name === 'plain');
  const rows = programs.map(({ name, bytes, packages }) => [
    name,
    `${(bytes / 1e6).toFixed(2)} MB`,
    plain ? `${((bytes - plain.bytes) / 1e6).toFixed(2)} MB` : '–',
    `${packages.size}`,
    plain ? `${[...packages].filter((path) => !plain.packages.has(path)).length}` : '–',
  ]);
  return table(['', 'size', 'more than plain', 'packages outside of std', 'more than plain'], rows);
}
