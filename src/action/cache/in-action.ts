import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { goEnv } from '../../go/go-env.ts';
import { type ActionContext, cliContext } from '../action-context.ts';
import type { RunResults } from '../results.ts';
import type { Commands } from '../runner/commands.ts';
import { aspectEntries } from '../targets/build-targets.ts';
import { type RestoredCaches, restoreCaches, stateFile } from './caches.ts';
import { saveCaches } from './save.ts';
import type { CacheVoice } from './voice.ts';

/** Names under which the main step leaves word for the last one. */
const states = { caches: 'caches', builds: 'builds' } as const;

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

/**
 * Restores the caches of earlier runs before the first build, and leaves word for {@link saveAtEnd}.
 *
 * @returns the context in which go commands note what they use; the same one outside a module, where nothing will be built
 * @throws GotsError of go env
 */
export async function withCaches(context: ActionContext): Promise<ActionContext> {
  const { inputs, commands, env } = context;
  const cli = cliContext(context);
  const go = await goEnv(cli.go, context.cwd, cli.env);
  if (go.goMod === '') return context;
  const restored = await commands.group('gots: restore caches', () =>
    restoreCaches({
      mode: inputs.cache,
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
  if (restored.touchedFile === '') return context;
  if (inputs.mode === 'env') commands.exportVariable('GOTS_TOUCHED', restored.touchedFile);
  return { ...context, childEnv: { ...context.childEnv, GOTS_TOUCHED: restored.touchedFile } };
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
