// How fast the action starts: `node bench/action-start.mjs [--home DIR]` prints a table. The action's bundle is run as the runner
// does, in a module with a warm cache in which one file has changed.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const at = process.argv.indexOf('--home');
const main = join(at < 0 ? root : process.argv[at + 1], 'dist', 'action-main.mjs');
const rounds = 7;
const scratch = mkdtempSync(join(tmpdir(), 'gots-bench-action-'));
const workspace = join(scratch, 'workspace');
cpSync(join(root, '__tests__', 'action', 'testdata', 'hello'), workspace, { recursive: true });

const env = {
  ...process.env,
  GITHUB_WORKSPACE: workspace,
  GOCACHE: join(scratch, 'go'),
  GOTS_CACHE: join(scratch, 'gots'),
  INPUT_CACHE: 'off',
  INPUT_UPLOAD: 'false',
  INPUT_SUMMARY: 'false',
  INPUT_COMMENT: 'false',
};

/** Milliseconds until the action prints a line that matches, or, without a pattern, until it ends. */
function run(round, inputs, pattern) {
  const temp = join(scratch, `temp-${round}`);
  mkdirSync(temp, { recursive: true });
  const started = performance.now();
  const child = spawn(process.execPath, [main], { cwd: workspace, env: { ...env, RUNNER_TEMP: temp, ...inputs } });
  let found;
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      text += chunk;
      if (found === undefined && pattern?.test(text)) found = performance.now() - started;
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => {
      rmSync(temp, { recursive: true });
      if (pattern && found === undefined) reject(new Error(`nothing matches ${pattern}:\n${text}`));
      else resolve(found ?? performance.now() - started);
    });
  });
}

async function median(measure) {
  const times = [];
  for (let round = 0; round < rounds; round++) times.push(await measure(round));
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)];
}

const bare = await median(() => {
  const started = performance.now();
  execFileSync(process.execPath, ['-e', '0']);
  return performance.now() - started;
});
// An input that is refused: everything is loaded that comes before the first decision, and nothing is done.
const refused = await median((round) => run(round, { INPUT_MODE: 'none' }));
await run('warm', {});
const firstCompile = await median((round) => {
  const text = `package greet\n\n// Hello greets somebody.\nfunc Hello(name string) string { return "hello ${round}, " + name }\n`;
  writeFileSync(join(workspace, 'greet', 'greet.go'), text);
  const inputs = { 'INPUT_BUILD-FLAGS': '-x', INPUT_TEST: 'false', INPUT_COMPARE: 'false' };
  return run(round, inputs, /\/compile"? .*-p example\.com\/hello\/greet /);
});
const nothing = await median((round) => run(round, { INPUT_TEST: 'false', INPUT_COMPARE: 'false' }));
rmSync(scratch, { recursive: true, force: true });

const ms = (value) => `${Math.round(value)} ms`;
console.log(`median of ${rounds}, Node ${process.version}

| what | time |
|---|---:|
| node, nothing loaded | ${ms(bare)} |
| the action, loaded and ended by a refused input | ${ms(refused)} |
| so loading it takes | ${ms(refused - bare)} |
| start to first compile, warm cache, one file changed | ${ms(firstCompile)} |
| start to end, warm cache, nothing changed, no tests | ${ms(nothing)} |`);
