// The command line of the benchmark.
import { parseArgs } from 'node:util';
import { apps } from './apps.mjs';

/** @typedef {'plain' | 'gots' | 'orchestrion'} Tool */
/**
 * @typedef {'cold' | 'first' | 'unchanged' | 'unchanged-env' | 'undone' | 'main' | 'model' | 'aspect-main' | 'aspect-http' | 'test' |
 *   'explain' | 'lint' | 'diff'} PhaseName
 */

export const tools = /** @type {const} */ (['plain', 'gots', 'orchestrion']);

/** In the order in which they run. `title` is the row's name in the tables. */
export const phases = /** @type {const} */ ([
  { name: 'cold', title: 'cold, empty caches' },
  { name: 'first', title: 'first woven build after a plain one' },
  { name: 'unchanged', title: 'nothing changed' },
  { name: 'unchanged-env', title: 'nothing changed, under `gots env`' },
  { name: 'undone', title: 'an edit of main undone' },
  { name: 'main', title: 'one line of main edited' },
  { name: 'model', title: 'one line of a package that many import edited' },
  { name: 'aspect-main', title: "main's aspect edited" },
  { name: 'aspect-http', title: "net/http's aspect edited" },
  { name: 'test', title: '`go test ./...`, nothing changed' },
  { name: 'explain', title: '`gots explain`' },
  { name: 'lint', title: '`gots lint`' },
  { name: 'diff', title: '`gots diff`' },
]);

const quickPhases = ['unchanged', 'main', 'aspect-main'];

export const usage = `usage: npm run bench -- [--runs N] [--apps a,b] [--phases a,b] [--tools a,b] [--quick] [--keep] [--no-write]
  --runs N      measure each phase N times (default 5)
  --apps a,b    of ${Object.keys(apps).join(', ')} (default all)
  --phases a,b  of ${phases.map((p) => p.name).join(', ')} (default all)
  --tools a,b   of ${tools.join(', ')} (default all)
  --quick       one run of ${quickPhases.join(', ')}, results.md left alone
  --keep        leave the scratch folder, and say where it is
  --no-write    leave results.md alone`;

/**
 * Reads the command line.
 *
 * @param {readonly string[]} argv without node and script
 * @throws Error with a message for the user: an unknown option, application, phase or tool, or a run count that is none
 */
export function parseOptions(argv) {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      runs: { type: 'string' },
      apps: { type: 'string' },
      phases: { type: 'string' },
      tools: { type: 'string' },
      quick: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      'no-write': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const runs = Number(values.runs ?? (values.quick ? 1 : 5));
  if (!Number.isInteger(runs) || runs < 1) throw new Error(`--runs ${values.runs}: want a whole number above 0`);
  const names = phases.map((p) => p.name);
  const wanted = list('--phases', values.phases ?? (values.quick ? quickPhases.join() : undefined), names);
  return {
    runs,
    apps: list('--apps', values.apps, Object.keys(apps)),
    phases: phases.filter((p) => wanted.includes(p.name)),
    tools: list('--tools', values.tools, tools),
    keep: values.keep,
    write: !values['no-write'] && !values.quick,
    help: values.help,
  };
}

/** The names given, in the order of `known`, all when none is given. */
function list(option, text, known) {
  if (text === undefined) return known;
  const given = text.split(',').map((name) => name.trim());
  const unknown = given.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`${option}: unknown ${unknown.join(', ')}; known are ${known.join(', ')}`);
  return known.filter((name) => given.includes(name));
}
