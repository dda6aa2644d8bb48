#!/usr/bin/env node
/**
 * How fast weaving is, and how much memory it takes: weaves the standard library of the go in PATH, each set of aspects in a process of
 * its own, and prints a table. Nothing is compiled.
 *
 *   node bench/weave.mjs [--write] [--sets calls,bodies] [--runs 3] [--packages std,cmd] [--hashes FILE]
 *
 * --write writes bench/results-weave.md. --hashes writes one line for each set and package with the hash of all that weaving made of it:
 * two versions of gots weave alike if these files are alike.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'rolldown';
import { phases } from './weave/phases.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
/** Sets of aspects: what is loaded, and what it stands for. */
const sets = {
  bench: ['bench/orchestrion.yml', 'the six aspects of the benchmark'],
  otel: ['gots:otel', 'the built-in set'],
  structs: ['bench/weave/structs.yml', 'struct points of two packages'],
  names: ['bench/weave/names.yml', 'functions of one name'],
  calls: ['bench/weave/calls.yml', 'calls of fmt.Errorf'],
  signatures: ['bench/weave/signatures.yml', 'functions by their arguments'],
  bodies: ['bench/weave/bodies.yml', 'every function'],
};

const { values } = parseArgs({
  options: {
    write: { type: 'boolean', default: false },
    sets: { type: 'string', default: Object.keys(sets).join(',') },
    runs: { type: 'string', default: '3' },
    packages: { type: 'string', default: 'std' },
    hashes: { type: 'string' },
  },
});
const scratch = mkdtempSync(join(tmpdir(), 'gots-bench-weave-'));
try {
  await bundle();
  const env = { ...process.env, GOFLAGS: '', GOWORK: 'off' };
  const list = execFileSync('go', ['list', '-e', '-json', ...values.packages.split(',')], { env, maxBuffer: 1 << 28 });
  writeFileSync(join(scratch, 'packages.json'), JSON.stringify(packagesIn(list.toString())));
  if (values.hashes) writeFileSync(values.hashes, '');
  const results = values.sets.split(',').map((name) => ({ name, ...measure(name) }));
  const report = table(results);
  console.log(report);
  if (values.write) writeFileSync(join(here, 'results-weave.md'), report);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** What the worker needs of a list of packages, so that its memory is that of weaving. */
function packagesIn(list) {
  return list.split(/^(?=\{)/m).map((text) => {
    const { ImportPath, Dir, Name, GoFiles, Imports, ImportMap } = JSON.parse(text);
    return { ImportPath, Dir, Name, GoFiles, Imports, ImportMap };
  });
}

/** The sources, bundled as dist/ is: what the worker runs. */
async function bundle() {
  await build({
    cwd: root,
    input: { worker: 'bench/weave/worker.mjs' },
    platform: 'node',
    output: { dir: scratch, format: 'esm', entryFileNames: '[name].mjs', minify: false },
    onwarn: (warning, warn) => void (warning.code === 'EVAL' || warn(warning)),
  });
}

/** The run with the median of CPU time, and the phases of one more run, which is profiled. */
function measure(name) {
  const [entry] = sets[name];
  const once = (more) => {
    const args = [
      '--max-semi-space-size=4',
      join(scratch, 'worker.mjs'),
      JSON.stringify({ entry, root, scratch, ...more }),
    ];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
    if (status !== 0) throw new Error(`${name}: ${stderr}`);
    return JSON.parse(stdout);
  };
  const runs = Array.from({ length: Number(values.runs) }, () => once({})).sort((a, b) => a.cpu - b.cpu);
  const { hashes, ...median } = runs[Math.floor(runs.length / 2)];
  if (values.hashes) appendFileSync(values.hashes, hashes.map((line) => `${name} ${line}\n`).join(''));
  return { ...median, shares: once({ profile: true }).shares };
}

function table(results) {
  const mb = (bytes) => (bytes / 1e6).toFixed(1);
  const percent = (share) => (share === undefined ? '–' : `${(100 * share).toFixed(0)} %`);
  const row = (cells) => `| ${cells.join(' | ')} |`;
  const version = execFileSync('go', ['version'], { encoding: 'utf8' }).trim();
  return [
    '# Weaving alone',
    '',
    `\`node bench/weave.mjs --packages ${values.packages}\`: ${version}, Node ${process.version}, ${cpus()[0]?.model.trim()}. ` +
      `Medians of ${values.runs} runs; seconds are CPU time of the whole process, MB are 10⁶ bytes. *Warm* is a second pass in the same process: ` +
      'the first one includes that Node compiles the code of weaving.',
    '',
    'Only packages where an aspect may match count. *Peak* is the largest memory of the process.',
    '',
    row(['aspects', 'packages', 'MB', 'of it parsed', 'files woven', 'CPU s', 'MB/s', 'warm MB/s', 'peak MB']),
    row(['---', ...Array(8).fill('---:')]),
    ...results.map((r) =>
      row([
        `${r.name}: ${sets[r.name][1]}`,
        r.packages,
        mb(r.bytes),
        percent(r.bytes && r.parsed / r.bytes),
        r.woven,
        (r.cpu / 1e6).toFixed(2),
        (r.bytes / r.cpu).toFixed(1),
        (r.bytes / r.warm).toFixed(1),
        mb(r.peak),
      ]),
    ),
    '',
    '*Parsed* counts a text each time it is parsed, woven drafts and templates too.',
    '',
    'Where the time goes, of a profile:',
    '',
    row(['aspects', ...phases.map(([phase]) => phase)]),
    row(['---', ...phases.map(() => '---:')]),
    ...results.map((r) => row([r.name, ...phases.map(([phase]) => percent(r.shares[phase] ?? 0))])),
    '',
  ].join('\n');
}
