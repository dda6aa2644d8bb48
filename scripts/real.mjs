// Resolves, builds and starts public programs of the module proxy, plain and woven, and writes docs/real-programs.md.
//   node scripts/real.mjs [--only NAME,…] [--stage resolve|build|start] [--work FOLDER] [--home FOLDER] [--table FILE] [--again]
// A stage runs those before it. With --work, sources, caches and results are kept: what is known of this gots is not tried again.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { prepare } from './real/prepare.mjs';
import { programs } from './real/programs.mjs';
import { keyOf, stages } from './real/stages.mjs';
import { counts, page } from './real/table.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    stage: { type: 'string', default: 'start' },
    work: { type: 'string' },
    home: { type: 'string', default: root },
    table: { type: 'string' },
    again: { type: 'boolean', default: false },
  },
});
const names = Object.keys(stages);
const last = names.indexOf(values.stage);
const chosen = values.only?.split(',') ?? programs.map(({ name }) => name);
const unknown = chosen.filter((name) => !programs.some((program) => program.name === name));
if (last < 0 || unknown.length > 0) {
  console.error(last < 0 ? `no stage ${values.stage}: ${names.join(', ')}` : `no program ${unknown.join(', ')}`);
  process.exit(2);
}

const work = values.work ? resolve(values.work) : mkdtempSync(join(tmpdir(), 'gots-real-'));
const sources = join(work, 'src');
mkdirSync(sources, { recursive: true });
mkdirSync(join(work, 'results'), { recursive: true });
const home = resolve(values.home);
const gots = [process.execPath, join(home, 'dist', 'cli.mjs'), '--aspects', 'gots:otel'];
const key = keyOf(
  ['dist', 'helper', 'aspects'].flatMap((folder) =>
    readdirSync(join(home, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort(),
  ),
);
const changing = /^(GOFLAGS|GOOS|GOARCH|GOWORK|GOCACHEPROG|GOEXPERIMENT|GOENV|GOTS_.*)$/;
const kept = Object.entries(process.env).filter(([name]) => !changing.test(name));
const env = {
  ...Object.fromEntries(kept),
  GOENV: 'off',
  GOFLAGS: '-buildvcs=false',
  GOTOOLCHAIN: 'local',
  GOCACHE: join(work, 'gocache'),
  GOTS_CACHE: join(work, 'gotscache'),
};

const resultFile = (program) => join(work, 'results', `${program.name}.json`);

/** What is known of a program, under this gots and this version of the program. */
function known(program) {
  const file = resultFile(program);
  const found = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  return found?.key === key && found.module === program.module ? found.stages : {};
}

function save(program, results) {
  const file = resultFile(program);
  writeFileSync(`${file}.new`, JSON.stringify({ key, module: program.module, stages: results }, null, 1));
  renameSync(`${file}.new`, file);
}

async function tryProgram(program) {
  const results = values.again ? {} : { ...known(program) };
  const more = { CGO_ENABLED: program.cgo ? '1' : '0' };
  const place = await prepare(program, sources, { ...env, ...more }).catch((error) => ({ problem: error.message }));
  if (place.problem !== undefined) {
    save(program, { resolve: { ok: false, plain: true, unprepared: true, message: place.problem } });
    return;
  }
  if (results.resolve?.unprepared) delete results.resolve;
  const task = { program, ...place, env: { ...env, ...more }, gots, out: join(work, 'out', program.name) };
  for (const [at, name] of names.entries()) {
    if (at > last) break;
    if (results[name] === undefined) {
      results[name] = await stages[name]({ ...task, build: () => stages.build(task) });
      save(program, results);
    }
    const { ok, plain } = results[name];
    console.log(`${program.name} ${name}: ${ok ? 'alike' : plain ? 'not by plain go' : 'NOT ALIKE'}`);
    // Other versions than plain go's do not keep a program from being built.
    if (!ok && results[name].message !== undefined) break;
  }
}

for (const program of programs.filter(({ name }) => chosen.includes(name))) await tryProgram(program);

const results = programs
  .filter(({ name }) => chosen.includes(name))
  .map((program) => ({ program, stages: known(program) }));
const goEnv = (name) => spawnSync('go', ['env', name], { encoding: 'utf8', env }).stdout.trim();
const places = [
  [sources, '$SOURCES'],
  [work, '$WORK'],
  [goEnv('GOMODCACHE'), '$GOMODCACHE'],
  [goEnv('GOROOT'), '$GOROOT'],
];
const facts = { go: goEnv('GOVERSION'), date: new Date().toISOString().slice(0, 10), places };
const table = values.table ?? (values.only ? undefined : join(root, 'docs', 'real-programs.md'));
if (table) writeFileSync(table, page(results, facts));
console.log(counts(results));
if (!values.work) {
  // Folders of a module cache are read-only.
  spawnSync('chmod', ['-R', 'u+w', work]);
  rmSync(work, { recursive: true, force: true });
}
process.exitCode = results.some(({ stages: done }) => Object.values(done).some(({ ok, plain }) => !ok && !plain))
  ? 1
  : 0;
