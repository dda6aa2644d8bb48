import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';

/**
 * @typedef {object} Span
 * @property {string} label what the table of attributes calls it
 * @property {string} what @property {string} name @property {string} kind
 * @property {readonly string[]} attributes
 * @property {readonly string[]} [failed] those of a span whose operation failed
 * @property {readonly string[]} [panicked] those of the event of a panic
 *
 * @typedef {object} Library
 * @property {string} folder below aspects
 * @property {string} library as lists of instrumentations name it
 * @property {string} covers
 * @property {string | undefined} disable the pattern of its aspects for gots.yml; undefined for one that weaves nothing
 * @property {readonly Span[]} spans
 * @property {Readonly<Record<string, readonly string[]>>} metrics the attributes of each
 * @property {string | undefined} logs
 *
 * @typedef {{ value: string, hidden?: string }} Described
 *
 * @typedef {object} Declared what `aspects/internal/describe` prints
 * @property {readonly { name: string, kind: string, limit: number }[]} keys
 * @property {readonly { scope: string, name: string, kind: string, unit: string, text: string, bounds: readonly number[] | null }[]} instruments
 */

const known = new Set(['library', 'covers', 'aspects', 'spans', 'metrics', 'logs', 'attributes']);

/**
 * Reads the files telemetry.yml below a folder.
 *
 * @returns {{ libraries: readonly Library[], described: Readonly<Record<string, Described>>, wrong: readonly string[] }}
 */
export function readLibraries(aspects) {
  const libraries = [];
  const described = {};
  const wrong = [];
  const files = readdirSync(aspects, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(^|\/)telemetry\.yml$/.test(file),
  );
  for (const file of files.sort()) {
    const { attributes = {}, ...own } = parse(readFileSync(join(aspects, file), 'utf8'));
    for (const key of Object.keys(own))
      if (!known.has(key)) wrong.push(`aspects/${file} has ${key}, which means nothing`);
    for (const [name, text] of Object.entries(attributes)) {
      if (described[name]) wrong.push(`aspects/${file} describes ${name}, which another file does, too`);
      described[name] = text;
    }
    if (own.library === undefined) continue;
    const rules = join(aspects, dirname(file), 'gots.yml');
    libraries.push({
      folder: dirname(file),
      ...own,
      disable: own.aspects === 'none' ? undefined : patternsOf(readFileSync(rules, 'utf8')),
      spans: own.spans ?? [],
      metrics: own.metrics ?? {},
    });
  }
  return { libraries, described, wrong };
}

/** Patterns over the ids of a file's aspects, in the order of the file: what `disable` of gots.yml takes. */
function patternsOf(rules) {
  const ids = [...rules.matchAll(/^ {2}- id: (\S+)$/gm)].map(([, id]) => id);
  return [
    ...new Set(
      ids.map(
        (id) => `${id.slice(0, id.lastIndexOf('/') + 1)}${id.slice(id.lastIndexOf('/') + 1).replace(/\..*/, '.*')}`,
      ),
    ),
  ];
}

/** All attributes that a library records. */
export function attributesOf({ spans, metrics }) {
  const ofSpans = spans.flatMap(({ attributes, failed = [], panicked = [] }) => [
    ...attributes,
    ...failed,
    ...panicked,
  ]);
  return new Set([...ofSpans, ...Object.values(metrics).flat()]);
}

/**
 * Where the files and the Go code do not say the same.
 *
 * @param {ReturnType<typeof readLibraries>} read @param {Declared} declared
 */
export function problems({ libraries, described, wrong }, { keys, instruments }) {
  const declared = new Set(keys.map(({ name }) => name));
  const named = new Set(libraries.flatMap((library) => [...attributesOf(library)]));
  const metrics = new Set(libraries.flatMap((library) => Object.keys(library.metrics)));
  return [
    ...wrong,
    ...[...named].filter((name) => !described[name]).map((name) => `no telemetry.yml describes ${name}`),
    ...Object.keys(described)
      .filter((name) => !named.has(name) && !declared.has(name))
      .map((name) => `${name} is described, and nothing records it`),
    ...[...new Set(instruments.map(({ name }) => name))]
      .filter((name) => !metrics.has(name))
      .map((name) => `no telemetry.yml names the metric ${name}`),
    ...[...metrics]
      .filter((name) => !instruments.some((made) => made.name === name))
      .map((name) => `nothing measures ${name}`),
  ];
}

/**
 * Adds what is made only when there is something to observe, such as a pool of connections: counters and gauges of the conventions. Histograms
 * are made at the start of a program, so one that is missing is missing.
 */
export function withObserved({ libraries }, instruments, conventions) {
  const made = new Set(instruments.map(({ name }) => name));
  const later = libraries
    .flatMap(({ metrics }) => Object.keys(metrics))
    .filter((name) => !made.has(name) && conventions[name] && conventions[name].instrument !== 'histogram');
  const kinds = { counter: 'counter', updowncounter: 'up_down_counter', gauge: 'gauge' };
  return [
    ...instruments,
    ...later.map((name) => ({
      name,
      kind: kinds[conventions[name].instrument],
      unit: conventions[name].unit,
      bounds: null,
    })),
  ];
}
