// Lists what each service of services.mjs is built from, and writes measured.json: modules with versions, packages, bytes of Go source, imports.
//   node bench/fleet/measure.mjs
// Needs the go command and a module proxy, or a module cache that holds the modules; nothing is compiled.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { model } from './model.mjs';
import { services } from './services.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const settings = {
  GOFLAGS: '-mod=mod -buildvcs=false',
  GOWORK: 'off',
  CGO_ENABLED: '0',
  GOOS: 'linux',
  GOARCH: 'amd64',
};
const env = { ...process.env, ...settings };

function go(args, cwd) {
  const run = spawnSync('go', args, { cwd, env, encoding: 'utf8', maxBuffer: 1 << 30 });
  if (run.status !== 0) throw new Error(`go ${args.join(' ')}: ${run.stderr}`);
  return run.stdout;
}

/** The values of a stream of JSON objects, as go list prints them. */
function* objects(text) {
  for (const part of text.split(/^}\n/m)) if (part.trim() !== '') yield JSON.parse(`${part}}`);
}

/** Number of each import path, in the order in which they are first seen. */
const paths = new Map();
const numberOf = (path) => {
  if (!paths.has(path)) paths.set(path, paths.size);
  return paths.get(path);
};
/** Module with version → number of a package → bytes of source, and numbers of what it imports. */
const modules = new Map();
const result = [];
for (const { module, main } of services) {
  const { Dir, Path } = JSON.parse(go(['mod', 'download', '-json', module], tmpdir()));
  const copy = mkdtempSync(join(tmpdir(), 'gots-fleet-'));
  try {
    cpSync(Dir, copy, { recursive: true });
    spawnSync('chmod', ['-R', 'u+w', copy]);
    rmSync(join(copy, 'go.work'), { force: true });
    rmSync(join(copy, 'vendor'), { recursive: true, force: true });
    const fields = 'ImportPath,Dir,Standard,Module,GoFiles,SFiles,Imports,ImportMap';
    const uses = new Map();
    for (const p of objects(go(['list', '-deps', `-json=${fields}`, main], copy))) {
      if (p.ImportPath === 'unsafe') continue;
      const from = p.Module?.Replace ?? p.Module;
      const name = p.Standard ? 'std' : p.Module.Main ? `${Path}@own` : `${from.Path}@${from.Version}`;
      const bytes = [...(p.GoFiles ?? []), ...(p.SFiles ?? [])].reduce(
        (sum, file) => sum + statSync(join(p.Dir, file)).size,
        0,
      );
      const imports = (p.Imports ?? [])
        .filter((path) => path !== 'unsafe' && path !== 'C')
        .map((path) => numberOf(p.ImportMap?.[path] ?? path));
      const number = numberOf(p.ImportPath);
      if (!modules.has(name)) modules.set(name, new Map());
      modules.get(name).set(number, [number, bytes, imports.sort((a, b) => a - b)]);
      if (!uses.has(name)) uses.set(name, []);
      uses.get(name).push(number);
    }
    result.push({ module, uses });
    console.error(`${module}: ${[...uses.values()].flat().length} packages of ${uses.size} modules`);
  } catch (error) {
    console.error(`${module}: left out: ${String(error.message).slice(0, 300)}`);
    process.exitCode = 1;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

const names = [...modules.keys()].sort();
const indexOf = new Map(names.map((name, index) => [name, index]));
// A service names a module by its place in the list, followed by the packages that it uses where these are not all.
const lines = (values) => values.map((value) => JSON.stringify(value)).join(',\n');
const used = ({ module, uses }) => [
  module,
  [...uses]
    .map(([name, numbers]) => {
      const isAll = numbers.length === modules.get(name).size;
      return isAll ? [indexOf.get(name)] : [indexOf.get(name), numbers.sort((a, b) => a - b)];
    })
    .sort(([a], [b]) => a - b),
];
const text = [
  '{',
  `"go": ${JSON.stringify(go(['env', 'GOVERSION'], here).trim())},`,
  `"woven": ${JSON.stringify(Object.fromEntries(model.woven.filter((path) => paths.has(path)).map((path) => [path, paths.get(path)])))},`,
  `"modules": [\n${lines(names.map((name) => [name, [...modules.get(name).values()].sort(([a], [b]) => a - b)]))}\n],`,
  `"services": [\n${lines(result.map(used))}\n]`,
  '}',
];
writeFileSync(join(here, 'measured.json'), `${text.join('\n')}\n`);
