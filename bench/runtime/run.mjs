#!/usr/bin/env node
/**
 * What telemetry costs at run time: the same server plain, woven by gots, by hand, and woven by others.
 *
 *   node bench/runtime/run.mjs [--rounds 5] [--requests 20000] [--variants NAME;…] [--cases NAME,…]
 *                              [--otelc FOLDER] [--work FOLDER] [--lock FILE] [--write]
 *
 * `--write` writes bench/results-runtime.md. `--work` keeps the programs: those that are there are not built again.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { run } from '../measure.mjs';
import { inTurn, takeTurnsBy } from '../turn.mjs';
import { cases, parseOptions } from './options.mjs';
import { start } from './program.mjs';
import { caseTable, packagesOf, programTable } from './report.mjs';
import { buildAll, variants } from './variants.mjs';

const here = import.meta.dirname;
const options = readOptions();
takeTurnsBy(options.lock);

/** Variables that would change what is measured; GOENV's file stays, since it may hold the proxy. */
const changing = /^(GOFLAGS|GOWORK|GOCACHEPROG|GOOS|GOARCH|GOTS_.*|OTEL_.*|DD_.*)$/;
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !changing.test(name)));
const work = options.work ? resolve(options.work) : mkdtempSync(join(tmpdir(), 'gots-runtime-'));
mkdirSync(work, { recursive: true });
const setting = {
  work,
  gots: [process.execPath, resolve(here, '..', '..', 'dist', 'cli.mjs')],
  otelc: options.otelc === undefined ? undefined : resolve(options.otelc),
  env: { ...env, GOTS_CACHE: join(work, 'gots-cache') },
};

const missing = options.variants.filter(({ build }) => !existsSync(join(work, `${build}.program`)));
const { failures } = await buildAll(setting, missing);
const measured = options.variants.filter(({ build }) => !failures.has(build));
for (const [name, why] of failures) console.error(`${name} could not be built: ${why}`);
for (const name of ['load', 'sink']) {
  await run(['go', 'build', '-o', join(work, name), join(here, name, 'main.go')], { cwd: work, env });
}

const variantNames = variants.map(({ name }) => name);
const samples = [];
for (const kase of options.cases) {
  for (let round = 0; round < options.rounds; round++) {
    // Every round begins with another variant.
    for (const [at] of measured.entries()) {
      const variant = measured[(at + round) % measured.length];
      samples.push(await inTurn(() => sample(kase, variant)));
    }
    console.error(`${kase}: round ${round + 1} of ${options.rounds}`);
  }
}

const programs = [...new Set(measured.map(({ build }) => build))].map((name) => {
  const file = join(work, `${name}.program`);
  const symbols = execFileSync('go', ['tool', 'nm', file], { encoding: 'utf8', env, maxBuffer: 1 << 30 });
  return { name, bytes: statSync(file).size, packages: packagesOf(symbols) };
});
const text = `# Telemetry at run time

Written by \`node bench/runtime/run.mjs --write\`; [README.md](README.md) says what is measured. Medians of ${options.rounds} rounds of ${options.requests} requests
over 8 connections, ${go('version').replace('go version ', '')}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}.

${options.cases.map((kase) => `## ${cases[kase].title}\n\n${caseTable(samples, kase, variantNames)}`).join('\n\n')}

## Programs

${programTable(programs)}
${[...failures].map(([name, why]) => `\n${name} could not be built:\n\n${why.replace(/^/gm, '    ').replaceAll(work, '$WORK')}\n`).join('')}`;
if (options.write) writeFileSync(join(here, '..', 'results-runtime.md'), text);
else console.log(text);
if (!options.work) rmSync(work, { recursive: true, force: true });

/** One fresh process: some requests to warm it up, then those that count. */
async function sample(kase, variant) {
  const sink = await start([join(work, 'sink')], env);
  const server = await start([join(work, `${variant.build}.program`)], { ...env, ...variant.env(sink.address) });
  const load = async (count) =>
    JSON.parse(
      await run([join(work, 'load'), '-address', server.address, '-path', cases[kase].path, '-requests', `${count}`], {
        cwd: work,
        env,
      }),
    );
  await load(Math.max(8, Math.floor(options.requests / 10)));
  const before = await server.ask('usage');
  const { requests: sent, elapsed, p99 } = await load(options.requests);
  const after = await server.ask('usage');
  await server.stop();
  await sink.stop();
  const spent = Object.fromEntries(Object.entries(after).map(([name, value]) => [name, value - before[name]]));
  return { kase, variant: variant.name, requests: sent, elapsed, p99, ...spent };
}

function readOptions() {
  try {
    return parseOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`bench/runtime: ${error.message}`);
    process.exit(2);
  }
}

function go(...args) {
  return execFileSync('go', args, { encoding: 'utf8', env }).trim();
}
