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
import { parseArgs } from 'node:util';
import { run } from '../measure.mjs';
import { inTurn, takeTurnsBy } from '../turn.mjs';
import { start } from './program.mjs';
import { caseTable, packagesOf, programTable } from './report.mjs';
import { buildAll, variants } from './variants.mjs';

const here = import.meta.dirname;
const cases = {
  handler: { title: 'A handler', path: '/hello/world' },
  sqlite: { title: 'A query of SQLite through database/sql', path: '/orders/1' },
  goroutine: { title: 'A goroutine for each request', path: '/spawn/17' },
  slog: { title: 'A line of log/slog for each request', path: '/log/17' },
};
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    requests: { type: 'string', default: '20000' },
    variants: { type: 'string' },
    cases: { type: 'string', default: Object.keys(cases).join() },
    otelc: { type: 'string' },
    work: { type: 'string' },
    lock: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const names = variants.map(({ name }) => name);
const wanted = values.variants?.split(';') ?? names;
const chosen = variants.filter(({ name }) => wanted.includes(name));
const chosenCases = values.cases.split(',');
const [rounds, requests] = [Number(values.rounds), Number(values.requests)];
const unknown = [...wanted.filter((name) => !names.includes(name)), ...chosenCases.filter((name) => !cases[name])];
if (unknown.length > 0 || !Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(requests) || requests < 8) {
  console.error(
    unknown.length > 0
      ? `no ${unknown.join(', ')}: variants are ${names.join('; ')}, cases ${Object.keys(cases).join(', ')}`
      : '--rounds and --requests are numbers, of at least 1 and 8',
  );
  process.exit(2);
}
takeTurnsBy(values.lock);

const changing = /^(GOFLAGS|GOWORK|GOCACHEPROG|GOOS|GOARCH|GOENV|GOTS_.*|OTEL_.*|DD_.*)$/;
const env = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !changing.test(name))),
  GOENV: 'off',
};
const work = values.work ? resolve(values.work) : mkdtempSync(join(tmpdir(), 'gots-runtime-'));
mkdirSync(work, { recursive: true });
const setting = {
  work,
  gots: [process.execPath, resolve(here, '..', '..', 'dist', 'cli.mjs')],
  otelc: values.otelc === undefined ? undefined : resolve(values.otelc),
  env: { ...env, GOTS_CACHE: join(work, 'gots-cache') },
};

const missing = chosen.filter(({ build }) => !existsSync(join(work, `${build}.program`)));
const { failures } = await buildAll(setting, missing);
const measured = chosen.filter(({ build }) => !failures.has(build));
for (const [name, why] of failures) console.error(`${name} could not be built: ${why}`);
for (const name of ['load', 'sink']) {
  await run(['go', 'build', '-o', join(work, name), join(here, name, 'main.go')], { cwd: work, env });
}

const samples = [];
for (const kase of chosenCases) {
  for (let round = 0; round < rounds; round++) {
    // Every round begins with another variant.
    for (const [at] of measured.entries()) {
      const variant = measured[(at + round) % measured.length];
      samples.push(await inTurn(() => sample(kase, variant)));
    }
    console.error(`${kase}: round ${round + 1} of ${rounds}`);
  }
}

const programs = [...new Set(measured.map(({ build }) => build))].map((name) => {
  const file = join(work, `${name}.program`);
  const symbols = execFileSync('go', ['tool', 'nm', file], { encoding: 'utf8', env, maxBuffer: 1 << 30 });
  return { name, bytes: statSync(file).size, packages: packagesOf(symbols) };
});
const text = `# Telemetry at run time

Written by \`node bench/runtime/run.mjs --write\`; [README.md](README.md) says what is measured. Medians of ${rounds} rounds of ${requests} requests
over 8 connections, ${go('version').replace('go version ', '')}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}.

${chosenCases.map((kase) => `## ${cases[kase].title}\n\n${caseTable(samples, kase, names)}`).join('\n\n')}

## Programs

${programTable(programs)}
${[...failures].map(([name, why]) => `\n${name} could not be built:\n\n${why.replace(/^/gm, '    ').replaceAll(work, '$WORK')}\n`).join('')}`;
if (values.write) writeFileSync(join(here, '..', 'results-runtime.md'), text);
else console.log(text);
if (!values.work) rmSync(work, { recursive: true, force: true });

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
  await load(Math.max(8, Math.floor(requests / 10)));
  const before = await server.ask('usage');
  const { requests: sent, elapsed, p99 } = await load(requests);
  const after = await server.ask('usage');
  await server.stop();
  await sink.stop();
  const spent = Object.fromEntries(Object.entries(after).map(([name, value]) => [name, value - before[name]]));
  return { kase, variant: variant.name, requests: sent, elapsed, p99, ...spent };
}

function go(...args) {
  return execFileSync('go', args, { encoding: 'utf8', env }).trim();
}
