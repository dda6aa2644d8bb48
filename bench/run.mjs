// Measures builds of applications with plain go, gots and Orchestrion, in turn. See README.md.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { arch, cpus, loadavg, platform, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { apps } from './apps.mjs';
import { run } from './measure.mjs';
import { seconds } from './numbers.mjs';
import { parseOptions, usage } from './options.mjs';
import { runPhase } from './phases.mjs';
import { renderResults } from './report.mjs';
import { createRunner, orchestrionVersion } from './runner.mjs';
import { measureShim } from './shim.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/** Variables that would change what is measured; GOENV's file stays, since it may hold the proxy. */
const removed =
  /^(GOFLAGS|GOWORK|GOCACHEPROG|GOOS|GOARCH|GOTMPDIR|GOTS_.*|ORCHESTRION_.*|DD_ORCHESTRION_.*|TOOLEXEC_.*)$/;

async function main() {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) return console.log(usage);
  const load = loadavg()[0];
  const measured = [];
  for (const name of options.apps)
    measured.push(await withScratch(options, (scratch) => measureApp(apps[name], options, scratch)));
  const shim = options.tools.includes('gots')
    ? await withScratch(options, (scratch) => measureShim(createSetting(undefined, scratch)))
    : undefined;
  const text = renderResults({ apps: measured, shim, facts: await facts(measured, options, load) });
  console.log(text);
  if (options.write) writeFileSync(join(here, 'results.md'), text);
}

async function withScratch(options, use) {
  const scratch = mkdtempSync(join(tmpdir(), 'gots-bench-'));
  try {
    return await use(scratch);
  } finally {
    if (options.keep) console.error(`kept ${scratch}`);
    else rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** @param {import('./apps.mjs').App} app */
async function measureApp(app, options, scratch) {
  const setting = createSetting(app, scratch);
  mkdirSync(join(scratch, 'first'));
  const runners = [];
  for (const tool of options.tools) {
    console.error(`${app.folder}: preparing ${tool}`);
    runners.push(await createRunner(tool, setting));
  }
  const packages = await run(['go', 'list', '-deps', '.'], { cwd: join(here, app.folder), env: setting.env });
  const samples = await measureAll(options, runners);
  const { title, folder } = app;
  return { title, folder, packages: packages.trim().split('\n').length, env: setting.env, samples };
}

function createSetting(app, scratch) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !removed.test(name)));
  env.GOTOOLCHAIN = 'local';
  let number = 1;
  return { app, root: dirname(here), scratch, env, next: () => ++number };
}

/** Runs by phase and tool, so that whatever slows the machine for a while slows all tools; another tool begins each run. */
async function measureAll({ runs, phases }, runners) {
  const samples = [];
  for (let i = 0; i < runs; i++) {
    const order = [...runners.slice(i % runners.length), ...runners.slice(0, i % runners.length)];
    for (const { name } of phases) {
      for (const runner of order) {
        const result = await runPhase(name, runner);
        if (result === undefined) continue;
        samples.push({ phase: name, tool: runner.tool, ...result });
        console.error(
          `run ${i + 1}/${runs} ${name} ${runner.tool}: ${seconds(result.ms)}, ${result.compiles} compiled`,
        );
      }
    }
  }
  return samples;
}

/** What was measured, where: rows of the first table. */
async function facts(measured, options, load) {
  const { version } = JSON.parse(readFileSync(join(dirname(here), 'package.json'), 'utf8'));
  const names = { plain: 'go', gots: `gots ${version}`, orchestrion: `Orchestrion ${orchestrionVersion}` };
  const go = (name) => run(['go', 'env', name], { cwd: here, env: measured[0].env });
  return [
    ...measured.map(({ title, folder, packages }) => [
      `bench/${folder}`,
      `${packages} packages; ${title.toLowerCase()}`,
    ]),
    ['tools', options.tools.map((tool) => names[tool]).join(', ')],
    ['runs', `${options.runs}, medians (least–most)`],
    [
      'machine',
      `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()}/${arch()}`,
    ],
    ['load before and after', `${load.toFixed(2)}, ${loadavg()[0].toFixed(2)}`],
    ['Go', (await go('GOVERSION')).trim()],
    ['Node', process.version],
  ];
}

main().catch((error) => {
  console.error(`bench: ${error.message}`);
  process.exitCode = 1;
});
