// Weaves programs with dd-trace-go's aspects, from a checkout of it, and shows which spans reach its mock tracer.
// usage: node scripts/dd-trace-go.mjs CHECKOUT [--table FILE]
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cli = join(process.env.GOTS_TEST_HOME ?? root, 'dist', 'cli.mjs');
const [place, option, tableFile] = process.argv.slice(2);
if (!place || (option && (option !== '--table' || !tableFile))) {
  console.error('usage: node scripts/dd-trace-go.mjs CHECKOUT [--table FILE]');
  process.exit(2);
}
const checkout = resolve(place);

/** Parts of the program that write log lines or files, and end no span of their own. */
const spanless = new Set(['go.uber.org/zap', 'sirupsen/logrus', 'rs/zerolog', 'log/slog', 'os']);

function run(argv, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(argv[0], argv.slice(1), {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...options,
  });
  if (error) throw error;
  return { status, stdout, stderr };
}

function must(argv, options) {
  const result = run(argv, options);
  if (result.status === 0) return result.stdout;
  console.error(`${argv.join(' ')}: exit code ${result.status}\n${result.stdout}${result.stderr}`);
  return process.exit(1);
}

function* below(dir) {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    if (entry.isDirectory() && !/^\.|^_|^testdata$/.test(entry.name)) yield* below(join(dir, entry.name));
    else if (entry.isFile()) yield join(dir, entry.name);
  }
}

const files = [...below(checkout)].sort();
const aspectFiles = files.filter((file) => /(^|\/)(\w+\.)?orchestrion(\.\w+)?\.yml$/.test(file));
const modules = files
  .filter((file) => file.endsWith('/go.mod'))
  .map((file) => ({ dir: dirname(file), path: /^module\s+(\S+)/m.exec(readFileSync(file, 'utf8'))?.[1] ?? '' }))
  .filter(({ path }) => path.startsWith('github.com/DataDog/dd-trace-go/'));

/** Ids of each file's aspects, in order. */
function idsOf(file) {
  return [...readFileSync(file, 'utf8').matchAll(/^ {2}- id: *(.+?) *(?:#.*)?$/gm)].map(([, id]) =>
    id.replace(/^(['"])(.*)\1$/, '$2'),
  );
}

const work = mkdtempSync(join(tmpdir(), 'gots-dd-'));
try {
  // Outside a module lint checks the files alone, and names what it cannot read.
  const lint = run(['node', cli, 'lint', '--format', 'json', ...aspectFiles], { cwd: work });
  const errors = JSON.parse(lint.stdout).filter(({ severity }) => severity === 'error');
  for (const error of errors) console.log(`lint: ${JSON.stringify(error)}`);
  const count = aspectFiles.reduce((sum, file) => sum + idsOf(file).length, 0);
  console.log(`${aspectFiles.length} files with ${count} aspects, ${errors.length} errors`);

  cpSync(join(root, 'scripts', 'dd-trace-go'), work, { recursive: true });
  const replaces = modules.map(({ path, dir }) => `replace ${path} => ${JSON.stringify(dir)}\n`).join('');
  const { Go } = JSON.parse(must(['go', 'mod', 'edit', '-json', join(checkout, 'go.mod')]));
  writeFileSync(join(work, 'go.mod'), `module example.com/app\n\ngo ${Go}\n\n${replaces}`);
  must(['go', 'mod', 'tidy'], { cwd: work });
  const report = join(work, 'report.json');
  must(['node', cli, 'go', 'build', '-o', 'app', '.'], { cwd: work, env: { ...process.env, GOTS_REPORT: report } });
  const quiet = { DD_TRACE_STARTUP_LOGS: 'false', DD_INSTRUMENTATION_TELEMETRY_ENABLED: 'false' };
  const app = run([join(work, 'app')], { cwd: work, env: { ...process.env, ...quiet } });
  process.stdout.write(app.stdout);
  const plain = must(['go', 'build', '-o', 'plain', '.'], { cwd: work });
  const unwoven = run([join(work, 'plain')], { cwd: work, env: { ...process.env, ...quiet } });
  process.stdout.write(plain);
  const spansOf = (output) => output.split('\n').filter((line) => line.split('\t')[1] === 'span');
  console.log(
    `spans: ${spansOf(app.stdout).length} woven, ${spansOf(unwoven.stdout).length} plain; exit code ${app.status}`,
  );

  const names = must([join(work, 'app'), '--list'])
    .trim()
    .split('\n');
  const silent = names.filter(
    (name) => !spanless.has(name) && !spansOf(app.stdout).some((line) => line.startsWith(`${name}\t`)),
  );
  for (const name of silent) console.log(`${name}: no span`);
  const table = tableOf(JSON.parse(readFileSync(report, 'utf8')).packages);
  if (tableFile) writeFileSync(tableFile, table.text);
  console.log(`${table.woven} of ${count} aspects woven`);
  const failed = app.status !== 0 || errors.length > 0 || silent.length > 0 || spansOf(unwoven.stdout).length > 0;
  process.exitCode = failed ? 1 : 0;
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** Which aspect of which file was woven, and into how many places. */
function tableOf(packages) {
  const places = new Map();
  for (const { matches } of packages) {
    for (const { aspect, aspectSpan } of matches) {
      const key = `${aspectSpan.file}:${aspectSpan.line}`;
      places.set(key, { aspect, n: (places.get(key)?.n ?? 0) + 1 });
    }
  }
  const rows = [];
  let woven = 0;
  for (const file of aspectFiles) {
    const owner = modules
      .filter(({ dir }) => file.startsWith(`${dir}/`))
      .sort((a, b) => b.dir.length - a.dir.length)[0];
    const display = owner ? `${owner.path}/${relative(owner.dir, file)}` : relative(checkout, file);
    const here = [...places].filter(([key]) => key.startsWith(`${display}:`));
    const total = idsOf(file).length;
    woven += here.length;
    const ids = here.map(([, { aspect, n }]) => `${aspect.replaceAll('|', '\\|')} (${n})`).join(', ');
    rows.push(`| ${relative(checkout, file)} | ${here.length}/${total} | ${ids} |\n`);
  }
  return { woven, text: `| file | aspects woven | which, and in how many places |\n|---|---|---|\n${rows.join('')}` };
}
