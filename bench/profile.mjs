// Shows where the processor time of woven builds goes: in go and its tools, in the command, and in the build server, by what it does.
// `node bench/profile.mjs --help`; README.md says what the rows are.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { apps } from './apps.mjs';
import { run } from './measure.mjs';
import { phases } from './options.mjs';
import { runPhase } from './phases.mjs';
import { drawProfile } from './profile/drawing.mjs';
import { byWork } from './profile/read-profile.mjs';
import { renderProfile } from './profile/table.mjs';
import { createRunner } from './runner.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const shown = ['cold', 'first', 'unchanged', 'main', 'model', 'aspect-main'];
const usage = `usage: node bench/profile.mjs [--app NAME] [--phases a,b] [--home DIR] [--write]
  --app NAME    of ${Object.keys(apps).join(', ')} (default own)
  --phases a,b  default ${shown.join(', ')}
  --home DIR    a checkout of gots, to profile another version; its scripts/build.mjs must know --sourcemap
  --write       write bench/results-profile.md and docs/images/build-time.svg`;

async function main() {
  const { values } = parseArgs({
    options: {
      app: { type: 'string', default: 'own' },
      phases: { type: 'string', default: shown.join() },
      home: { type: 'string', default: dirname(here) },
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
    const rows = await profile(
      app,
      phases.filter(({ name }) => wanted.includes(name)),
      { scratch, home: values.home },
    );
    const text = renderProfile(app, rows);
    console.log(text);
    if (!values.write) return;
    writeFileSync(join(here, 'results-profile.md'), text);
    writeFileSync(join(dirname(here), 'docs/images/build-time.svg'), drawProfile(rows));
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Builds each phase once, plain and woven, the woven one with a profile of each Node process. */
async function profile(app, wanted, { scratch, home }) {
  const root = await profiledHome(join(scratch, 'home'), home);
  const profiles = join(scratch, 'profiles');
  mkdirSync(profiles);
  mkdirSync(join(scratch, 'first'));
  let number = 1;
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(GOFLAGS|GOCACHEPROG|GOTS_.*)$/.test(name)),
  );
  const setting = { app, root, scratch, env, next: () => ++number };
  const plain = await createRunner('plain', setting);
  const flags = `--cpu-prof --cpu-prof-interval=500 --cpu-prof-dir=${profiles}`;
  const woven = await createRunner('gots', { ...setting, env: { ...env, NODE_OPTIONS: flags } });
  const rows = [];
  for (const { name, title } of wanted) {
    console.error(name);
    const bare = await runPhase(name, plain);
    const measured = await runPhase(name, { ...woven, beforeTimed: () => empty(profiles) });
    const work = byWork(
      readdirSync(profiles).map((file) => JSON.parse(readFileSync(join(profiles, file), 'utf8'))),
      join(root, 'dist'),
    );
    rows.push({ name, title, plainMs: bare?.cpuMs ?? 0, wovenMs: measured.cpuMs, work });
  }
  return rows;
}

function empty(folder) {
  for (const file of readdirSync(folder)) rmSync(join(folder, file));
}

/** A copy of gots whose bundles have source maps. */
async function profiledHome(folder, home) {
  mkdirSync(folder);
  for (const name of ['helper', 'aspects', 'package.json'])
    cpSync(join(home, name), join(folder, name), { recursive: true });
  symlinkSync(join(home, 'node_modules'), join(folder, 'node_modules'));
  const command = [process.execPath, join(home, 'scripts/build.mjs'), '--out', join(folder, 'dist'), '--sourcemap'];
  await run(command, { cwd: home, env: process.env });
  return folder;
}

main().catch((error) => {
  console.error(`profile: ${error.message}`);
  process.exitCode = 1;
});
