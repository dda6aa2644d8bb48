import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseTxtar } from './txtar.ts';

export const home = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The installation under test: this checkout, unless GOTS_TEST_HOME names another folder with dist/, helper/ and aspects/. */
const product = process.env['GOTS_TEST_HOME'] ?? home;

/** State of a running script. */
export interface Script {
  readonly name: string;
  /** $WORK: the files of the archive lie below. */
  readonly work: string;
  cwd: string;
  readonly env: Record<string, string>;
  stdout: string;
  stderr: string;
  readonly background: { readonly child: ChildProcess; readonly ended: Promise<number> }[];
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
    LC_ALL: 'C',
  });
  mkdirSync(env['TMPDIR'] as string);
  cpSync(caches.goCache, env['GOCACHE'] as string, { recursive: true, preserveTimestamps: true });
  const script: Script = { name, work, cwd: work, env, stdout: '', stderr: '', background: [], line: '' };
  return { script, lines: comment.split('\n') };
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
    child.stdin.end(input ?? '');
    child.on('error', reject);
    child.on('close', (code, signal) => {
      script.stdout = Buffer.concat(out).toString('utf8');
      script.stderr = Buffer.concat(err).toString('utf8');
      done(code ?? (signal ? 128 : 0));
    });
  });
}

/** The command line that begins every `gots`. */
export const gots = ['node', join(product, 'dist', 'cli.mjs')];

async function exec(script: Script, argv: readonly string[], negated: boolean): Promise<void> {
  if (argv.at(-1) === '&') {
    const [program, ...args] = argv.slice(0, -1);
    const child = spawn(program as string, args, {
      cwd: script.cwd,
      env: { ...script.env, PWD: script.cwd },
      stdio: 'ignore',
    });
    const ended = new Promise<number>((done) => child.on('close', (code, signal) => done(code ?? (signal ? 128 : 0))));
    script.background.push({ child, ended });
    return;
  }
  const code = await run(script, argv);
  if (negated !== (code !== 0)) fail(script, `exit code ${code}`);
}

function match(script: Script, text: string, args: readonly string[], negated: boolean): void {
  const count = /^-count=(\d+)$/.exec(args[0] ?? '')?.[1];
  const pattern = new RegExp(args.at(-1) as string, 'gm');
  const found = [...text.matchAll(pattern)].length;
  const ok = count === undefined ? found > 0 : found === Number(count);
  if (ok === negated) fail(script, `${found} matches of ${pattern}`);
}

function path(script: Script, name: string | undefined): string {
  return resolve(script.cwd, name ?? '');
}

function same(script: Script, a: string | undefined, b: string | undefined, negated: boolean): void {
  const read = (name: string | undefined) =>
    name === 'stdout'
      ? Buffer.from(script.stdout)
      : name === 'stderr'
        ? Buffer.from(script.stderr)
        : readFileSync(path(script, name));
  if (read(a).equals(read(b)) === negated) fail(script, `${a} and ${b} ${negated ? 'are equal' : 'differ'}`);
}

/** The language of the scripts: a subset of cmd/go's own, with `gots` beside `go`. */
export const commands: Readonly<Record<string, ScriptCommand>> = {
  exec: (script, args, negated) => exec(script, args, negated),
  go: (script, args, negated) => exec(script, ['go', ...args], negated),
  gots: (script, args, negated) => exec(script, [...gots, ...args], negated),
  stdout: (script, args, negated) => match(script, script.stdout, args, negated),
  stderr: (script, args, negated) => match(script, script.stderr, args, negated),
  grep: (script, args, negated) =>
    match(script, readFileSync(path(script, args.at(-1)), 'utf8'), args.slice(0, -1), negated),
  cmp: (script, [a, b], negated) => same(script, a, b, negated),
  exists: (script, [name], negated) => {
    if (existsSync(path(script, name)) === negated) fail(script, `${name} ${negated ? 'exists' : 'does not exist'}`);
  },
  env: (script, args) => {
    for (const word of args) {
      const [name = '', ...value] = word.split('=');
      if (word.includes('=')) script.env[name] = value.join('=');
      else delete script.env[name];
    }
  },
  /** Takes `export NAME='value'` lines from the last command's output, as `eval "$(gots env)"` does. */
  'env-from-stdout': (script) => {
    for (const [, name, value] of script.stdout.matchAll(/^export (\w+)='((?:[^']|'\\'')*)'$/gm)) {
      script.env[name as string] = (value as string).replaceAll("'\\''", "'");
    }
  },
  cd: (script, [dir]) => {
    script.cwd = path(script, dir);
  },
  cp: (script, [from, to]) => cpSync(path(script, from), path(script, to), { recursive: true }),
  mv: (script, [from, to]) => renameSync(path(script, from), path(script, to)),
  rm: (script, args) => {
    for (const name of args) rmSync(path(script, name), { recursive: true, force: true });
  },
  mkdir: (script, args) => {
    for (const name of args) mkdirSync(path(script, name), { recursive: true });
  },
  symlink: (script, [name, , target]) => symlinkSync(target as string, path(script, name)),
  chmod: (script, [mode, ...names]) => {
    for (const name of names) chmodSync(path(script, name), Number.parseInt(mode as string, 8));
  },
  /** `edit FILE FROM TO`: replaces a text that must occur. */
  edit: (script, [name, from, to]) => {
    const text = readFileSync(path(script, name), 'utf8');
    if (!text.includes(from as string)) fail(script, `${name} does not hold ${from}`);
    writeFileSync(path(script, name), text.replace(from as string, (to as string).replaceAll('\\n', '\n')));
  },
  save: (script, [stream, name]) =>
    writeFileSync(path(script, name), stream === 'stderr' ? script.stderr : script.stdout),
  sleep: (_script, [ms]) => new Promise((done) => setTimeout(done, Number(ms))),
  /** Waits for every program started with `&`; all must have ended well, or badly behind `!`. */
  wait: async (script, _args, negated) => {
    for (const { ended } of script.background.splice(0)) {
      const code = await ended;
      if (negated !== (code !== 0)) fail(script, `a background program ended with ${code}`);
    }
  },
  kill: (script, [signal]) => {
    for (const { child } of script.background) child.kill((signal ?? 'SIGKILL') as NodeJS.Signals);
  },
  /** `stats KEY OP NUMBER` of the last build with GOTS_STATS=$WORK/stats.json. */
  stats: (script, [key, op, wanted]) => {
    const stats = JSON.parse(readFileSync(join(script.work, 'stats.json'), 'utf8')) as Record<string, number>;
    const value = stats[key as string] ?? Number.NaN;
    const ok = op === '=' ? value === Number(wanted) : op === '>' ? value > Number(wanted) : value < Number(wanted);
    if (!ok) fail(script, `${key} is ${value}: ${JSON.stringify(stats)}`);
  },
  /** `corrupt DIR PATTERN`: cuts every file of a cache whose name matches to half its size. */
  corrupt: (script, [dir, pattern]) => {
    let count = 0;
    for (const file of filesBelow(path(script, dir))) {
      if (!new RegExp(pattern as string).test(file)) continue;
      const bytes = readFileSync(file);
      rmSync(file);
      writeFileSync(file, bytes.subarray(0, bytes.length / 2));
      count++;
    }
    if (count === 0) fail(script, `no file below ${dir} matches ${pattern}`);
  },
};

export function* filesBelow(dir: string): Generator<string> {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const file = join(dir, entry.name);
    if (entry.isDirectory()) yield* filesBelow(file);
    else if (statSync(file).isFile()) yield file;
  }
}

/** Runs the lines of a script; `#` begins a comment, `!` wants failure. */
export async function runScript(
  script: Script,
  lines: readonly string[],
  more: Readonly<Record<string, ScriptCommand>> = {},
): Promise<void> {
  const all = { ...commands, ...more };
  for (const line of lines) {
    script.line = line.trim();
    if (script.line === '' || script.line.startsWith('#')) continue;
    const [first = '', ...rest] = words(script.line, script.env);
    const negated = first === '!';
    const [name = '', ...args] = negated ? rest : [first, ...rest];
    const command = all[name];
    if (!command) fail(script, `unknown command ${name}`);
    await command(script, args, negated);
  }
}
