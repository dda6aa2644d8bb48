// Runs what a newcomer would run, and the gates; prints one line per step and the sum of all tests at the end.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const scratch = mkdtempSync(join(tmpdir(), 'gots-ci-'));
const sum = { passed: 0, failed: 0, skipped: 0 };

function step(name, command, options = {}) {
  const started = Date.now();
  console.log(`\n=== ${name}: ${command.join(' ')}`);
  const run = spawnSync(command[0], command.slice(1), {
    cwd: root,
    stdio: options.capture ? ['ignore', 'pipe', 'inherit'] : ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...options.env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (options.capture) process.stdout.write(run.stdout ?? '');
  const ok = run.status === 0;
  console.log(`=== ${name}: ${ok ? 'ok' : `exit code ${run.status}`} (${Math.round((Date.now() - started) / 1000)} s)`);
  return { ok, stdout: run.stdout ?? '' };
}

/** A step that counts as one test. */
function gate(name, command, options) {
  const { ok, stdout } = step(name, command, options);
  if (ok) sum.passed++;
  else sum.failed++;
  return stdout;
}

/** The first of the README's two commands, before anything is installed. */
gate('demo', ['node', 'dist/cli.mjs', 'demo'], {
  env: { GOTS_CACHE: join(scratch, 'gots'), GOCACHE: join(scratch, 'go') },
});

// Both runs of tests share one GOCACHE of plain go.
const testCache = process.env.GOTS_TEST_GOCACHE ?? join(scratch, 'go-tests');
tests('npm cit', ['npm', 'cit']);

gate('types', ['npx', 'tsc']);
gate('lint', ['npx', 'biome', 'ci', '.']);
gate('structure', ['npm', 'run', '--silent', 'structure']);
gate('dead code', ['npx', 'knip']);
gate('dist is what the sources give', ['node', 'scripts/check-dist.mjs']);
gate('speed, as counted work', ['node', 'scripts/speed/gate.mjs']);

tests('the rest of the tests', ['npm', 'run', 'test:rest']);

/** A step that runs tests and counts them; one that counts none as failed, although it ended badly, counts as one. */
function tests(name, command) {
  const results = join(scratch, `${name}.json`);
  const failedBefore = sum.failed;
  const { ok } = step(name, command, { env: { GOTS_TEST_JSON: results, GOTS_TEST_GOCACHE: testCache } });
  if (existsSync(results)) {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
      readFileSync(results, 'utf8'),
    );
    sum.passed += numPassedTests;
    sum.failed +=
      numFailedTests +
      testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
    sum.skipped += numPendingTests + numTodoTests;
  } else if (ok) {
    throw new Error(`${name} left no results`);
  }
  if (!ok && sum.failed === failedBefore) sum.failed++;
}

/** A step that runs cases and ends with a line `N passed, N failed`; without one it counts as one that failed. */
function cases(name, command) {
  const { stdout } = step(name, command, { capture: true });
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/m.exec(stdout) ?? [];
  sum.passed += Number(passed ?? 0);
  sum.failed += Number(failed ?? 1);
}

cases('Go programs', ['node', 'scripts/check-go.mjs']);

const shared = join(root, '..', 'shared');
const conformance = join(shared, 'conformance');
if (existsSync(join(conformance, 'run'))) {
  const dirs = ['orchestrion', 'otelc'].flatMap((dialect) =>
    readdirSync(join(conformance, dialect)).map((name) => join(conformance, dialect, name)),
  );
  cases('conformance', [join(conformance, 'run'), ...dirs]);
}
const faults = join(shared, 'faults', 'run');
if (existsSync(faults)) cases('programs that plain go builds', [faults]);

rmSync(scratch, { recursive: true, force: true });
console.log(`\n${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}`);
process.exit(sum.failed > 0 ? 1 : 0);
