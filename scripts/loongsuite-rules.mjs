// Weaves and compiles the libraries that the rules of a loongsuite-go checkout are for, with these rules, and prints how many were
// woven and compiled, and why the others were not. Each library is taken at the version that the go.mod of its hooks requires, or,
// where a rule is for other versions, at the newest one that it is for.
//   node scripts/loongsuite-rules.mjs CHECKOUT [--gots dist/cli.mjs] [--cache DIR] [--table FILE] [--no-build] [LIBRARY…]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values, positionals } = parseArgs({
  options: {
    gots: { type: 'string' },
    cache: { type: 'string' },
    table: { type: 'string' },
    'no-build': { type: 'boolean' },
  },
  allowPositionals: true,
});
const [given, ...wanted] = positionals;
if (given === undefined) {
  console.error(
    'usage: node scripts/loongsuite-rules.mjs CHECKOUT [--gots FILE] [--cache DIR] [--table FILE] [--no-build] [LIBRARY…]',
  );
  process.exit(2);
}
const checkout = resolve(given);
const gots = resolve(values.gots ?? join(root, 'dist', 'cli.mjs'));
const scratch = mkdtempSync(join(tmpdir(), 'gots-loongsuite-rules-'));
const cache = resolve(values.cache ?? join(scratch, 'cache'));
const agent = /^module (\S+)/m.exec(readFileSync(join(checkout, 'pkg', 'go.mod'), 'utf8'))[1];

function run(command, cwd, env = {}) {
  return spawnSync(command[0], command.slice(1), {
    cwd,
    env: { ...process.env, GOTS_CACHE: cache, GOFLAGS: '-buildvcs=false', ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 1_800_000,
  });
}

const goVersion = /\d+\.\d+/.exec(run(['go', 'env', 'GOVERSION'], scratch).stdout)[0];

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

/** `[path, version]` of the modules that the go.mod of a rule's hooks requires; none where the rule has no hooks. */
function requirementsOf({ Path }) {
  for (let dir = (Path ?? '').replace(agent, join(checkout, 'pkg')); dir.startsWith(checkout); dir = dirname(dir)) {
    const goMod = join(dir, 'go.mod');
    if (!existsSync(goMod)) continue;
    const text = readFileSync(goMod, 'utf8');
    return [...text.matchAll(/^\s*(?:require\s+)?([\w.~/-]+\.[\w.~/-]+) (v\S+)/gm)].map(([, ...found]) => found);
  }
  return [];
}

const has = (module, path) => path === module || path.startsWith(`${module}/`);

/** The module that has a rule's package, and the version that the hooks require: theirs, or those of another rule of the file. */
function libraryOf(rule, rules) {
  const { ImportPath, file } = rule;
  if (!ImportPath.split('/')[0].includes('.')) return [ImportPath === 'main' ? 'main' : 'std'];
  const beside = rules.filter((other) => other !== rule && other.file === file);
  for (const each of [rule, ...beside]) {
    const found = requirementsOf(each).filter(([module]) => has(module, ImportPath));
    if (found.length > 0) return found.sort(([a], [b]) => b.length - a.length)[0];
  }
  return [moduleOf(ImportPath)];
}

const seen = new Map();

/** The module that has a package, as the proxy knows it, and its versions, the oldest first. */
function versionsOf(module) {
  if (!seen.has(module)) {
    const { status, stdout } = run(['go', 'list', '-m', '-versions', module], scratch);
    seen.set(module, status === 0 ? stdout.trim().split(' ').slice(1) : undefined);
  }
  return seen.get(module);
}

function moduleOf(path) {
  if (path === '.') return 'unknown';
  return versionsOf(path)?.length > 0 ? path : moduleOf(dirname(path));
}

/** As numbers; a version with a suffix comes before the one without. */
function compare(a, b) {
  const parts = (text) => {
    const [, core, suffix] = /^v?([\d.]+)(?:-(.*))?/.exec(text) ?? [];
    return [...(core ?? '0').split('.').map(Number), suffix === undefined ? 1 : 0];
  };
  const [left, right] = [parts(a), parts(b)];
  const at = left.findIndex((part, i) => part !== (right[i] ?? 0));
  return at < 0 ? 0 : left[at] - (right[at] ?? 0);
}

/** Whether a range like `[1.2.0,1.3.0)` has a version. Pseudo-versions count as what they come before. */
function isFor({ Version }, version) {
  const [, from, to] = /^\[([^,]*),(.*)\)$/.exec((Version ?? '').replaceAll(' ', '')) ?? [];
  return (!from || compare(version, from) >= 0) && (!to || compare(version, to) < 0);
}

/** The version at which a rule is tried: the one that its hooks require, or the newest that it is for and they allow. */
function versionFor(rule, [module, required]) {
  if (required !== undefined && isFor(rule, required)) return required;
  const isLater = (version) => required === undefined || compare(version, required) > 0;
  const found = (versionsOf(module) ?? []).filter((each) => isFor(rule, each) && isLater(each));
  const newest = found.findLast((each) => !each.includes('-')) ?? found.at(-1);
  // A proxy that lacks the newest version lists none.
  const [, first] = /^\[(\d[^,]*),/.exec(rule.Version ?? '') ?? [];
  return newest ?? (first !== undefined && isLater(first) ? `v${first}` : required);
}

const folder = join(checkout, 'tool', 'data', 'rules');
const all = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => rulesIn(join(folder, name)));
const byLibrary = new Map();
for (const rule of all) {
  const found = libraryOf(rule, all);
  const version = ['main', 'std', 'unknown'].includes(found[0]) ? undefined : versionFor(rule, found);
  const library = version === undefined ? found[0] : `${found[0]}@${version}`;
  byLibrary.set(library, [...(byLibrary.get(library) ?? []), rule]);
}

function check(library, rules) {
  const dir = join(scratch, library.replaceAll(/[^\w.@-]/g, '_'));
  mkdirSync(dir, { recursive: true });
  const packages = [...new Set(rules.map(({ ImportPath }) => ImportPath))].filter((path) => path !== 'main');
  // What is internal is compiled because the library imports it.
  const open = packages.filter((path) => path !== 'runtime' && !/(^|\/)internal(\/|$)/.test(path));
  const [module, version] = library.split('@');
  const imported = open.length > 0 ? open : [module];
  const requirement = version === undefined ? '' : `\nrequire ${module} ${version}\n`;
  writeFileSync(join(dir, 'go.mod'), `module example.com/rules\n\ngo ${goVersion}.0\n${requirement}`);
  writeFileSync(
    join(dir, 'p.go'),
    `package rules\n\nimport (\n${imported.map((path) => `\t_ "${path}"\n`).join('')})\n`,
  );
  const tidied = run(['go', 'mod', 'tidy'], dir);
  if (tidied.status !== 0)
    return { places: new Set(), refused: new Map(), problem: `go mod tidy: ${lastLine(tidied.stderr)}` };
  let files = [...new Set(rules.map(({ file }) => file))];
  const env = { OTELTOOL_PKG_PATH: join(checkout, 'pkg') };
  const weave = (...argv) =>
    run([process.execPath, gots, ...files.flatMap((file) => ['--aspects', file]), ...argv], dir, env);
  const refused = new Map();
  for (;;) {
    const shown = weave('diff', '--json', ...packages);
    if (shown.status !== 0) {
      const problem = firstError(shown.stderr);
      const rule = ruleAt(problem, rules, refused);
      if (rule === undefined) return { places: new Set(), refused, problem };
      refused.set(rule, problem);
      files = [writeRules(dir, rules, refused)];
      continue;
    }
    const matches = JSON.parse(shown.stdout).flatMap((each) => each.matches ?? []);
    const own = new Set(matches.map(({ aspectSpan: { file, line } }) => ruleAt(`${file}:${line}:`, rules, refused)));
    const places = new Set(rules.filter((rule) => own.has(rule)));
    const raised = new RegExp(`raises ${module.replaceAll('.', '\\.')} from \\S+ to (v[^\\s,;]+)`).exec(
      shown.stderr,
    )?.[1];
    if (values['no-build']) return { places, refused, raised, problem: 'not built' };
    const built = weave('go', 'build', './...');
    return { places, refused, raised, problem: built.status === 0 ? '' : firstError(built.stderr) };
  }
}

/** The rule at the place that a message begins with: in its own file, or, once some are left out, in the one of {@link writeRules}. */
function ruleAt(message, rules, refused) {
  const [, file, line] = /([^\s/:]+\.json):(\d+):/.exec(message) ?? [];
  if (refused.size > 0) return rules.filter((rule) => !refused.has(rule))[Number(line) - 2];
  const here = rules.filter((rule) => basename(rule.file) === file && rule.line <= Number(line));
  const next = all.find((rule) => basename(rule.file) === file && rule.line > (here.at(-1)?.line ?? 0));
  return next === undefined || Number(line) < next.line ? here.at(-1) : undefined;
}

/** The rules that are not refused, one a line from the second on. */
function writeRules(dir, rules, refused) {
  const file = join(dir, 'rules.json');
  const kept = rules.filter((rule) => !refused.has(rule)).map(({ file: _, line: __, ...rule }) => JSON.stringify(rule));
  writeFileSync(file, `[\n${kept.join(',\n')}\n]\n`);
  return file;
}

function lastLine(text) {
  return text.trim().split('\n').at(-1);
}

function firstError(text) {
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^#|^gots: weaving raises|^(gots: .*: )?go: downloading/.test(line));
  return (lines[0] ?? 'no message').replaceAll(scratch, '').replaceAll(checkout, '');
}

/** Why rules were not woven: their versions, or nothing in the library is as they say. */
function whyNot(rules, version) {
  const other = rules.filter((rule) => version !== undefined && !isFor(rule, version));
  const ranges = [...new Set(other.map(({ Version }) => Version))].join(', ');
  const nothing = rules.filter((rule) => !other.includes(rule));
  const name = ({ ReceiverType, Function: fn, StructType, FileName, ImportPath }) =>
    `${basename(ImportPath)}.${ReceiverType ? `${ReceiverType}.` : ''}${fn || StructType || FileName}`;
  return [
    ...(other.length > 0 ? [`${other.length} for ${ranges}, the hooks require ${version}`] : []),
    ...(nothing.length > 0 ? [`not there: ${nothing.map(name).join(', ')}`] : []),
  ].join('; ');
}

const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\t', ' ').slice(0, 300);
const rows = [];
const sums = { rules: 0, woven: 0, libraries: 0, compiled: 0 };
for (const [library, rules] of [...byLibrary].sort(([a], [b]) => (a < b ? -1 : 1))) {
  if (wanted.length > 0 && !wanted.some((name) => library.includes(name))) continue;
  const { places, refused, raised, problem } =
    library === 'unknown'
      ? { places: new Set(), refused: new Map(), problem: 'no module has the package' }
      : check(library, rules);
  const woven = places.size;
  sums.rules += rules.length;
  sums.woven += woven;
  sums.libraries++;
  if (problem === '') sums.compiled++;
  const isOpen = (rule) => !places.has(rule) && !refused.has(rule);
  const left = woven === 0 && problem !== '' ? [] : rules.filter(isOpen);
  const why = [...refused.values(), whyNot(left, raised ?? library.split('@')[1])].filter(Boolean).join('; ');
  rows.push(`| ${library} | ${rules.length} | ${woven} | ${cell(problem) || 'yes'} | ${cell(why)} |`);
  console.error(rows.at(-1));
}
rmSync(scratch, { recursive: true, force: true });
const text = `| library | rules | woven | compiles | why not woven |\n|---|---|---|---|---|\n${rows.join('\n')}\n`;
console.log(text);
console.log(
  `${sums.rules} of ${all.length} rules; ${sums.woven} woven; ${sums.compiled} of ${sums.libraries} libraries compile`,
);
if (values.table) writeFileSync(values.table, text);
