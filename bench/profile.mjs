// Shows where the processor time of woven builds goes: in go and its tools, in the command, and in the build server, by what it does.
// `node bench/profile.mjs --help`; README.md says what the rows are.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { apps } from './apps.mjs';
import { run } from './measure.mjs';
import { phases } from './options.mjs';
import { runPhase, saysSomething } from './phases.mjs';
import { drawProfile } from './profile/drawing.mjs';
import { byWork } from './profile/read-profile.mjs';
import { renderProfile } from './profile/table.mjs';
import { createRunner } from './runner.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const shown = ['cold', 'first', 'unchanged', 'main', 'model', 'aspect-main'];
const usage = `usage: node bench/profile.mjs [--app NAME] [--phases a,b] [--home DIR] [--before DIR] [--write]
  --app NAME    of ${Object.keys(apps).join(', ')} (default own)
  --phases a,b  default ${shown.join(', ')}
  --home DIR    a checkout of gots with its node_modules, to profile another version
  --before DIR  a checkout of an earlier version with its node_modules, to set beside it
  --write       write bench/results-profile.md and docs/images/build-time.svg`;

async function main() {
  const { values } = parseArgs({
    options: {
      app: { type: 'string', default: 'own' },
      phases: { type: 'string', default: shown.join() },
      home: { type: 'string', default: dirname(here) },
      before: { type: 'string' },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(usage);
  const app = apps[values.app];
  const wanted = values.phases.split(',');
  const unknown = wanted.find((name) => !phases.some((phase) => phase.name === name));
  if (!app || unknown !== undefined) throw new Error(`unknown ${unknown ?? values.app}\n${usage}`);
  const scratch = mkdtempSync(join(tmpdir(), 'gots-bench-profile-'));
  try {
    const homes = { now: values.home, ...(values.before !== undefined && { before: values.before }) };
    const chosen = phases.filter(({ name }) => wanted.includes(name));
    const rows = await profile(app, chosen, { scratch, homes });
    const text = renderProfile(app, rows, await aboutProfile(homes));
    console.log(text);
    if (!values.write) return;
    writeFileSync(join(here, 'results-profile.md'), text);
    writeFileSync(join(dirname(here), 'docs/images/build-time.svg'), drawProfile(rows));
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Builds each phase once, plain and woven by each version, the woven ones with a profile of each Node process. */
async function profile(app, wanted, { scratch, homes }) {
  const profiles = join(scratch, 'profiles');
  mkdirSync(profiles);
  mkdirSync(join(scratch, 'first'));
  let number = 1;
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(GOFLAGS|GOCACHEPROG|GOTS_.*)$/.test(name)),
  );
  const setting = { app, root: homes.now, scratch, env, next: () => ++number };
  const plain = await createRunner('plain', setting);
  const profiled = {
    ...env,
    NODE_OPTIONS: `--require=${join(here, 'profile/preload.cjs')}`,
    GOTS_BENCH_PROFILES: profiles,
  };
  const versions = [];
  for (const [version, home] of Object.entries(homes)) {
    const folder = join(scratch, version);
    mkdirSync(folder);
    const root = await profiledHome(join(folder, 'home'), home);
    const runner = await createRunner('gots', {
      ...setting,
      root,
      scratch: folder,
      env: profiled,
    });
    mkdirSync(join(folder, 'first'));
    versions.push({ version, root, runner });
  }
  const rows = [];
  for (const { name, title } of wanted) {
    const row = { name, title, plainMs: 0 };
    if (saysSomething(name, 'plain')) {
      console.error(`${name}, plain`);
      row.plainMs = (await runPhase(name, plain)).cpuMs;
    }
    for (const { version, root, runner } of versions) {
      const { cpuMs, compiles } = await runPhase(name, { ...runner, beforeTimed: () => empty(profiles) });
      const texts = readdirSync(profiles).map((file) => JSON.parse(readFileSync(join(profiles, file), 'utf8')));
      console.error(`${name}, woven (${version}): ${compiles} compiled`);
      row[version] = { wovenMs: cpuMs, work: byWork(texts, join(root, 'dist')) };
    }
    rows.push(row);
  }
  return rows;
}

/** What was profiled, on what: for the head of the table. */
async function aboutProfile(homes) {
  const commit = async (home) =>
    (await run(['git', 'rev-parse', '--short=12', 'HEAD'], { cwd: home, env: process.env })).trim();
  const versions = await Promise.all(
    Object.entries(homes).map(async ([name, home]) => `${name}: ${await commit(home)}`),
  );
  const go = (await run(['go', 'env', 'GOVERSION'], { cwd: here, env: process.env })).trim();
  return [...versions, `${cpus().length} × ${cpus()[0]?.model.trim()}`, go, `Node ${process.version}`].join('; ');
}

function empty(folder) {
  for (const file of readdirSync(folder)) rmSync(join(folder, file));
}

/** A copy of gots whose bundles have source maps. */
async function profiledHome(folder, home) {
  const root = resolve(home);
  const bundler = join(root, 'node_modules/rolldown');
  if (!existsSync(bundler)) throw new Error(`${home} has no node_modules: run npm ci there`);
  mkdirSync(folder);
  for (const name of ['helper', 'aspects', 'package.json'])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const command = [
    ...[process.execPath, '--import', new URL('profile/sourcemaps.mjs', import.meta.url).href],
    ...[join(root, 'scripts/build.mjs'), '--out', join(folder, 'dist')],
  ];
  const url = pathToFileURL(createRequire(join(root, 'package.json')).resolve('rolldown')).href;
  await run(command, { cwd: root, env: { ...process.env, GOTS_BENCH_BUNDLER: url } });
  const launcher = join(folder, 'dist/gots');
  // Versions that had no launcher were started by Node.
  if (!existsSync(launcher))
    writeFileSync(launcher, `#!/bin/sh\nexec '${process.execPath}' '${join(folder, 'dist/cli.mjs')}' "$@"\n`, {
      mode: 0o755,
    });
  return folder;
}

main().catch((error) => {
  console.error(`profile: ${error.message}`);
  process.exitCode = 1;
});
