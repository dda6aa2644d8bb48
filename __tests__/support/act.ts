import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { RunResults } from '../../src/action/results.ts';
import { goTool } from './go-tool.ts';
import { home, product } from './script.ts';

/** Runs workflows on this machine, as GitHub's runner does. */
const act = 'github.com/nektos/act@v0.2.89';
/** The name by which recipes use the action. */
export const actionName = 'org/gots-action@v1';

/** A checkout with caches of its own, in which workflows are run with act. */
export interface ActRepository {
  readonly dir: string;
  /** A folder that outlives jobs; workflows know it as $KEEP. */
  readonly keep: string;
  /** Environment of act, and of all steps. */
  readonly env: Record<string, string>;
  readonly write: (files: Readonly<Record<string, string>>) => void;
  readonly remove: () => void;
}

export interface ActOptions {
  /** `push` unless given. */
  readonly event?: string;
  /** The event as GitHub would send it. */
  readonly payload?: unknown;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Gets the running act, to end it early. */
  readonly started?: (child: ChildProcess, output: () => string) => void;
}

export interface ActRun {
  readonly exitCode: number;
  /** All that act printed, without its decoration of lines that steps print. */
  readonly output: string;
}

/**
 * A git repository of the files in a folder of this repository and of those given, which replace or add.
 *
 * @param folder relative to the root, such as `__tests__/action/testdata/hello`
 * @param goCache is copied, so that standard packages are not compiled in each test
 */
export function actRepository(
  folder: string,
  goCache: string,
  files: Readonly<Record<string, string>> = {},
): ActRepository {
  const root = mkdtempSync(join(tmpdir(), 'gots-act-'));
  const dir = join(root, 'repository');
  const [keep, temp] = [join(root, 'keep'), join(root, 'temp')];
  for (const path of [keep, temp]) mkdirSync(path);
  cpSync(join(home, folder), dir, { recursive: true });
  cpSync(goCache, join(root, 'gocache'), { recursive: true, preserveTimestamps: true });
  patientNode(join(root, 'bin'));
  const git = (...args: string[]) => execFileSync('git', args, { cwd: dir, stdio: 'pipe' });
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Somebody');
  git('config', 'user.email', 'somebody@example.com');
  git('remote', 'add', 'origin', 'https://github.com/example/hello');
  const write = (more: Readonly<Record<string, string>>) => {
    for (const [path, text] of Object.entries(more)) {
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      writeFileSync(join(dir, path), text);
    }
    git('add', '-A');
    git('commit', '-q', '--allow-empty', '-m', 'change');
  };
  write(files);
  const inherited = Object.entries(process.env).filter(([key]) =>
    /^(PATH|HOME|GOMODCACHE|GOPROXY|GOSUMDB|GONOSUMDB)$|CERT|CA_BUNDLE|CAINFO/.test(key),
  );
  const env = {
    ...(Object.fromEntries(inherited) as Record<string, string>),
    KEEP: keep,
    TMPDIR: temp,
    GOCACHE: join(root, 'gocache'),
    GOTS_CACHE: join(root, 'gots'),
    GOENV: 'off',
    GOTOOLCHAIN: 'local',
    LC_ALL: 'C',
  };
  return { dir, keep, env, write, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/**
 * A `node` that runs node, and where that fails ends a little later: act does not wait for the last output of a step that
 * fails (pkg/container/host_environment.go returns before its terminal is read to the end). Asked for process.execPath, by
 * which act finds node, it names itself.
 */
function patientNode(folder: string): void {
  const self = join(folder, 'node');
  // Not for a shell: that drops variables with a hyphen in their names, such as inputs.
  const lines = [
    `#!${process.execPath}`,
    `if (process.argv.includes('console.log(process.execPath)')) { console.log(${JSON.stringify(self)}); process.exit(); }`,
    `const { spawnSync } = require('node:child_process');`,
    `const { status } = spawnSync(process.execPath, process.argv.slice(2), { stdio: 'inherit' });`,
    `setTimeout(() => process.exit(status ?? 1), status === 0 ? 0 : 500);`,
  ];
  mkdirSync(folder);
  writeFileSync(self, `${lines.join('\n')}\n`, { mode: 0o755 });
}

/** The action as users get it: a folder with nothing but what it needs. */
export function actionFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gots-action-'));
  for (const name of ['action.yml', 'dist', 'helper', 'aspects']) {
    cpSync(join(product, name), join(folder, name), { recursive: true, dereference: true });
  }
  return folder;
}

/** Runs the workflows of a repository; `uses: org/gots-action@v1` is the folder given. */
export function runAct(repository: ActRepository, action: string, options: ActOptions = {}): Promise<ActRun> {
  const { event = 'push', payload, args = [], env = {} } = options;
  const eventFile = join(repository.keep, '..', 'event.json');
  if (payload !== undefined) writeFileSync(eventFile, JSON.stringify(payload));
  const own = [
    ...['-P', 'ubuntu-latest=-self-hosted', '--local-repository', `${actionName}=${action}`],
    ...['--use-new-action-cache', '--action-offline-mode', '--action-cache-path', join(repository.keep, '..', 'act')],
    ...(args.includes('--cache-server-path') ? [] : ['--no-cache-server']),
    ...(payload === undefined ? [] : ['--eventpath', eventFile]),
  ];
  const variables = Object.entries(env).flatMap(([name, value]) => ['--env', `${name}=${value}`]);
  const child = spawn(goTool(act), [event, ...own, ...variables, ...args], {
    cwd: repository.dir,
    env: { ...repository.env, ...env, PATH: `${join(repository.keep, '..', 'bin')}:${repository.env['PATH']}` },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
  }
  options.started?.(child, () => text);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ exitCode: code ?? 1, output: text.replaceAll(/^\[[^\]]*\] {3}\| /gm, '') }));
  });
}

/** A workflow of one job: checkout, the action, a step that copies what it made to $KEEP/made, and more steps. */
export function oneJob(inputs: Readonly<Record<string, string>> = {}, then: readonly unknown[] = []): string {
  const steps = [
    { uses: 'actions/checkout@v7' },
    { id: 'gots', uses: actionName, with: inputs },
    {
      if: "always() && steps.gots.outputs.folder != ''",
      run: `cp -r '\${{ steps.gots.outputs.folder }}' "$KEEP/made"`,
    },
    ...then,
  ];
  return JSON.stringify({ on: ['push', 'pull_request'], jobs: { build: { 'runs-on': 'ubuntu-latest', steps } } });
}

/** What {@link oneJob} kept: the record of the run. */
export function keptResults(repository: ActRepository): RunResults {
  return JSON.parse(readFileSync(join(repository.keep, 'made', 'results.json'), 'utf8')) as RunResults;
}
