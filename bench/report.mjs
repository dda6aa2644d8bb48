// Turns the measurements into tables.

import { median, megabytes, seconds, spread, table } from './numbers.mjs';
import { phases } from './options.mjs';

/**
 * @typedef {object} Sample one timed build
 * @property {import('./options.mjs').PhaseName} phase
 * @property {import('./options.mjs').Tool} tool
 * @property {number} ms
 * @property {number} compiles packages compiled
 * @property {number | undefined} sampledBytes peak memory of one watched process, as the kernel saw it
 * @property {number | undefined} reportedBytes the same as gots tells it
 *
 * @typedef {object} Results
 * @property {readonly Sample[]} samples
 * @property {readonly (readonly [string, string])[]} facts what was measured on what
 * @property {{ calls: number, directMs: number, shimMs: number } | undefined} shim
 */

/**
 * Writes the tables of a run.
 *
 * @param {Results} results
 * @returns {string} Markdown
 */
export function renderResults({ samples, facts, shim }) {
  const sections = [
    '# Benchmark results',
    'Written by `npm run bench`; [README.md](README.md) says what the phases are. Further results: [hooks at run time](results-trampolines.md),\n[runs of the action](results-action.md).',
    facts.map(([name, value]) => `- ${name}: ${value}`).join('\n'),
    '## Time',
    times(samples),
    '## Packages compiled',
    compiles(samples),
    '## Memory',
    memory(samples),
    '## Shim',
    shim === undefined ? 'Not measured.' : shimLine(shim),
    '## Limits',
    limits(samples, shim),
  ];
  return `${sections.join('\n\n')}\n`;
}

/** The values of one phase and tool. */
const pick = (samples, phase, tool, key = 'ms') =>
  samples.filter((s) => s.phase === phase && s.tool === tool && s[key] !== undefined).map((s) => s[key]);

const measuredTools = (samples) => ['plain', 'gots', 'orchestrion'].filter((t) => samples.some((s) => s.tool === t));
const measuredPhases = (samples) => phases.filter((p) => samples.some((s) => s.phase === p.name));

function times(samples) {
  const tools = measuredTools(samples);
  const compared = tools.includes('plain') ? tools.filter((t) => t !== 'plain') : [];
  const rows = measuredPhases(samples).map(({ name, title }) => {
    const plain = median(pick(samples, name, 'plain'));
    const cells = tools.map((tool) => orDash(pick(samples, name, tool), spread));
    const ratios = compared.map((tool) => orDash(pick(samples, name, tool), (ms) => ratio(median(ms), plain)));
    return [title, ...cells, ...ratios];
  });
  return table(['', ...tools, ...compared.map((tool) => `${tool} ÷ plain`)], rows);
}

const ratio = (ms, plain) => (plain === undefined ? '–' : (ms / plain).toFixed(2));
const orDash = (values, write) => (values.length === 0 ? '–' : write(values));

function compiles(samples) {
  const tools = measuredTools(samples);
  const rows = measuredPhases(samples).map(({ name, title }) => [
    title,
    ...tools.map((tool) => orDash(pick(samples, name, tool, 'compiles'), (n) => `${median(n)}`)),
  ]);
  return table(['', ...tools], rows);
}

function memory(samples) {
  const columns = [
    ['cacheprog, its own figure', 'gots', 'reportedBytes'],
    ['cacheprog, from /proc', 'gots', 'sampledBytes'],
    ['orchestrion go build, from /proc', 'orchestrion', 'sampledBytes'],
  ];
  const rows = measuredPhases(samples).map(({ name, title }) => [
    title,
    ...columns.map(([, tool, key]) => orDash(pick(samples, name, tool, key), (bytes) => megabytes(Math.max(...bytes)))),
  ]);
  return table(['largest peak', ...columns.map(([head]) => head)], rows);
}

const shimLine = ({ calls, directMs, shimMs }) =>
  `${(shimMs - directMs).toFixed(2)} ms a call: a tool run takes ${directMs.toFixed(2)} ms directly and ${shimMs.toFixed(2)} ms through the ` +
  `shim (medians of ${calls}, no server to ask).`;

/** What gots has promised itself, beside what was measured. A limit without its measurements is left out. */
function limits(samples, shim) {
  const mid = (phase, tool) => median(pick(samples, phase, tool));
  const peaks = samples.filter((s) => s.tool === 'gots').flatMap((s) => [s.sampledBytes ?? 0, s.reportedBytes ?? 0]);
  const rows = [
    limit('cold', '≤ 1.05 × plain', mid('cold', 'gots'), mid('cold', 'plain') * 1.05),
    limit('nothing changed', '≤ plain + 0.2 s', mid('unchanged', 'gots'), mid('unchanged', 'plain') + 200),
    limit('one line of main edited', '≤ 1.2 × plain', mid('main', 'gots'), mid('main', 'plain') * 1.2),
    limit('one line of a shared package edited', '≤ 1.2 × plain', mid('model', 'gots'), mid('model', 'plain') * 1.2),
    limit("main's aspect edited", '≤ 1.2 × plain', mid('aspect-main', 'gots'), mid('aspect-main', 'plain') * 1.2),
    limit("net/http's aspect edited", '≤ 1.2 × plain', mid('aspect-http', 'gots'), mid('aspect-http', 'plain') * 1.2),
    ...phases.map(({ name, title }) => limit(title, '≤ Orchestrion', mid(name, 'gots'), mid(name, 'orchestrion'))),
    limit(
      "main's aspect edited",
      '≤ Orchestrion ÷ 20',
      mid('aspect-main', 'gots'),
      mid('aspect-main', 'orchestrion') / 20,
    ),
    limit('memory of cacheprog', '≤ 200 MB', Math.max(...peaks), 200e6, megabytes),
    limit('shim', '≤ 3 ms a call', shim && shim.shimMs - shim.directMs, 3, (ms) => `${ms.toFixed(2)} ms`),
  ];
  const known = rows.filter((row) => row !== undefined);
  return known.length === 0 ? 'Nothing to compare in this run.' : table(['', 'limit', 'that is', 'gots', ''], known);
}

function limit(what, rule, value, bound, write = seconds) {
  if (!(value > 0) || !Number.isFinite(bound)) return undefined;
  return [what, rule, write(bound), write(value), value <= bound ? 'met' : '**not met**'];
}
