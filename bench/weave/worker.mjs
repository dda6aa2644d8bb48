/** Weaves the packages of a list with one set of aspects and prints what that took, as JSON. Bundled by bench/weave.mjs. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';
import { checkCodeTemplate } from '../../src/aspects/check-template.ts';
import { loadAspects } from '../../src/dialects/load/load.ts';
import { aspectsForPackage } from '../../src/weave/1-select/package.ts';
import { loadGrammar } from '../../src/weave/2-parse/load-grammar.ts';
import { weavePackage } from '../../src/weave/weave-package.ts';
import { sharesOf } from './phases.mjs';

const job = JSON.parse(process.argv[2]);
const session = new Session();
if (job.profile) {
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 500 });
  await session.post('Profiler.start');
}
const result = await main();
const shares = job.profile ? sharesOf((await session.post('Profiler.stop')).profile) : undefined;
console.log(JSON.stringify({ ...result, shares }));

async function main() {
  const modules = join(job.root, 'node_modules');
  const grammar = await loadGrammar({
    runtimeWasm: readFileSync(join(modules, 'web-tree-sitter/web-tree-sitter.wasm')),
    goWasm: readFileSync(join(modules, 'tree-sitter-go/tree-sitter-go.wasm')),
  });
  const { aspects } = loadAspects({
    entries: [job.entry],
    root: job.root,
    reader: {
      read: (path) => (existsSync(path) && statSync(path).isFile() ? readFileSync(path) : undefined),
      isDirectory: (path) => existsSync(path) && statSync(path).isDirectory(),
      list: (path) => (existsSync(path) ? readdirSync(path) : []),
    },
    builtInSet: (name) => join(job.root, 'aspects', name),
    checkTemplate: checkCodeTemplate,
  });
  const packages = JSON.parse(readFileSync(join(job.scratch, 'packages.json'), 'utf8'));
  const cold = weaveAll({ packages, aspects, grammar });
  const peak = peakOfMemory();
  // The same work in the same process: what is left is throughput, without the compilation of JavaScript.
  const warm = weaveAll({ packages, aspects, grammar });
  if (warm.hashes.join() !== cold.hashes.join()) throw new Error('the second pass wove something else');
  return { ...cold, warm: warm.cpu, peak };
}

/** One pass over all packages. `cpu` is in microseconds, of all threads. */
function weaveAll({ packages, aspects, grammar }) {
  const names = new Map(packages.map((pkg) => [pkg.ImportPath, pkg.Name]));
  const sum = { packages: 0, bytes: 0, parsed: 0, woven: 0 };
  const hashes = [];
  const counted = (parse) => (source) => {
    sum.parsed += source.bytes.length;
    return parse(source);
  };
  const tools = { grammar: { parse: counted(grammar.parse), outline: counted(grammar.outline) } };
  const before = process.cpuUsage();
  for (const pkg of packages) {
    const facts = { importPath: pkg.ImportPath, imports: new Set(pkg.Imports), testMain: false, name: pkg.Name };
    const live = aspectsForPackage(aspects, facts);
    if (live.length === 0 || pkg.GoFiles === undefined) continue;
    const request = {
      facts,
      files: readPackage(pkg),
      packageName: (path) => names.get(pkg.ImportMap?.[path] ?? path),
      packageFiles: () => undefined,
      weaverVersion: '',
    };
    sum.packages++;
    for (const { bytes } of request.files) sum.bytes += bytes.length;
    const woven = weavePackage(request, live, tools);
    sum.woven += woven.files.filter(({ text }) => text !== undefined).length;
    hashes.push(`${pkg.ImportPath} ${hashWoven(woven)}`);
  }
  const { user, system } = process.cpuUsage(before);
  return { ...sum, cpu: user + system, hashes };
}

/** Bytes. The largest set of a child's resource usage begins with that of its parent, so the kernel's own mark is read where there is one. */
function peakOfMemory() {
  const status = '/proc/self/status';
  const mark = existsSync(status) ? /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(status, 'utf8'))?.[1] : undefined;
  return 1024 * (mark === undefined ? process.resourceUsage().maxRSS : Number(mark));
}

function readPackage({ Dir, ImportPath, GoFiles }) {
  return GoFiles.map((file) => ({ name: `${ImportPath}/${file}`, bytes: readFileSync(join(Dir, file)) }));
}

/** All of what weaving made: texts, imports, links, matches and what else there is. */
function hashWoven(woven) {
  const hash = createHash('sha256');
  const texts = [...woven.files, ...woven.added].flatMap(({ text }) => (text === undefined ? [] : [text]));
  for (const text of texts) hash.update(text).update('\0');
  const withoutText = ({ text, ...file }) => file;
  const rest = { ...woven, files: woven.files.map(withoutText), added: woven.added.map(withoutText) };
  return hash.update(JSON.stringify(rest)).digest('hex').slice(0, 32);
}
