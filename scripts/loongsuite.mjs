// Builds programs with the rules of a loongsuite-go-agent checkout, runs them, and prints a table of what was seen.
//   node scripts/loongsuite.mjs CHECKOUT [--gots dist/cli.mjs] [CASE…]
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { programs } from './loongsuite-programs.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const words = process.argv.slice(2);
const option = words.indexOf('--gots');
const gots = resolve(option < 0 ? join(root, 'dist', 'cli.mjs') : words.splice(option, 2)[1]);
const [given, ...wanted] = words;
if (given === undefined) {
  console.error('usage: node scripts/loongsuite.mjs CHECKOUT [--gots FILE] [CASE…]');
  process.exit(2);
}
const checkout = resolve(given);
const scratch = mkdtempSync(join(tmpdir(), 'gots-loongsuite-'));

/** The checkout's own test programs, and what its tests look for in their output. */
const own = [
  {
    name: 'custom',
    app: 'custom',
    rules: ['base.json', './rule.json'],
    stderr: { mainOnEnter: 1, mainOnExit: 1 },
  },
  {
    name: 'errorstest',
    app: 'errorstest',
    rules: ['base.json', '../test_error.json'],
    stdout: {
      wow: '+',
      'old:wow': '+',
      'ptr<nil>': '+',
      val1024: 0,
      val1298: '+',
      7632: '+',
      4008208820: '+',
      118888: '+',
      '0\\.001': '+',
      '2033 hangzhou': '+',
    },
    stderr: {
      '2024 shanghai': '+',
      'failed to exec': 0,
      baddep: 0,
      gooddep: '+',
    },
  },
  {
    name: 'helloworld',
    app: 'helloworld',
    rules: ['base.json', '../test_fmt.json'],
    stdout: { olleH: '+' },
    stderr: {
      'Entering hook1': '+',
      'Exiting hook1': '+',
      555: '+',
      internalFn: '+',
      7632: '+',
      init2: '+',
      30258: '+',
      GOOD: '+',
      BYD: '+',
      BAD: '+',
    },
  },
  {
    name: 'dependencies',
    app: 'dependencies',
    rules: ['base.json', '../test_dependencies.json'],
    stdout: { 'nethttp Serve\\(\\) called': '+', 'nethttp serve\\(\\) called': '+', 'should NOT be instrumented': 0 },
  },
];

function run(command, cwd, env = {}) {
  const started = Date.now();
  const result = spawnSync(command[0], command.slice(1), {
    cwd,
    env: { GOTS_CACHE: join(scratch, 'cache'), ...process.env, OTEL_METRICS_EXPORTER: 'none', ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 900_000,
  });
  return { ...result, seconds: (Date.now() - started) / 1000 };
}

function copyOwn({ app }, dir) {
  cpSync(join(checkout, 'test', app), dir, { recursive: true });
  const file = join(dir, 'go.mod');
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(' ../../', ` ${checkout}/`));
  // Some have no go.sum: the tool tidies before it builds.
  if (run(['go', 'list', '-deps', '.'], dir).status !== 0) tidy(dir);
}

function tidy(dir) {
  const tidied = run(['go', 'mod', 'tidy'], dir);
  if (tidied.status !== 0) throw new Error(tidied.stderr);
}

function writeProgram({ files }, dir) {
  mkdirSync(dir, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
  tidy(dir);
}

/** `+` at least once, a number exactly that often. */
function missing(text, expected = {}) {
  return Object.entries(expected).flatMap(([pattern, times]) => {
    const found = [...text.matchAll(new RegExp(pattern, 'g'))].length;
    return times === '+'
      ? found > 0
        ? []
        : [`no ${pattern}`]
      : found === times
        ? []
        : [`${pattern}: ${found}, not ${times}`];
  });
}

function check(test) {
  const dir = join(scratch, test.name);
  if (test.app) copyOwn(test, dir);
  else writeProgram(test, dir);
  const rules = test.rules.map((name) =>
    name.startsWith('./') ? name : join(checkout, 'tool', 'data', 'rules', name),
  );
  const build = run(
    [process.execPath, gots, ...rules.flatMap((name) => ['--aspects', name]), 'go', 'build', '-o', 'app', '.'],
    dir,
  );
  const seconds = build.seconds.toFixed(0);
  if (build.status !== 0) return { name: test.name, seconds, problems: [(build.stderr ?? '').trim().slice(-1500)] };
  const { status, stdout, stderr } = run([join(dir, 'app')], dir, { OTEL_TRACES_EXPORTER: 'console' });
  const problems = [...missing(stdout, test.stdout), ...missing(stderr, test.stderr)];
  if (status !== 0) problems.push(`exit code ${status}`);
  if (problems.length > 0) problems.push(`--- stdout\n${stdout.slice(-3000)}\n--- stderr\n${stderr.slice(-3000)}`);
  return { name: test.name, seconds, problems };
}

/** Checkouts differ in the test programs that they have. */
const isThere = ({ app }) => app === undefined || existsSync(join(checkout, 'test', app, 'go.mod'));
const tests = [...own, ...programs].filter(
  (test) => isThere(test) && (wanted.length === 0 || wanted.includes(test.name)),
);
const results = [];
for (const test of tests) {
  let result;
  try {
    result = check(test);
  } catch (error) {
    result = { name: test.name, seconds: '–', problems: [error.message] };
  }
  results.push(result);
  for (const problem of result.problems) console.error(`${result.name}: ${problem}`);
}
rmSync(scratch, { recursive: true, force: true });
console.log('| program | build, s | result |\n|---|---|---|');
for (const { name, seconds, problems } of results) {
  console.log(`| ${name} | ${seconds} | ${problems.length === 0 ? 'ok' : problems[0].split('\n')[0].slice(0, 100)} |`);
}
process.exitCode = results.some(({ problems }) => problems.length > 0) ? 1 : 0;
