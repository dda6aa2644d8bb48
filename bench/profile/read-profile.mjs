// What the profiles of Node processes say of the work in a build.
import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * The kinds of work, each with how its functions are told: by the source's path, or for Node's own by the function and its module.
 * The first that applies counts.
 */
const kinds = [
  ['parsing', (place) => place.startsWith('wasm://') || /^src\/weave\/2-parse\/|web-tree-sitter/.test(place)],
  ['weaving', (place) => /^src\/(weave|rewrite|lang|vocabulary)\//.test(place)],
  ['injected packages', (place) => /^src\/driver\/injected\//.test(place)],
  ['plan', (place) => /^src\/(driver\/plan|aspects|dialects|gomod|go|cli|driver\/programs)\//.test(place)],
  ['archives and command lines', (place) => /^src\/(toolexec|driver\/steps)\//.test(place)],
  ['cache', (place) => /^src\/cache\//.test(place)],
  ['protocol', (place) => /^src\/driver\/(serve|front)\/|^node:(internal\/(streams|stream_base|net)|net|events|stream)/.test(place)],
  ['hashing', (place) => /^src\/base\/(hash|sealed)|^node:internal\/crypto/.test(place)],
  ['files', (place) => /^node:(fs|internal\/fs)/.test(place)],
  ['processes', (place) => /^src\/process\/|^node:(child_process|internal\/child_process)/.test(place)],
  ['start of Node, loading', (place) => /^node:internal\/(bootstrap|modules|main|process|vm|url)|^node:(vm|module|internal\/source_map)/.test(place)],
];

/** In the order of the tables. */
export const works = [...kinds.map(([name]) => name), 'garbage collection', 'other'];

/**
 * @typedef {object} Work what Node processes did
 * @property {number} processes how many there were
 * @property {Readonly<Record<string, number>>} ms by kind of work
 */

/**
 * Sums up profiles by process and kind of work.
 *
 * @param {readonly object[]} profiles as `node --cpu-prof` writes them
 * @param {string} dist folder of the bundles and their source maps
 * @returns {Readonly<Record<'command' | 'server', Work>>}
 */
export function byWork(profiles, dist) {
  const sums = { command: { processes: 0, ms: {} }, server: { processes: 0, ms: {} } };
  const sourceOf = sources(dist);
  for (const { nodes, samples, timeDeltas } of profiles) {
    const isServer = nodes.some(({ callFrame }) => /cacheprog/.test(callFrame.url));
    const sum = sums[isServer ? 'server' : 'command'];
    sum.processes++;
    const byId = new Map(nodes.map((node) => [node.id, kindOf(node.callFrame, sourceOf)]));
    samples.forEach((id, i) => {
      const kind = byId.get(id);
      if (kind !== undefined) sum.ms[kind] = (sum.ms[kind] ?? 0) + timeDeltas[i] / 1000;
    });
  }
  return sums;
}

/** @returns undefined where the process did nothing */
function kindOf({ functionName, url, lineNumber, columnNumber }, sourceOf) {
  if (functionName === '(idle)' || functionName === '(root)') return undefined;
  if (functionName === '(garbage collector)') return 'garbage collection';
  // Native code that no function called: starting, compiling and ending.
  if (functionName === '(program)') return 'start of Node, loading';
  const place = url.startsWith('file:') ? sourceOf(url, lineNumber, columnNumber) : url;
  return kinds.find(([, applies]) => applies(place))?.[0] ?? 'other';
}

/** Finds the source, as `src/….ts`, of a place in a bundle. */
function sources(dist) {
  const maps = new Map();
  const mapOf = (file) => {
    if (!maps.has(file)) {
      const map = `${file}.map`;
      maps.set(file, existsSync(map) ? new SourceMap(JSON.parse(readFileSync(map, 'utf8'))) : undefined);
    }
    return maps.get(file);
  };
  return (url, line, column) => {
    const file = fileURLToPath(url);
    // Of the function around all of a module, which evaluates it, the place is its beginning.
    if (!file.startsWith(dist) || (line <= 0 && column <= 0)) return 'node:internal/modules';
    const source = mapOf(file)?.findEntry(line, column).originalSource ?? '';
    return source.replace(/^.*?(src|node_modules)\//, '$1/');
  };
}
