// Measures builds of applications with plain go, gots and Orchestrion, in turn. See README.md.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { apps } from './apps.mjs';
import { run } from './measure.mjs';
import { seconds } from './numbers.mjs';
import { parseOptions, usage } from './options.mjs';
import { runPhase, saysSomething } from './phases.mjs';
import { renderResults } from './report.mjs';
import { createRunner, orchestrionVersion } from './runner.mjs';
import { joinSamples, openSamples, originOf } from './samples.mjs';
import { measureShim } from './shim.mjs';
import { takeTurnsBy } from './turn.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/** Variables that would change what is measured; GOENV's file stays, since it may hold the proxy. */
const removed =
  /^(GOFLAGS|GOWORK|GOCACHEPROG|GOOS|GOARCH|GOTMPDIR|GOTS_.*|ORCHESTRION_.*|DD_ORCHESTRION_.*|TOOLEXEC_.*)$/;

async function main() {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) return console.log(usage);
  const all = options.reported.length > 0 ? joinSamples(options.reported) : await measureAll(options);
  const text = renderResults({
    apps: appsOf(all).map(({ title, name }) => ({ title, samples: all.samples.filter(({ app }) => app === name) })),
    shim: all.shim,
    facts: facts(all),
  });
  console.log(text);
  if (options.write) writeFileSync(join(here, 'results.md'), text);
}

async function measureAll(options) {
  takeTurnsBy(options.lock);
  const { env } = createSetting(undefined, undefined);
  const samples = openSamples(
    options.samples,
    await originOf(dirname(here), (command) => run(command, { cwd: here, env })),
  );
  for (const name of options.apps) await withScratch(options, (scratch) => measureApp(name, options, samples, scratch));
  if (options.tools.includes('gots') && !samples.all.shim) {
    const shim = await withScratch(options, (scratch) => measureShim(createSetting(undefined, scratch)));
    samples.set({ shim });
  }
  return samples.all;
}

async function withScratch(options, use) {
  const scratch = mkdtempSync(join(tmpdir(), 'gots-bench-'));
  const remove = () => rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  // The file of samples is complete at any time, so a run may be ended at any time.
  const end = () => {
    if (!options.keep) remove();
    process.exit(130);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, end);
  try {
    return await use(scratch);
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM']) process.removeListener(signal, end);
    if (options.keep) console.error(`kept ${scratch}`);
    else remove();
  }
}

/** Measures what the samples lack of one application. */
async function measureApp(name, options, samples, scratch) {
  const plan = planOf(name, options, samples);
  if (plan.length === 0) return;
  const app = apps[name];
  const setting = createSetting(app, scratch);
  mkdirSync(join(scratch, 'first'));
  const runners = new Map();
  for (const tool of options.tools.filter((tool) => plan.some((step) => step.tool === tool))) {
    console.error(`${app.folder}: preparing ${tool}`);
    runners.set(tool, await createRunner(tool, setting));
  }
  const packages = await run(['go', 'list', '-deps', '.'], { cwd: join(here, app.folder), env: setting.env });
  samples.set({ packages: { ...samples.all.packages, [name]: packages.trim().split('\n').length } });
  for (const { i, phase, tool } of plan) {
    const result = await runPhase(phase, runners.get(tool));
    samples.add({ app: name, run: i, phase, tool, ...result });
    console.error(
      `${app.folder}: run ${i + 1}/${options.runs} ${phase} ${tool}: ${seconds(result.ms)}, ${result.compiles} compiled`,
    );
  }
}

/** By run, phase and tool, so that whatever slows the machine for a while slows all tools; another tool begins each run. */
function planOf(app, { runs, runsOf, phases, tools }, samples) {
  const most = Math.max(runs, ...tools.flatMap((tool) => phases.map(({ name }) => runsOf(tool, name))));
  return Array.from({ length: most }).flatMap((_, i) => {
    const order = [...tools.slice(i % tools.length), ...tools.slice(0, i % tools.length)];
    const steps = phases.flatMap(({ name: phase }) => order.map((tool) => ({ i, phase, tool })));
    return steps.filter(
      ({ phase, tool }) => i < runsOf(tool, phase) && saysSomething(phase, tool) && !samples.has(app, i, phase, tool),
    );
  });
}

function createSetting(app, scratch) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !removed.test(name)));
  env.GOTOOLCHAIN = 'local';
  let number = 1;
  return { app, root: dirname(here), scratch, env, next: () => ++number };
}

const appsOf = (all) =>
  Object.entries(apps)
    .filter(([name]) => all.samples.some(({ app }) => app === name))
    .map(([name, app]) => ({ name, ...app }));

/** What was measured, where: rows of the first table. */
function facts(all) {
  const { version } = JSON.parse(readFileSync(join(dirname(here), 'package.json'), 'utf8'));
  const { origin } = all;
  const names = { plain: 'go', gots: `gots ${version}`, orchestrion: `Orchestrion ${orchestrionVersion}` };
  const measured = Object.keys(names).filter((tool) => all.samples.some((sample) => sample.tool === tool));
  const runs = (tool) =>
    Math.max(...all.samples.filter((sample) => sample.tool === tool).map((sample) => sample.run + 1));
  return [
    ...appsOf(all).map(({ name, title, folder }) => [
      `bench/${folder}`,
      `${all.packages[name]} packages; ${title.toLowerCase()}`,
    ]),
    ['tools', measured.map((tool) => names[tool]).join(', ')],
    [
      'runs',
      `${measured.map((tool) => `${tool} ${runs(tool)}`).join(', ')}; medians (least–most; count where it is not that of the row)`,
    ],
    ['commit', origin.commit.replace(/^(.{12})[0-9a-f]*/, '$1')],
    ['machine', origin.machine],
    ['load before and after', all.loads.map(({ from, to }) => `${from.toFixed(2)}, ${to.toFixed(2)}`).join('; ')],
    ['Go', origin.go],
    ['Node', origin.node],
  ];
}

main().catch((error) => {
  console.error(`bench: ${error.message}`);
  process.exitCode = 1;
});
