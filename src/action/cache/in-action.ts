import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { megabytes, seconds } from '../../base/amounts.ts';
import { commandContext } from '../../cli/command-context.ts';
import { goEnv } from '../../go/go-env.ts';
import { type ActionContext, cliContext } from '../action-context.ts';
import { readInputs } from '../inputs/read-inputs.ts';
import type { RunResults } from '../results.ts';
import { addSummary } from '../runner/add-summary.ts';
import type { Commands } from '../runner/commands.ts';
import { withoutCredentials } from '../shared-cache/credentials.ts';
import { openSharedCache, type SharedState } from '../shared-cache/open-shared-cache.ts';
import type { SharedCache } from '../shared-cache/shared-cache.ts';
import { fetchedSummary, storedSummary } from '../shared-cache/shared-summary.ts';
import { storeAtEnd } from '../shared-cache/store-at-end.ts';
import { aspectEntries, buildPlaceOf } from '../targets/build-targets.ts';
import { type RestoredCaches, restoreCaches, stateFile } from './caches.ts';
import { saveCaches } from './save.ts';
import type { CacheVoice } from './voice.ts';

/** Names under which the main step leaves word for the last one. */
const states = { caches: 'caches', builds: 'builds', shared: 'shared' } as const;

/** How the builds of the main step ended; `later`: they are made by the job's own steps. */
type Builds = 'complete' | 'incomplete' | 'later';

/** Settings that change what a compiler makes; what they stand for is in the names of entries, not in those of caches. */
const settings = [
  'GOFLAGS',
  'GOEXPERIMENT',
  'GOAMD64',
  'GOARM64',
  'CGO_ENABLED',
  'CC',
  'CXX',
  'CGO_CFLAGS',
  'CGO_LDFLAGS',
];

/** The context of builds with their caches. */
export interface Cached {
  readonly context: ActionContext;
  readonly shared: SharedCache | undefined;
}

/** How long the job waits at its end until builds are stored in the shared cache. */
const storeLimitMs = 5 * 60_000;

/**
 * Restores the caches of earlier runs before the first build, and leaves word for {@link saveAtEnd}. Where there is a shared cache, it begins to
 * bring what the first build needs, and is not waited for.
 *
 * @returns the context in which go commands note what they use; the same one outside a module, where nothing will be built
 * @throws GotsError of go env, and of the settings of the shared cache
 */
export async function withCaches(given: ActionContext): Promise<Cached> {
  const { inputs, commands, env } = given;
  const cli = cliContext(given);
  const go = await goEnv(cli.go, given.cwd, cli.env);
  if (go.goMod === '') return { context: withoutShared(given), shared: undefined };
  const { shared, state, context } = await openSharedCache(given, go);
  if (state) commands.saveState(states.shared, JSON.stringify(state));
  const [target] = inputs.targets;
  const early = target && shared ? buildPlaceOf(context, target) : undefined;
  // An error of it is one of the build as well, which asks for it again.
  if (early) void shared?.begin(early.cli, early.goArgs, inputs.mode === 'env' ? 'before' : 'beside').catch(() => {});
  const restored = await commands.group('gots: restore caches', () =>
    restoreCaches({
      mode: inputs.cache,
      keepsBuilds: shared === undefined,
      flavour: [
        ...inputs.targets.map(({ name }) => `target ${name}`),
        ...inputs['build-flags'].map((flag) => `build ${flag}`),
        ...inputs['test-flags'].map((flag) => `test ${flag}`),
        ...settings.map((name) => `${name}=${context.childEnv[name] ?? ''}`),
        `${inputs.mode} test=${inputs.test} compare=${inputs.compare} ${inputs['working-directory']}`,
      ],
      go,
      weaveCache: cli.cacheDir,
      home: cli.home,
      aspects: aspectEntries(context),
      env,
      temp: env['RUNNER_TEMP'] || tmpdir(),
      voice: voiceOf(commands, env),
    }),
  );
  commands.saveState(states.caches, stateFile(restored.root));
  commands.setOutput('cache-hit', restored.hit);
  commands.setOutput('cache-key', restored.matchedKey);
  if (restored.touchedFile === '') return { context, shared };
  if (inputs.mode === 'env') commands.exportVariable('GOTS_TOUCHED', restored.touchedFile);
  return { context: { ...context, childEnv: { ...context.childEnv, GOTS_TOUCHED: restored.touchedFile } }, shared };
}

/** Builds outside of a module do without: which shared cache there is, and what this run may do with it, is asked in modules only. */
function withoutShared(context: ActionContext): ActionContext {
  return { ...context, childEnv: withoutCredentials(context.childEnv, false) };
}

/** Ends what the shared cache does beside builds, and tells of it: in the summary, and in one notice if something is wrong. */
export async function endFetches(context: ActionContext, shared: SharedCache | undefined): Promise<void> {
  if (!shared) return;
  const { commands } = context;
  const result = await shared.finish();
  const [problem] = shared.problems;
  if (problem !== undefined) commands.annotate('notice', problem);
  for (const { command, system, report } of result.fetched)
    if (report)
      commands.line(
        `shared cache: ${command} (${system}): ${report.packs} packs, ${report.added} files, ${megabytes(report.bytes)}, ${seconds(report.ms)}`,
      );
  addSummary(context, () => fetchedSummary(result));
}

/** Notes for the last step how the builds ended. Failed tests leave the caches of a build as good as any. */
export function noteBuilds(commands: Commands, results: RunResults | undefined): void {
  const builds: Builds = results === undefined ? 'later' : isComplete(results) ? 'complete' : 'incomplete';
  commands.saveState(states.builds, builds);
}

function isComplete({ outcome, targets }: RunResults): boolean {
  return (
    outcome !== 'cancelled' && targets.every((target) => target.outcome === 'passed' || target.tests !== undefined)
  );
}

/**
 * Saves the caches of the job at its end.
 *
 * @param env the runner's variables, with what the main step left in STATE_*
 */
export async function saveAtEnd(env: NodeJS.ProcessEnv, commands: Commands): Promise<void> {
  await storeShared(env, commands);
  const file = env[`STATE_${states.caches}`];
  // The main step did not come to it.
  if (!file) return;
  const restored = JSON.parse(readFileSync(file, 'utf8')) as RestoredCaches;
  if (!restored.saves) return;
  const builds = (env[`STATE_${states.builds}`] || 'incomplete') as Builds;
  await commands.group('gots: save caches', () =>
    saveCaches(restored, { builds, hasPlainBuilds: true }, { env, voice: voiceOf(commands, env) }),
  );
}

async function storeShared(env: NodeJS.ProcessEnv, commands: Commands): Promise<void> {
  const text = env[`STATE_${states.shared}`];
  const read = readInputs(env);
  if (!text || read.kind !== 'read') return;
  const state = JSON.parse(text) as SharedState;
  const { inputs } = read;
  const { home } = commandContext(env, process.cwd());
  const stored = await commands.group('gots: store in the shared cache', () =>
    storeAtEnd(state, { env, inputs, commands, home, limitMs: storeLimitMs }),
  );
  if (stored) addSummary({ inputs, env }, () => storedSummary(stored));
}

function voiceOf(commands: Commands, env: NodeJS.ProcessEnv): CacheVoice {
  const isDebugging = env['RUNNER_DEBUG'] === '1';
  // What the service says is no command, whatever it looks like.
  const line = (text: string) => commands.line(text.replaceAll(/^(?=::|##\[)/gm, ' '));
  return {
    line,
    notice: (text) => commands.annotate('notice', text),
    mask: commands.mask,
    debug: (text) => {
      if (isDebugging) line(text);
    },
    exportVariable: commands.exportVariable,
  };
}
