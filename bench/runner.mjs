// One tool under measurement: its copy of an application, its caches, and how it builds.
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { actionEntries, countCompiles } from './compiles.mjs';
import { measure, run } from './measure.mjs';
import { copyApp, verify } from './project.mjs';
import { inTurn } from './turn.mjs';

/** The version that Orchestrion is installed and pinned at. */
export const orchestrionVersion = 'v1.15.0';
const orchestrion = 'github.com/DataDog/orchestrion';

/** What the processes whose memory is of interest have on their command lines. */
const watches = { plain: undefined, gots: /cacheprog/, orchestrion: /bin\/orchestrion go / };

/** People build seconds apart. go treats a folder otherwise in which something is younger than two seconds (cmd/go/internal/modindex). */
const pauseMs = 3000;

/**
 * @typedef {object} Setting what all runners share
 * @property {import('./apps.mjs').App} app
 * @property {string} root gots' repository
 * @property {string} scratch folder for everything that is written
 * @property {NodeJS.ProcessEnv} env without GOFLAGS, GOWORK and the like
 * @property {() => number} next a number that no edit used yet
 */

/**
 * Prepares a tool: copies the application, installs and pins Orchestrion.
 *
 * @param {import('./options.mjs').Tool} tool
 * @param {Setting} setting
 * @throws Error when the tool is missing or cannot be installed
 */
export async function createRunner(tool, setting) {
  const folder = join(setting.scratch, tool);
  const project = copyApp(setting.app, join(folder, 'app'));
  return {
    tool,
    setting,
    project,
    caches: { go: join(folder, 'gocache'), gots: join(folder, 'gotscache') },
    command: await commands[tool](setting, project),
    /** Whether the project, its program and the caches are as the tool's own build leaves them. */
    isSettled: false,
    /** Called before each timed command. @type {(() => void) | undefined} */
    beforeTimed: undefined,
  };
}

/** Per tool: what stands before `build` on the command line. */
const commands = {
  plain: async () => ['go'],
  gots: async ({ root }) => {
    const gots = join(root, 'dist/gots');
    if (!existsSync(gots)) throw new Error('dist/gots is missing: run "npm run build", or leave gots out with --tools');
    return [gots, 'go'];
  },
  orchestrion: async ({ scratch, env }, project) => {
    const bin = join(scratch, 'bin');
    await run(['go', 'install', `${orchestrion}@${orchestrionVersion}`], { cwd: scratch, env: { ...env, GOBIN: bin } });
    const { app, folder } = project;
    const modules = Object.entries(app.injectedModules);
    // Orchestrion asks the go command for what it injects, so go.mod and go.sum must hold all that those packages import.
    const needed = [orchestrion, ...modules.map(([path]) => path), ...app.injected];
    const imports = needed.map((path) => `import _ "${path}"\n`).join('');
    writeFileSync(join(folder, 'orchestrion.tool.go'), `//go:build tools\n\npackage tools\n\n${imports}`);
    const edits = modules.flatMap(([path, dir]) => [`-require=${path}@v0.0.0`, `-replace=${path}=${dir}`]);
    if (edits.length > 0) await run(['go', 'mod', 'edit', ...edits], { cwd: folder, env });
    await run(['go', 'get', `${orchestrion}@${orchestrionVersion}`], { cwd: folder, env });
    if (edits.length > 0) await run(['go', 'mod', 'tidy'], { cwd: folder, env });
    return [join(bin, 'orchestrion'), 'go'];
  },
};

/**
 * @typedef {object} Measured
 * @property {number} ms
 * @property {number | undefined} cpuMs
 * @property {number} compiles packages compiled
 * @property {number | undefined} sampledBytes peak memory of the watched process, as the kernel saw it
 * @property {number | undefined} reportedBytes the same as gots tells it
 */

/**
 * Builds with the runner's tool, timed, and checks the program.
 *
 * @param {Awaited<ReturnType<typeof createRunner>>} runner
 * @param {{ flags?: readonly string[], command?: readonly string[], env?: NodeJS.ProcessEnv }} [how] another command than the tool's own
 * @returns {Promise<Measured>}
 */
export async function build(runner, { flags = [], command = runner.command, env = {} } = {}) {
  const { project } = runner;
  const isOwn = flags.length === 0 && command === runner.command && Object.keys(env).length === 0;
  runner.isSettled = false;
  const measured = await time(runner, [...command, 'build', ...flags, '-o', 'bench-app', '.'], env);
  await verify(project, { woven: runner.tool !== 'plain', env: runner.setting.env });
  runner.isSettled = isOwn;
  return measured;
}

/**
 * Times one command in the runner's copy, some seconds after the last.
 *
 * @returns {Promise<Measured>}
 */
export async function time(runner, command, env = {}) {
  const stats = join(runner.setting.scratch, 'stats.json');
  rmSync(stats, { force: true });
  const before = actionEntries(Object.values(runner.caches));
  await setTimeout(pauseMs);
  const { ms, cpuMs, peakBytes } = await inTurn(async () => {
    runner.beforeTimed?.();
    return await measure(command, {
      cwd: runner.project.folder,
      env: { ...environment(runner), GOTS_STATS: stats, ...env },
      watch: watches[runner.tool],
    });
  });
  const compiles = countCompiles(before, Object.values(runner.caches));
  const reportedBytes = existsSync(stats) ? JSON.parse(readFileSync(stats, 'utf8')).maxRssBytes : undefined;
  return { ms, cpuMs, compiles, sampledBytes: peakBytes, reportedBytes };
}

/** The variables that `gots env` prints for the runner's copy. */
export async function wovenEnvironment(runner) {
  const [gots] = runner.command;
  const options = { cwd: runner.project.folder, env: environment(runner) };
  return JSON.parse(await run([gots, 'env', '--format', 'json'], options));
}

/** Empties the caches and removes the program, and waits until the file system has done so too: else the next build would pay for it. */
export async function forget(runner) {
  for (const folder of [...Object.values(runner.caches), runner.project.program]) {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
  await run(['sync'], { cwd: runner.setting.scratch, env: process.env });
}

/**
 * Gives the runner a GOCACHE and a program such as a plain `go build` leaves them, and an empty cache of its own.
 * What is not the application's own comes from `seed`, a GOCACHE that an earlier plain build filled; it is made when missing.
 */
export async function pretendPlain(runner, seed) {
  await forget(runner);
  if (existsSync(seed)) cpSync(seed, runner.caches.go, { recursive: true, preserveTimestamps: true });
  await run(['go', 'build', '-o', 'bench-app', '.'], { cwd: runner.project.folder, env: environment(runner) });
  if (!existsSync(seed)) cpSync(runner.caches.go, seed, { recursive: true, preserveTimestamps: true });
}

function environment({ setting, caches }) {
  return { ...setting.env, GOCACHE: caches.go, GOTS_CACHE: caches.gots };
}
