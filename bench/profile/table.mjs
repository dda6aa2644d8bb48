// The profile as tables.
import { table } from '../numbers.mjs';
import { works } from './read-profile.mjs';

/**
 * @typedef {object} Version one version of gots in one phase
 * @property {number} wovenMs processor time of the woven build, all processes
 * @property {ReturnType<typeof import('./read-profile.mjs').byWork>} work of its Node processes
 *
 * @typedef {object} Row one phase
 * @property {string} name
 * @property {string} title
 * @property {number} plainMs processor time of the plain build; 0 where there is none
 * @property {Version} now
 * @property {Version} [before] an earlier version
 */

/**
 * @param {import('../apps.mjs').App} app
 * @param {readonly Row[]} rows
 * @param {string} about what was profiled, on what
 * @returns {string} Markdown
 */
export function renderProfile(app, rows, about) {
  const versions = [
    ['before', 'Before'],
    ['now', 'Now'],
  ].filter(([version]) => rows.every((row) => row[version] !== undefined));
  return [
    '# Where the processor time of a build goes',
    `Written by \`node bench/profile.mjs\`: milliseconds of bench/${app.folder}, one run. A profile makes Node some 10 % slower.`,
    about,
    ...versions.flatMap(([version, title]) => [
      ...(versions.length > 1 ? [`## ${title}`] : []),
      table(['', ...rows.map((row) => row.title)], figures(rows, version)),
    ]),
    '',
  ].join('\n\n');
}

function figures(rows, version) {
  const cells = (of) => rows.map((row) => `${Math.round(of(row))}`);
  const work = (row, process) => row[version].work[process];
  const node = (row) => total(work(row, 'command')) + total(work(row, 'server'));
  return [
    ['plain build', ...cells((row) => row.plainMs)],
    ['woven build', ...cells((row) => row[version].wovenMs)],
    ['go, its tools, shims and front', ...cells((row) => row[version].wovenMs - node(row))],
    ...['command', 'server'].flatMap((process) => [
      [`**${process}**`, ...cells((row) => total(work(row, process)))],
      ...works
        .filter((kind) => rows.some((row) => (work(row, process).ms[kind] ?? 0) >= 1))
        .map((kind) => [kind, ...cells((row) => work(row, process).ms[kind] ?? 0)]),
    ]),
  ];
}

/** Milliseconds of one kind of process. */
export const total = ({ ms }) => Object.values(ms).reduce((sum, each) => sum + each, 0);
