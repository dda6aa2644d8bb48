import { accessSync, constants, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileState } from '../../base/file-state.ts';
import { hashParts } from '../../base/hash.ts';
import { namesIfThere, readIfThere } from '../../base/read-if-there.ts';
import { readSealed } from '../../base/sealed.ts';
import { configurationVariables, isConfiguration } from '../../dialects/facts.ts';
import { splitQuoted } from '../../go/flags.ts';
import { type SettingsPlaces, settingsFiles } from '../../go/settings-file.ts';
import type { CommandContext } from '../command-context.ts';
import { wovenVariables } from './woven-variables.ts';

/**
 * What the last start of a go command found out. It holds no value of the environment and no command line: those are in the name of
 * its file, hashed, and what is needed of them is taken from the environment again.
 */
export interface LastStart {
  /** In ms since 1970. */
  readonly savedMs: number;
  /** The go command, absolute. */
  readonly go: string;
  readonly goRoot: string;
  readonly planFile: string;
  readonly shim: string;
  /** The overlay of modules that are raised; '' where none is. */
  readonly overlay: string;
  /** Folder of the main module, and the names of the files in it that configure it. */
  readonly moduleDir: string;
  readonly configurations: readonly string[];
  /** {@link fileState} by path of all that was looked at to find this out. */
  readonly watched: readonly (readonly [path: string, state: string])[];
}

/** Commands of go that compile the module's packages. All others run as they are. */
export const buildingCommands: ReadonlySet<string> = new Set(['build', 'run', 'test', 'install', 'vet', 'list']);

/** Plans that are in use are marked once a day, which this way does not do. */
const maxAgeMs = 3_600_000;

export const lastStartKind = 'start 1';

/**
 * The variables of a woven go command from the last start of the same command, if nothing has changed that they follow from: no go
 * command is asked and no plan is read.
 *
 * @param goArgs arguments of the go command
 * @returns undefined where that must be looked at again
 */
export function lastStart(
  context: CommandContext,
  goArgs: readonly string[],
): Readonly<Record<string, string>> | undefined {
  try {
    return ofLastStart(context, goArgs);
  } catch {
    // What cannot be looked at is for the long way to tell of.
    return undefined;
  }
}

function ofLastStart(context: CommandContext, goArgs: readonly string[]): ReturnType<typeof lastStart> {
  const file = lastStartFile(context, goArgs);
  if (file === undefined) return undefined;
  const sealed = readSealed(file, lastStartKind);
  if ('reason' in sealed) return undefined;
  const known = JSON.parse(sealed.text) as LastStart;
  const { savedMs, go, goRoot, planFile, shim, overlay, moduleDir, configurations, watched } = known;
  const age = Date.now() - savedMs;
  if (age < 0 || age > maxAgeMs || goProgram(context) !== go) return undefined;
  if (watched.some(([path, state]) => fileState(path) !== state)) return undefined;
  if (configurationsIn(moduleDir).join('\n') !== configurations.join('\n')) return undefined;
  const { goflags, goCacheProg } = userSettings(context.env, goRoot);
  const flags = [...splitQuoted(goflags), ...(overlay === '' ? [] : [`-overlay=${overlay}`])];
  return wovenVariables(context, { flags, goCacheProg, shim, planFile, env: context.env });
}

/**
 * Where the start of a command is noted, named by all that is given to it.
 *
 * @returns undefined for commands of which nothing is noted: those inside of `gots env`, those that note what they use, with
 *   `-C`, and those that do not weave
 */
export function lastStartFile(context: CommandContext, goArgs: readonly string[]): string | undefined {
  const { env, cwd, cacheDir, home } = context;
  if (!buildingCommands.has(goArgs[0] ?? '') || goArgs.some((word) => /^--?C(=|$)/.test(word))) return undefined;
  if (['GOTS_SAVED', 'GOTS_PLAN', 'GOTS_TOOLEXEC', 'GOTS_TOUCHED'].some((name) => env[name])) return undefined;
  const settings = Object.keys(env).filter(decides).sort();
  const parts = [cwd, home, process.execPath, process.version, 'arguments', ...goArgs, 'environment'];
  const key = hashParts(...parts, ...settings.map((name) => `${name}=${env[name]}`));
  return join(cacheDir, 'builds', `${key.slice(0, 32)}.start`);
}

/** Whether a variable has a say in what go and gots find out before a build. */
function decides(name: string): boolean {
  return (
    /^(GO|CGO_|NODE_|XDG_)|^(PATH|HOME|PWD|TMPDIR|CC|CXX|FC|AR)$/.test(name) || configurationVariables.includes(name)
  );
}

/** The go command that a start runs; undefined where PATH does not say it plainly. */
export function goProgram({ go, env }: Pick<CommandContext, 'go' | 'env'>): string | undefined {
  if (go.includes('/')) return go.startsWith('/') ? go : undefined;
  for (const dir of (env['PATH'] ?? '').split(':')) {
    if (!dir.startsWith('/')) return undefined;
    if (isProgram(join(dir, go))) return join(dir, go);
  }
  return undefined;
}

function isProgram(path: string): boolean {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Names of the files in a folder that configure the module there, sorted. */
export function configurationsIn(dir: string): readonly string[] {
  return namesIfThere(dir).filter(isConfiguration);
}

/**
 * The user's GOFLAGS and GOCACHEPROG as go knows them: of the environment, else of `go env -w`, else the toolchain's own.
 *
 * @see cmd/go/internal/cfg/cfg.go, Getenv and readEnvFile (Go 1.24 to 1.27)
 */
export function userSettings(
  env: NodeJS.ProcessEnv,
  goRoot: string,
): { readonly goflags: string; readonly goCacheProg: string } {
  const places: SettingsPlaces = { GOENV: env['GOENV'], HOME: env['HOME'], XDG_CONFIG_HOME: env['XDG_CONFIG_HOME'] };
  const [ofToolchain = [], own = []] = settingsFiles(places, goRoot).map((file) => readIfThere(file).split('\n'));
  const value = (name: string): string => {
    const isIt = (line: string): boolean => line.startsWith(`${name}=`);
    const line = own.filter(isIt).at(-1) ?? ofToolchain.find(isIt) ?? '';
    return env[name] || line.slice(name.length + 1);
  };
  return { goflags: value('GOFLAGS'), goCacheProg: value('GOCACHEPROG') };
}
