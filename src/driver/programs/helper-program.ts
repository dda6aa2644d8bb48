import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hashParts } from '../../base/hash.ts';
import { isHelperSource } from '../../base/helper-source.ts';
import type { Log } from '../../base/log.ts';
import { removeLeftOvers, temporaryName } from '../../base/temporary.ts';
import { appendUsedFiles } from '../../cache/used-files.ts';
import { withLock } from '../../process/lock.ts';
import { runToEnd } from '../../process/spawn.ts';
import { helperBuildFailed } from '../../report/codes/toolexec.ts';
import { isWhole, noteOf, settle } from './program-file.ts';

/** What {@link ensureHelper} needs. */
export interface HelperOptions {
  /** Path or name of the go command. */
  readonly go: string;
  /** What `go env GOVERSION` prints, such as `go1.26.8`. */
  readonly goVersion: string;
  /** $GOTS_CACHE; the programs lie in `bin` below. */
  readonly cacheDir: string;
  /** Folder of the program below `helper`. */
  readonly sourceDir: string;
  readonly log: Log;
  /** The user's environment: where go finds and keeps things. */
  readonly env: NodeJS.ProcessEnv;
  /** $GOTS_TOUCHED: where it is noted that the program was used. */
  readonly touchedFile?: string | undefined;
}

/** The Go programs that come as source. */
export type HelperName = 'shim' | 'oracle' | 'gate';

/**
 * Path of a helper program for this machine, built on first use: `<cacheDir>/bin/<name>-<hash of its sources and the Go version>`.
 * One that is damaged, or that somebody else may have written, is built again: it runs as part of every build.
 *
 * @throws GotsError shim_build_failed, oracle_build_failed or gate_build_failed, with what go printed
 */
export async function ensureHelper(name: HelperName, options: HelperOptions): Promise<string> {
  const bin = join(options.cacheDir, 'bin');
  const file = helperName(name, options);
  const path = join(bin, file);
  if (!isWhole(path)) {
    await withLock(join(bin, `${file}.lock`), async () => {
      // Another process may have built it while this one waited.
      if (!isWhole(path)) await build(name, options, path);
    });
  }
  if (options.touchedFile)
    appendUsedFiles(options.touchedFile, [{ dir: options.cacheDir, names: [`bin/${file}`, noteOf(`bin/${file}`)] }]);
  return path;
}

/** Name of a helper program's file, which tells its sources, the toolchain and the system. */
export function helperName(
  name: HelperName,
  { sourceDir, goVersion }: Pick<HelperOptions, 'sourceDir' | 'goVersion'>,
): string {
  const names = readdirSync(sourceDir).filter(isHelperSource).sort();
  const parts = names.flatMap((name) => [name, readFileSync(join(sourceDir, name))]);
  return `${name}-${hashParts(goVersion, process.platform, process.arch, ...parts).slice(0, 20)}`;
}

/** No -trimpath: then the packages of the standard library are those that the user's build needs too, and are compiled once for both. */
async function build(name: HelperName, options: HelperOptions, path: string): Promise<void> {
  options.log.debug(`building the ${name} with ${options.goVersion}`);
  const temporary = temporaryName(path);
  try {
    const env = await buildEnv(name, options);
    await runGo(name, options, ['build', '-ldflags=-s -w', '-o', temporary, '.'], env);
    settle(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
    removeLeftOvers(dirname(path));
  }
}

/** Settings that say where go finds and keeps things; all others could change what is built. */
const places = 'GOCACHE GOMODCACHE GOPATH GOPROXY GOSUMDB GONOPROXY GONOSUMDB GOINSECURE GOPRIVATE'.split(' ');

/**
 * An environment in which `go build` makes a program for this machine, whatever the caller's variables and `go env -w` ask for.
 * The toolchain is the one that builds the user's program; it is there already, while go's own may be too old.
 */
async function buildEnv(name: HelperName, options: HelperOptions): Promise<NodeJS.ProcessEnv> {
  const toolchain = /^go1\S*/.exec(options.goVersion)?.[0] ?? 'local';
  const asked = { ...options.env, GOTOOLCHAIN: toolchain, GOWORK: 'off', GOCACHEPROG: '' };
  const answer = await runGo(name, options, ['env', '-json', 'GOHOSTOS', 'GOHOSTARCH', ...places], asked);
  const { GOHOSTOS = '', GOHOSTARCH = '', ...kept } = JSON.parse(answer) as Readonly<Record<string, string>>;
  const others = Object.entries(options.env).filter(([key]) => !/^(GO(?!ROOT$|TMPDIR$)|CGO_)/.test(key));
  return {
    ...Object.fromEntries(others),
    ...kept,
    GOENV: 'off',
    GOTOOLCHAIN: toolchain,
    GOOS: GOHOSTOS,
    GOARCH: GOHOSTARCH,
    GOWORK: 'off',
    GOFLAGS: '-buildvcs=false',
    CGO_ENABLED: '0',
  };
}

async function runGo(
  name: HelperName,
  options: HelperOptions,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<string> {
  const failed = (status: string, stderr: string) =>
    helperBuildFailed(name, [options.go, ...args].join(' '), status, stderr.trim());
  const { code, signal, stdout, stderr } = await runToEnd({
    program: options.go,
    args,
    cwd: options.sourceDir,
    env,
  }).catch((error: Error) => failed(error.message, ''));
  return code === 0 ? stdout : failed(signal ?? String(code), stderr);
}
