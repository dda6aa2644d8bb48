import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseTxtar } from './txtar.ts';

export const home = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The installation under test: this checkout, unless GOTS_TEST_HOME names another folder with dist/, helper/ and aspects/. */
export const product = process.env['GOTS_TEST_HOME'] ?? home;

/** A program started with `&`; it leads a process group of its own. */
export interface Background {
  readonly child: ChildProcess;
  readonly ended: Promise<number>;
  readonly output: { stdout: string; stderr: string };
}

/** State of a running script. */
export interface Script {
  readonly name: string;
  /** $WORK: the files of the archive lie below. */
  readonly work: string;
  cwd: string;
  readonly env: Record<string, string>;
  stdout: string;
  stderr: string;
  /** Exit code of the last program. */
  code: number;
  readonly background: Background[];
  /** What must be undone when the script has ended, last first. */
  readonly cleanups: (() => void)[];
  /** Line being run, for messages. */
  line: string;
}

/** A command of the script language; it throws to fail. */
export type ScriptCommand = (script: Script, args: readonly string[], negated: boolean) => Promise<void> | void;

export function fail(script: Script, why: string): never {
  throw new Error(`${script.name}: ${script.line}\n${why}\nstdout:\n${script.stdout}\nstderr:\n${script.stderr}`);
}

/** Makes the work folder of a script with caches of its own, and unpacks the files. */
export function makeScript(
  name: string,
  archive: string,
  caches: { readonly goCache: string },
): { script: Script; lines: string[] } {
  const { comment, files } = parseTxtar(archive);
  const work = mkdtempSync(join(tmpdir(), 'gots-script-'));
  for (const file of files) {
    const path = join(work, file.name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytesOf(file.text));
  }
  const inherited = ['PATH', 'HOME', 'GOMODCACHE', 'GOPROXY', 'GOSUMDB', 'GONOSUMDB', 'GOFLAGS_TEST'];
  const env: Record<string, string> = {};
  for (const key of [...inherited, ...Object.keys(process.env).filter((k) => /CERT|CA_BUNDLE|CAINFO/.test(k))]) {
    if (process.env[key] !== undefined) env[key] = process.env[key];
  }
  Object.assign(env, {
    WORK: work,
    TMPDIR: join(work, '.tmp'),
    GOCACHE: join(work, '.gocache'),
    GOTS_CACHE: join(work, '.gots'),
    GOENV: 'off',
    GOTOOLCHAIN: 'local',
    GOTS_HOME: product,
    NODE: process.execPath,
    LC_ALL: 'C',
  });
  mkdirSync(env['TMPDIR'] as string);
  cpSync(caches.goCache, env['GOCACHE'] as string, { recursive: true, preserveTimestamps: true });
  const state = { stdout: '', stderr: '', code: 0, background: [], cleanups: [], line: '' };
  return { script: { name, work, cwd: work, env, ...state }, lines: comment.split('\n') };
}

/** Files may hold bytes that a text cannot: `\x{EFBBBF}` in a txtar file stands for those bytes when the first line says `#!bytes`. */
function bytesOf(text: string): Buffer {
  if (!text.startsWith('#!bytes\n')) return Buffer.from(text);
  const latin = Buffer.from(text.slice('#!bytes\n'.length)).toString('latin1');
  return Buffer.from(
    latin.replace(/\\x\{([0-9A-Fa-f]+)\}/g, (_, hex: string) => Buffer.from(hex, 'hex').toString('latin1')),
    'latin1',
  );
}

/** Splits a line into words: blanks separate, 'single quotes' keep, $NAME and ${NAME} are replaced outside of them. */
export function words(line: string, env: Readonly<Record<string, string>>): string[] {
  const result: string[] = [];
  let current: string | undefined;
  for (const part of line.matchAll(/'((?:[^']|'')*)'|(\s+)|([^\s']+)/g)) {
    if (part[2] !== undefined) {
      if (current !== undefined) result.push(current);
      current = undefined;
    } else if (part[1] !== undefined) current = (current ?? '') + part[1].replaceAll("''", "'");
    else
      current = (current ?? '') + (part[3] as string).replace(/\$\{?(\w+)\}?/g, (_, name: string) => env[name] ?? '');
  }
  if (current !== undefined) result.push(current);
  return result;
}

/** Runs a program to its end, keeping what it prints. */
export function run(script: Script, argv: readonly string[], input?: string): Promise<number> {
  return new Promise((done, reject) => {
    const child = spawn(argv[0] as string, argv.slice(1), { cwd: script.cwd, env: { ...script.env, PWD: script.cwd } });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    // A program may end without reading what it is given.
    child.stdin.on('error', () => {});
    // A program that ends without reading its input is no error.
    child.stdin.on('error', () => {});
    child.stdin.end(input ?? '');
    child.on('error', reject);
    child.on('close', (code, signal) => {
      script.stdout = Buffer.concat(out).toString('utf8');
      script.stderr = Buffer.concat(err).toString('utf8');
      script.code = code ?? 128 + (signal ? constants.signals[signal] : 0);
      done(script.code);
    });
  });
}

/** The command line that begins every `gots`. */
export const gots = [process.execPath, join(product, 'dist', 'cli.mjs')];

/** Ends what the script left running, undoes its mounts, and removes its folder unless GOTS_KEEP is set. */
export async function endScript(script: Script): Promise<void> {
  for (const { child } of script.background.splice(0)) signalGroup(child, 'SIGKILL');
  for (const cleanup of script.cleanups.splice(0).reverse()) cleanup();
  if (process.env['GOTS_KEEP']) return;
  await run({ ...script, cwd: tmpdir() }, ['chmod', '-R', 'u+w', script.work]);
  rmSync(script.work, { recursive: true, force: true });
}

/** Sends a signal to a background program and all it started, as a terminal does. */
export function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    process.kill(-(child.pid as number), signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
