// Measures what it takes to compile packages, for the simulation: builds bench/app-injected with an empty GOCACHE and takes from the go command's
// action graph the processor time of each package, beside its bytes of source; writes compile-times.json.
//   node bench/fleet/compile-times.mjs
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fitLine, seconds as secondsOf } from './fit.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const app = join(dirname(here), 'app-injected');
const scratch = mkdtempSync(join(tmpdir(), 'gots-fleet-compile-'));
const cache = join(scratch, 'cache');
const env = { ...process.env, GOCACHE: cache, GOFLAGS: '-trimpath', GOWORK: 'off', CGO_ENABLED: '0' };

function go(args) {
  const run = spawnSync('go', args, { cwd: app, env, encoding: 'utf8', maxBuffer: 1 << 30 });
  if (run.status !== 0) throw new Error(`go ${args.join(' ')}: ${run.stderr}`);
  return run.stdout;
}

try {
  const graph = join(scratch, 'graph.json');
  go(['build', `-debug-actiongraph=${graph}`, '-o', join(scratch, 'program'), '.']);
  const format = '{{.ImportPath}}|{{.Standard}}|{{.Dir}}|{{join .GoFiles ","}}{{range .SFiles}},{{.}}{{end}}';
  const listed = go(['list', '-deps', '-f', format, '.']).trim().split('\n');
  const sources = new Map(
    listed.map((line) => {
      const [path, standard, dir, files] = line.split('|');
      const bytes = files
        .split(',')
        .filter(Boolean)
        .reduce((sum, file) => sum + statSync(join(dir, file)).size, 0);
      return [path, { isStd: standard === 'true', bytes }];
    }),
  );
  const compiled = JSON.parse(readFileSync(graph, 'utf8')).filter(
    ({ Mode, Package, CmdUser, CmdSys }) =>
      Mode === 'build' && sources.has(Package) && (CmdUser ?? 0) + (CmdSys ?? 0) > 0,
  );
  const rows = compiled.map(({ Package, CmdUser = 0, CmdSys = 0 }) => ({
    ...sources.get(Package),
    seconds: secondsOf(CmdUser + CmdSys),
  }));
  const source = (isStd) => rows.filter((row) => row.isStd === isStd).reduce((sum, row) => sum + row.bytes, 0);
  const result = {
    go: go(['env', 'GOVERSION']).trim(),
    packages: rows.length,
    sourceBytes: source(true) + source(false),
    compileSeconds: rows.reduce((sum, row) => sum + row.seconds, 0),
    fit: { std: fitLine(rows.filter((row) => row.isStd)), other: fitLine(rows.filter((row) => !row.isStd)) },
  };
  writeFileSync(join(here, 'compile-times.json'), `${JSON.stringify(result, null, 2)}\n`);
  console.log(JSON.stringify(result, null, 2));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
