// Compiles the libraries that the rules of a loongsuite-go checkout are for, with these rules, and prints how many were read, woven
// and compiled. Each library is taken at the version that the go.mod of its hooks requires, so that rules for other versions of it are
// not woven: the table says how many.
//   node scripts/loongsuite-rules.mjs CHECKOUT [--gots dist/cli.mjs] [--table FILE] [LIBRARY…]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values, positionals } = parseArgs({
  options: { gots: { type: 'string' }, table: { type: 'string' } },
  allowPositionals: true,
});
const [given, ...wanted] = positionals;
if (given === undefined) {
  console.error('usage: node scripts/loongsuite-rules.mjs CHECKOUT [--gots FILE] [--table FILE] [LIBRARY…]');
  process.exit(2);
}
const checkout = resolve(given);
const gots = resolve(values.gots ?? join(root, 'dist', 'cli.mjs'));
const scratch = mkdtempSync(join(tmpdir(), 'gots-loongsuite-rules-'));
const agent = /^module (\S+)/m.exec(readFileSync(join(checkout, 'pkg', 'go.mod'), 'utf8'))[1];

function run(command, cwd, env = {}) {
  return spawnSync(command[0], command.slice(1), {
    cwd,
    env: { GOTS_CACHE: join(scratch, 'cache'), GOFLAGS: '-buildvcs=false', ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 1_800_000,
  });
}

/** Every rule, with its file and the line it begins at. */
function rulesIn(file) {
  const text = readFileSync(file, 'utf8');
  const rules = [];
  let depth = 0;
  let start = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}]/g)) {
    if (token === '{' && depth++ === 0) start = index;
    if (token === '}' && --depth === 0) {
      const line = text.slice(0, start).split('\n').length;
      rules.push({ ...JSON.parse(text.slice(start, index + 1)), file, line });
    }
  }
  return rules;
}

/** `module@version` of the library that a rule is for, `std`, or undefined where the hook's go.mod does not say. */
function libraryOf({ ImportPath, Path }) {
  if (!ImportPath.split('/')[0].includes('.')) return ImportPath === 'main' ? 'main' : 'std';
  for (let dir = (Path ?? '').replace(agent, join(checkout, 'pkg')); dir.startsWith(checkout); dir = dirname(dir)) {
    const goMod = join(dir, 'go.mod');
    if (!existsSync(goMod)) continue;
    const text = readFileSync(goMod, 'utf8');
    const required = [...text.matchAll(/^\s*(?:require\s+)?([\w.~/-]+\.[\w.~/-]+) (v\S+)/gm)]
      .filter(([, path]) => ImportPath === path || ImportPath.startsWith(`${path}/`))
      .sort(([, a], [, b]) => b.length - a.length);
    return required[0] && `${required[0][1]}@${required[0][2]}`;
  }
  return undefined;
}

const folder = join(checkout, 'tool', 'data', 'rules');
const all = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => rulesIn(join(folder, name)));
const byLibrary = new Map();
for (const rule of all) {
  const library = libraryOf(rule) ?? 'unknown';
  byLibrary.set(library, [...(byLibrary.get(library) ?? []), rule]);
}

function check(library, rules) {
  const dir = join(scratch, library.replaceAll(/[^\w.@-]/g, '_'));
  mkdirSync(dir, { recursive: true });
  // What is internal is compiled because the library imports it.
  const packages = [...new Set(rules.map(({ ImportPath }) => ImportPath))].filter(
    (path) => path !== 'main' && path !== 'runtime' && !/(^|\/)internal(\/|$)/.test(path),
  );
  const [module, version] = library.split('@');
  const imported = packages.length > 0 ? packages : [module];
  const { stdout: go } = run(['go', 'env', 'GOVERSION'], dir);
  const requirement = version === undefined ? '' : `\nrequire ${module} ${version}\n`;
  writeFileSync(join(dir, 'go.mod'), `module example.com/rules\n\ngo ${/\d+\.\d+/.exec(go)[0]}.0\n${requirement}`);
  writeFileSync(
    join(dir, 'p.go'),
    `package rules\n\nimport (\n${imported.map((path) => `\t_ "${path}"\n`).join('')})\n`,
  );
  const tidied = run(['go', 'mod', 'tidy'], dir);
  if (tidied.status !== 0) return { woven: [], problem: `go mod tidy: ${lastLine(tidied.stderr)}` };
  const report = join(dir, 'report.json');
  const files = [...new Set(rules.map(({ file }) => file))].flatMap((file) => ['--aspects', file]);
  const built = run([process.execPath, gots, ...files, 'go', 'build', './...'], dir, { GOTS_REPORT: report });
  const problem = built.status === 0 ? '' : firstError(built.stderr);
  const matches = existsSync(report)
    ? JSON.parse(readFileSync(report, 'utf8')).packages.flatMap((each) => each.matches ?? [])
    : [];
  const places = new Set(matches.map(({ aspectSpan }) => `${basename(aspectSpan.file)}:${aspectSpan.line}`));
  return { woven: rules.filter(({ file, line }) => places.has(`${basename(file)}:${line}`)), problem };
}

function lastLine(text) {
  return text.trim().split('\n').at(-1);
}

function firstError(text) {
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^#|^gots: weaving raises|^go: downloading/.test(line));
  return (lines[0] ?? 'no message').replaceAll(scratch, '').replaceAll(checkout, '');
}

const rows = [];
const sums = { rules: 0, woven: 0, libraries: 0, compiled: 0 };
for (const [library, rules] of [...byLibrary].sort(([a], [b]) => (a < b ? -1 : 1))) {
  if (wanted.length > 0 && !wanted.some((name) => library.includes(name))) continue;
  const notTried = { main: 'for programs', unknown: 'the go.mod of the hooks does not require the library' }[library];
  const { woven, problem } = notTried ? { woven: [], problem: notTried } : check(library, rules);
  sums.rules += rules.length;
  sums.woven += woven.length;
  sums.libraries++;
  if (problem === '') sums.compiled++;
  rows.push(
    `| ${library} | ${rules.length} | ${woven.length} | ${problem.replaceAll('|', '\\|').slice(0, 200) || 'yes'} |`,
  );
  console.error(rows.at(-1));
}
rmSync(scratch, { recursive: true, force: true });
const text = `| library | rules | woven | compiles |\n|---|---|---|---|\n${rows.join('\n')}\n`;
console.log(text);
console.log(
  `${sums.rules} of ${all.length} rules; ${sums.woven} woven; ${sums.compiled} of ${sums.libraries} libraries compile`,
);
if (values.table) writeFileSync(values.table, text);
