// One tool under measurement: its copy of the application, its caches, and how it builds.
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { actionEntries, countCompiles } from './compiles.mjs';
import { measure, run } from './measure.mjs';
import { copyApp, verify } from './project.mjs';

/** The version that Orchestrion is installed and pinned at. */
export const orchestrionVersion = 'v1.15.0';
const orchestrion = 'github.com/DataDog/orchestrion';

/** What the processes whose memory is of interest have on their command lines. */
const watches = { plain: undefined, gots: /cacheprog\.mjs/, orchestrion: /bin\/orchestrion go / };

/**
 * @typedef {object} Setting what all runners share
 * @property {string} root gots' repository
 * @property {string} scratch folder for everything that is written
 * @property {string} goroot
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
  const project = copyApp(join(folder, 'app'));
  return {
    tool,
    setting,
    project,
    program: join(folder, 'bench-app'),
    caches: { go: join(folder, 'gocache'), gots: join(folder, 'gotscache') },
    command: await commands[tool](setting, project),
  };
}

/** Per tool: what stands before `build` on the command line. */
const commands = {
  plain: async () => ['go'],
  gots: async ({ root }) => {
    const cli = join(root, 'dist/cli.mjs');
    if (!existsSync(cli))
      throw new Error('dist/cli.mjs is missing: run "npm run build", or leave gots out with --tools');
    return [process.execPath, cli, 'go'];
  },
  orchestrion: async ({ scratch, env }, project) => {
    const bin = join(scratch, 'bin');
    await run(['go', 'install', `${orchestrion}@${orchestrionVersion}`], { cwd: scratch, env: { ...env, GOBIN: bin } });
    const tool = `//go:build tools\n\npackage tools\n\nimport _ "${orchestrion}"\n`;
    writeFileSync(join(project.folder, 'orchestrion.tool.go'), tool);
    await run(['go', 'get', `${orchestrion}@${orchestrionVersion}`], { cwd: project.folder, env });
    return [join(bin, 'orchestrion'), 'go'];
  },
};

/**
 * Builds with the runner's tool, timed, and checks the program.
 *
 * @param {Awaited<ReturnType<typeof createRunner>>} runner
 * @param {readonly string[]} flags for `go build`
 * @returns {Promise<{ ms: number, compiles: number, sampledBytes: number | undefined, reportedBytes: number | undefined }>}
 *   `sampledBytes` as the kernel saw it, `reportedBytes` as gots tells it
 */
export async function build(runner, flags = []) {
  const stats = join(runner.setting.scratch, 'stats.json');
  rmSync(stats, { force: true });
  const before = actionEntries(Object.values(runner.caches));
  const { ms, peakBytes } = await measure([...runner.command, 'build', ...flags, '-o', runner.program, '.'], {
    cwd: runner.project.folder,
    env: { ...environment(runner), GOTS_STATS: stats },
    watch: watches[runner.tool],
  });
  const compiles = countCompiles(before, Object.values(runner.caches));
  await verify(runner.project, runner.program, { woven: runner.tool !== 'plain', env: runner.setting.env });
  const reportedBytes = existsSync(stats) ? JSON.parse(readFileSync(stats, 'utf8')).maxRssBytes : undefined;
  return { ms, compiles, sampledBytes: peakBytes, reportedBytes };
}

/** Empties the caches and removes the program. */
export function forget(runner) {
  for (const folder of [...Object.values(runner.caches), runner.program]) {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/**
 * Gives the runner a GOCACHE and a program such as a plain `go build` leaves them, and an empty cache of its own.
 * What is not the application's own comes from `seed`, a GOCACHE that an earlier plain build filled; it is made when missing.
 */
export async function pretendPlain(runner, seed) {
  forget(runner);
  if (existsSync(seed)) cpSync(seed, runner.caches.go, { recursive: true, preserveTimestamps: true });
  await run(['go', 'build', '-o', runner.program, '.'], { cwd: runner.project.folder, env: environment(runner) });
  if (!existsSync(seed)) cpSync(runner.caches.go, seed, { recursive: true, preserveTimestamps: true });
}

function environment({ setting, caches }) {
  return { ...setting.env, GOCACHE: caches.go, GOTS_CACHE: caches.gots };
}
