// What the profiles of Node processes say of the work in a build.
import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Rooms of the source at a time when src/build held the build server, the plan and the steps: the "before" of docs/performance.md. */
const former = {
  steps:
    /^src\/build\/(compile-step|link-step|archive-deps|woven-compile|vanilla|check-woven|type-checker|source-pairs|package-files)\./,
  serve:
    /^src\/build\/(main|server|session|hello|protocol|socket-name|answers|jobs|restore|resume|overflow|known-actions|wait-graph|lock)\./,
  cache: /^src\/(gocache\/|build\/cache-policy\.)/,
};

/** The kind of work of a process until it does ours. */
const starting = 'start of Node, loading';

/**
 * The kinds of work, each with how its functions are told: by the source's path, or for Node's own by the function and its module.
 * The first that applies counts.
 */
const kinds = [
  ['parsing', (place) => place.startsWith('wasm://') || /^src\/weave\/2-parse\/|web-tree-sitter/.test(place)],
  ['weaving', (place) => /^src\/(weave|rewrite|lang|vocabulary)\/|^src\/build\/weaver\./.test(place)],
  ['injected packages', (place) => /^src\/driver\/injected\//.test(place)],
  ['archives and command lines', (place) => /^src\/(toolexec|driver\/steps)\//.test(place) || former.steps.test(place)],
  ['cache', (place) => /^src\/cache\//.test(place) || former.cache.test(place)],
  [
    'protocol',
    (place) =>
      /^src\/driver\/(serve|front)\/|^node:(internal\/(streams|stream_base|net)|net|events|stream)/.test(place) ||
      former.serve.test(place),
  ],
  ['plan', (place) => /^src\/(build|driver\/plan|aspects|dialects|gomod|go|cli|driver\/programs)\//.test(place)],
  ['base64 and buffers', (place) => /base64[^/]*$|^node:(buffer|internal\/buffer)/.test(place)],
  ['hashing', (place) => /^src\/base\/(hash|sealed)|^node:internal\/crypto/.test(place)],
  ['files', (place) => /^node:(fs|internal\/fs)/.test(place)],
  ['processes', (place) => /^src\/process\/|^node:(child_process|internal\/child_process)/.test(place)],
  [
    starting,
    (place) =>
      /^node:internal\/(bootstrap|modules|main|process|vm|url)|^node:(vm|module|internal\/source_map)/.test(place),
  ],
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
 * @param {readonly object[]} profiles as preload.cjs writes them
 * @param {string} dist folder of the bundles and their source maps
 * @returns {Readonly<Record<'command' | 'server', Work>>}
 */
export function byWork(profiles, dist) {
  const sums = { command: { processes: 0, ms: {} }, server: { processes: 0, ms: {} } };
  const sourceOf = sources(dist);
  for (const { nodes, samples, timeDeltas, startMs, totalMs } of profiles) {
    const isServer = nodes.some(({ callFrame }) => /cacheprog/.test(callFrame.url));
    const sum = sums[isServer ? 'server' : 'command'];
    sum.processes++;
    sum.ms[starting] = (sum.ms[starting] ?? 0) + startMs;
    const byId = kindsOf(nodes, sourceOf);
    const working = samples.map((id, i) => [byId.get(id), timeDeltas[i]]).filter(([kind]) => kind !== undefined);
    // Samples are taken by the clock, also while the process waits for a processor: they say how what it took of the processors is shared out.
    const scale =
      (totalMs - startMs) /
      Math.max(
        1,
        working.reduce((all, [, delta]) => all + delta, 0),
      );
    for (const [kind, delta] of working) sum.ms[kind] = (sum.ms[kind] ?? 0) + delta * scale;
  }
  return sums;
}

/** The kind of work of each function of a profile. A function of the engine, which has no file, does the work of its caller. */
function kindsOf(nodes, sourceOf) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const callers = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const kinds = nodes.map((node) => {
    let at = node;
    while (at.callFrame.url === '' && !at.callFrame.functionName.startsWith('(') && callers.has(at.id))
      at = byId.get(callers.get(at.id));
    return [node.id, at.callFrame.functionName === '(root)' ? 'other' : kindOf(at.callFrame, sourceOf)];
  });
  return new Map(kinds);
}

/** @returns undefined where the process did nothing */
function kindOf({ functionName, url, lineNumber, columnNumber }, sourceOf) {
  if (functionName === '(idle)') return undefined;
  if (functionName === '(garbage collector)') return 'garbage collection';
  // Native code that no function called: starting, compiling and ending.
  if (functionName === '(program)') return starting;
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
