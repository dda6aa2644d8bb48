// The tables of docs/telemetry.md.
import { attributesOf } from './libraries.mjs';

const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`.replace(/ {2}\|$/, ' |')).join('\n');
const code = (text) => `\`${text}\``;
const none = '–';

/**
 * @param {string} page with `<!-- spans -->` and the like on lines of their own
 * @param {ReturnType<typeof import('./libraries.mjs').readLibraries>} read
 * @param {import('./libraries.mjs').Declared} declared
 */
export function telemetryPage(page, { libraries, described }, declared) {
  const tables = {
    libraries: librariesTable(libraries),
    spans: spansTable(libraries),
    attributes: attributesTable(libraries, described, declared),
    metrics: metricsSection(libraries, declared),
  };
  const note =
    '<!-- Written by scripts/telemetry.mjs from docs/telemetry/page.md and the files telemetry.yml below aspects/. -->\n\n';
  const filled = page.replace(/^<!-- (\w+) -->$\n?/gm, (line, name) => {
    if (tables[name] === undefined)
      throw new Error(`docs/telemetry/page.md has ${line.trim()}, and there is no such table`);
    return tables[name] === '' ? '' : `${tables[name]}\n`;
  });
  return note + filled.replaceAll('](../', '](').replace(/\n{3,}/g, '\n\n');
}

function librariesTable(libraries) {
  const rows = libraries.map(({ library, covers, spans, metrics, logs, disable }) => [
    code(library),
    covers,
    spans.map(({ label }) => label).join(', ') || none,
    `${Object.keys(metrics).length || none}`,
    logs ?? none,
    disable?.map((pattern) => code(`disable: ['${pattern}']`)).join(', ') ?? none,
    code(`OTEL_GO_DISABLED_INSTRUMENTATIONS=${library}`),
  ]);
  return table(['library', 'covers', 'spans', 'metrics', 'logs', 'off at build (gots.yml)', 'off at run'], rows);
}

function spansTable(libraries) {
  const rows = libraries.flatMap(({ spans }) => spans.map(({ what, name, kind }) => [what, name, kind]));
  return table(['span', 'name', 'kind'], rows);
}

function attributesTable(libraries, described, { keys }) {
  const byName = new Map(keys.map((key) => [key.name, key]));
  const names = [...new Set(libraries.flatMap((library) => [...attributesOf(library)]))].sort();
  const rows = names.map((name) => {
    const { value, hidden = '' } = described[name];
    return [code(name), ofWhat(name, libraries), value, boundOf(byName.get(name)), hidden];
  });
  return table(['attribute', 'of', 'value', 'bytes', 'left out, hidden'], rows);
}

/** The spans and metrics that have an attribute: `server, client, SQL`, `SQL, failed`. */
function ofWhat(name, libraries) {
  const spans = libraries.flatMap((library) => library.spans);
  const labels = (which) => spans.filter((span) => span[which]?.includes(name)).map(({ label }) => label);
  const always = labels('attributes');
  const of = [
    ...(always.length === spans.length ? ['all spans'] : always),
    ...when(labels('failed'), 'failed', spans),
    ...when(labels('panicked'), 'panicked', spans),
  ];
  const measured = libraries.some(({ metrics }) => Object.values(metrics).flat().includes(name));
  return [...of, ...(measured && of.length === 0 ? ['metrics'] : [])].join(', ');
}

const when = (labels, word, spans) =>
  labels.length === 0 ? [] : labels.length === spans.length ? [`${word} spans`] : [...labels, word];

function boundOf(key) {
  if (key === undefined) return none;
  return { number: 'number', long: `${key.limit} (L)`, stack: `${key.limit} (L)` }[key.kind] ?? `${key.limit}`;
}

const kinds = { counter: 'counter', up_down_counter: 'up-down counter', gauge: 'gauge', histogram: 'histogram' };

function metricsSection(libraries, { instruments }) {
  const byName = new Map(instruments.map((each) => [each.name, each]));
  const parts = libraries.flatMap(({ library, metrics }) => {
    const rows = Object.entries(metrics).flatMap(([name, attributes]) => {
      const made = byName.get(name);
      return [
        [code(name), `${kinds[made.kind]}, ${made.unit}`, attributes.map(code).join(', ') || none, boundsOf(made)],
      ];
    });
    if (rows.length === 0) return [];
    return [`### ${library}\n\n${table(['metric', 'instrument, unit', 'attributes', 'buckets, up to'], rows)}`];
  });
  return parts.length === 0 ? '' : `## Metrics\n\n${parts.join('\n\n')}`;
}

function boundsOf({ kind, bounds }) {
  if (kind !== 'histogram') return '';
  if (bounds === null) return "the specification's";
  if (bounds.length === 0) return 'one bucket';
  return bounds.length > 20 ? "the runtime's" : bounds.join(', ');
}
