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

export const usage = `usage: npm run bench -- [--runs N] [--runs-of a=N,b=N] [--apps a,b] [--phases a,b] [--tools a,b] [--samples FILE] [--lock FILE] [--quick] [--keep] [--no-write]
       npm run bench -- --report FILE [FILE...] [--no-write]
  --runs N      measure each phase N times (default 5)
  --runs-of a=N,b=N
                other counts for a tool (orchestrion=2), or for one phase of a tool (orchestrion/aspect-http=1); 0 leaves it out
  --apps a,b    of ${Object.keys(apps).join(', ')} (default all)
  --phases a,b  of ${phases.map((p) => p.name).join(', ')} (default all)
  --tools a,b   of ${tools.join(', ')} (default all)
  --samples FILE
                write each sample to this file (JSON) as it comes, and measure only what the file lacks: a later call with the same file
                goes on where this one stopped, on the same machine and commit
  --lock FILE   lock FILE and FILE.running (flock) for each timed command: work that takes FILE for a moment before it begins, and
                FILE.running shared while it runs, is never measured beside it
  --report      measure nothing: write results.md from files of --samples, of one machine and commit
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
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      runs: { type: 'string' },
      'runs-of': { type: 'string' },
      samples: { type: 'string' },
      lock: { type: 'string' },
      report: { type: 'boolean', default: false },
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
  if (values.report !== positionals.length > 0) throw new Error('files come after --report, and only there');
  const names = phases.map((p) => p.name);
  const wanted = list('--phases', values.phases ?? (values.quick ? quickPhases.join() : undefined), names);
  return {
    runs,
    runsOf: counts(values['runs-of'], runs),
    samples: values.samples,
    lock: values.lock,
    reported: positionals,
    apps: list('--apps', values.apps, Object.keys(apps)),
    phases: phases.filter((p) => wanted.includes(p.name)),
    tools: list('--tools', values.tools, tools),
    keep: values.keep,
    write: !values['no-write'] && !values.quick,
    help: values.help,
  };
}

/**
 * Reads --runs-of.
 *
 * @returns {(tool: Tool, phase: PhaseName) => number} how often a phase is measured with a tool
 */
function counts(text, runs) {
  const known = tools.flatMap((tool) => [tool, ...phases.map((phase) => `${tool}/${phase.name}`)]);
  const given = new Map();
  for (const part of text?.split(',') ?? []) {
    const [, name, count] = /^\s*([^=]+)=(\d+)\s*$/.exec(part) ?? [];
    if (!known.includes(name))
      throw new Error(`--runs-of ${part}: want a tool, or tool/phase, and a whole number: orchestrion=2`);
    given.set(name, Number(count));
  }
  return (tool, phase) => given.get(`${tool}/${phase}`) ?? given.get(tool) ?? runs;
}

/** The names given, in the order of `known`, all when none is given. */
function list(option, text, known) {
  if (text === undefined) return known;
  const given = text.split(',').map((name) => name.trim());
  const unknown = given.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`${option}: unknown ${unknown.join(', ')}; known are ${known.join(', ')}`);
  return known.filter((name) => given.includes(name));
}
