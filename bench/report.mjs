// Turns the measurements into tables.

import { limits } from './limits.mjs';
import { median, megabytes, pick, spread, table } from './numbers.mjs';
import { phases } from './options.mjs';

/**
 * @typedef {object} Sample one timed command
 * @property {import('./options.mjs').PhaseName} phase
 * @property {import('./options.mjs').Tool} tool
 * @property {number} ms
 * @property {number | undefined} cpuMs
 * @property {number} compiles packages compiled
 * @property {number | undefined} sampledBytes peak memory of one watched process, as the kernel saw it
 * @property {number | undefined} reportedBytes the same as gots tells it
 *
 * @typedef {object} Results
 * @property {readonly { readonly title: string, readonly samples: readonly Sample[] }[]} apps one entry for each application
 * @property {readonly (readonly [string, string])[]} facts what was measured on what
 * @property {{ calls: number, directMs: number, shimMs: number } | undefined} shim
 */

/**
 * Writes the tables of a run.
 *
 * @param {Results} results
 * @returns {string} Markdown
 */
export function renderResults({ apps, facts, shim }) {
  const sections = [
    '# Benchmark results',
    'Written by `npm run bench`; [README.md](README.md) says what the phases are. Further results: [hooks at run time](results-trampolines.md),\n[runs of the action](results-action.md).',
    facts.map(([name, value]) => `- ${name}: ${value}`).join('\n'),
    ...apps.flatMap(({ title, samples }) => [`## ${title}`, ...sectionsOf(samples)]),
    '## Shim',
    shim === undefined ? 'Not measured.' : shimLine(shim),
  ];
  return `${sections.join('\n\n')}\n`;
}

function sectionsOf(samples) {
  return [
    '### Limits',
    limits(samples),
    '### Time',
    times(samples, 'ms'),
    '### Processor time',
    times(samples, 'cpuMs'),
    '### Packages compiled',
    compiles(samples),
    '### Memory',
    memory(samples),
  ];
}

const measuredTools = (samples) => ['plain', 'gots', 'orchestrion'].filter((t) => samples.some((s) => s.tool === t));
const measuredPhases = (samples) => phases.filter((p) => samples.some((s) => s.phase === p.name));

function times(samples, key) {
  const tools = measuredTools(samples);
  const compared = tools.includes('plain') ? tools.filter((t) => t !== 'plain') : [];
  const rows = measuredPhases(samples).map(({ name, title }) => {
    const plain = median(pick(samples, name, 'plain', key));
    const values = tools.map((tool) => pick(samples, name, tool, key));
    const usual = Math.max(...values.map(({ length }) => length));
    const cells = values.map((ms) => orDash(ms, () => spread(ms, usual)));
    const ratios = compared.map((tool) => orDash(pick(samples, name, tool, key), (ms) => ratio(median(ms), plain)));
    return [title, ...cells, ...ratios];
  });
  return table(['', ...tools, ...compared.map((tool) => `${tool} ÷ plain`)], rows);
}

const ratio = (ms, plain) => (plain === undefined || plain === 0 ? '–' : (ms / plain).toFixed(2));
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
    ['cache program, its own figure', 'gots', 'reportedBytes'],
    ['cache program, from /proc', 'gots', 'sampledBytes'],
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
