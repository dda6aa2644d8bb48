import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hashParts } from '../base/hash.ts';
import type { Log } from '../base/log.ts';
import { quoteWord } from '../go/flags.ts';
import { runtimeDirUnusable, shimBuildFailed } from '../report/codes/toolexec.ts';
import { withLock } from './lock.ts';
import { claimPrivateDir } from './socket-name.ts';

/** What {@link ensureShim} needs. */
export interface ShimOptions {
  /** Path or name of the go command. */
  readonly go: string;
  /** What `go env GOVERSION` prints, such as `go1.26.8`. */
  readonly goVersion: string;
  /** $GOTS_CACHE; the shim lies in `bin` below. */
  readonly cacheDir: string;
  /** `helper/shim`. */
  readonly sourceDir: string;
  readonly log: Log;
}

/**
 * Path of the shim for this machine, built on first use: `<cacheDir>/bin/shim-<hash of its sources and the Go version>`.
 *
 * @returns absolute; fit to be quoted in GOFLAGS, for which it is copied elsewhere if need be
 * @throws GotsError shim_build_failed with what go printed; runtime_dir_unusable
 */
export async function ensureShim(options: ShimOptions): Promise<string> {
  const bin = join(options.cacheDir, 'bin');
  const name = `shim-${sourceHash(options)}`;
  const path = join(bin, name);
  if (!existsSync(path)) {
    await withLock(join(bin, `${name}.lock`), async () => {
      // Another process may have built it while this one waited.
      if (!existsSync(path)) await build(options, path);
    });
  }
  return isQuotable(path) ? path : plainCopy(path, name);
}

function sourceHash({ sourceDir, goVersion }: ShimOptions): string {
  const names = readdirSync(sourceDir)
    .filter((name) => name.endsWith('.go') || name === 'go.mod')
    .sort();
  const parts = names.flatMap((name) => [name, readFileSync(join(sourceDir, name))]);
  return hashParts(goVersion, process.platform, process.arch, ...parts).slice(0, 20);
}

/** No -trimpath: then the packages of the standard library are those that the user's build needs too, and are compiled once for both. */
async function build(options: ShimOptions, path: string): Promise<void> {
  options.log.debug(`building the shim with ${options.goVersion}`);
  const temporary = `${path}.${process.pid}`;
  try {
    const env = await buildEnv(options);
    await runGo(options, ['build', '-ldflags=-s -w', '-o', temporary, '.'], env);
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Settings that say where go finds and keeps things; all others could change what is built. */
const places = 'GOCACHE GOMODCACHE GOPATH GOPROXY GOSUMDB GONOPROXY GONOSUMDB GOINSECURE GOPRIVATE'.split(' ');

/**
 * An environment in which `go build` makes a program for this machine, whatever the caller's variables and `go env -w` ask for.
 * The toolchain is the one that builds the user's program; it is there already, while go's own may be too old.
 */
async function buildEnv(options: ShimOptions): Promise<NodeJS.ProcessEnv> {
  const toolchain = /^go1\S*/.exec(options.goVersion)?.[0] ?? 'local';
  const asked = { ...process.env, GOTOOLCHAIN: toolchain, GOWORK: 'off' };
  const answer = await runGo(options, ['env', '-json', 'GOHOSTOS', 'GOHOSTARCH', ...places], asked);
  const { GOHOSTOS = '', GOHOSTARCH = '', ...kept } = JSON.parse(answer) as Readonly<Record<string, string>>;
  const others = Object.entries(process.env).filter(([name]) => !/^(GO(?!ROOT$|TMPDIR$)|CGO_)/.test(name));
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

async function runGo(options: ShimOptions, args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const output: Record<'stdout' | 'stderr', string> = { stdout: '', stderr: '' };
  const child = spawn(options.go, args, { cwd: options.sourceDir, env, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      output[stream] += text;
    });
  }
  const status = await new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code, signal) => resolve(signal ?? String(code)));
  });
  if (status !== '0') shimBuildFailed([options.go, ...args].join(' '), status, output.stderr.trim());
  return output.stdout;
}

/** Whether `-toolexec=<path>` can stand in GOFLAGS: split twice, with no way to express a word that needs both kinds of quotes. */
function isQuotable(path: string): boolean {
  const once = quoteWord(path);
  return once !== undefined && quoteWord(`-toolexec=${once}`) !== undefined;
}

function plainCopy(path: string, name: string): string {
  const dir = `/tmp/gots-${process.getuid?.() ?? 0}`;
  const reason = claimPrivateDir(dir);
  if (reason !== undefined) runtimeDirUnusable([`${dir}: ${reason}`]);
  const bin = join(dir, 'bin');
  mkdirSync(bin, { recursive: true, mode: 0o700 });
  const copy = join(bin, name);
  if (existsSync(copy)) return copy;
  const temporary = `${copy}.${process.pid}`;
  copyFileSync(path, temporary);
  renameSync(temporary, copy);
  return copy;
}
