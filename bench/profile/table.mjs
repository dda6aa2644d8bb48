// The profile as a table.
import { table } from '../numbers.mjs';
import { works } from './read-profile.mjs';

/**
 * @typedef {object} Row one phase
 * @property {string} name
 * @property {string} title
 * @property {number} plainMs processor time of the plain build
 * @property {number} wovenMs of the woven one, all processes
 * @property {ReturnType<typeof import('./read-profile.mjs').byWork>} work of its Node processes
 */

/**
 * @param {import('../apps.mjs').App} app
 * @param {readonly Row[]} rows
 * @returns {string} Markdown
 */
export function renderProfile(app, rows) {
  const cells = (of) => rows.map((row) => `${Math.round(of(row))}`);
  const node = ({ work }) => total(work.command) + total(work.server);
  const figures = [
    ['plain build', ...cells((row) => row.plainMs)],
    ['woven build', ...cells((row) => row.wovenMs)],
    ['go, its tools, shims and front', ...cells((row) => row.wovenMs - node(row))],
    ...['command', 'server'].flatMap((process) => [
      [`**${process}**`, ...cells(({ work }) => total(work[process]))],
      ...works
        .filter((kind) => rows.some(({ work }) => (work[process].ms[kind] ?? 0) >= 1))
        .map((kind) => [kind, ...cells(({ work }) => work[process].ms[kind] ?? 0)]),
    ]),
  ];
  return [
    '# Where the processor time of a build goes',
    `Written by \`node bench/profile.mjs\`: milliseconds of bench/${app.folder}, one run. A profile makes Node some 10 % slower.`,
    table(['', ...rows.map(({ title }) => title)], figures),
    '',
  ].join('\n\n');
}

/** Milliseconds of one kind of process. */
export const total = ({ ms }) => Object.values(ms).reduce((sum, each) => sum + each, 0);
