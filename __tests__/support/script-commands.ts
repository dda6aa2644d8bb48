import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { parseUsedFiles } from '../../src/cache/used-files.ts';
import { fail, gots, run, type Script, type ScriptCommand, signalGroup, words } from './script.ts';
import { systemCommands, waitUntil } from './script-system.ts';

async function exec(script: Script, argv: readonly string[], negated: boolean): Promise<void> {
  if (argv.at(-1) === '&') {
    const [program, ...args] = argv.slice(0, -1);
    const child = spawn(program as string, args, {
      cwd: script.cwd,
      env: { ...script.env, PWD: script.cwd },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const output = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8').on('data', (text: string) => {
        output[stream] += text;
      });
    }
    const ended = new Promise<number>((done) => child.on('close', (code) => done(code ?? 128)));
    script.background.push({ child, ended, output });
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
  /** `unread ARGS`: gots, with a reader that ends before it writes. */
  unread: (script, args, negated) =>
    exec(script, ['bash', '-c', '"$@" 2>&1 | true; exit $PIPESTATUS', 'bash', ...gots, ...args], negated),
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
  /** Waits for every program started with `&`; all must have ended well, or badly behind `!`. Their output is put together. */
  wait: async (script, _args, negated) => {
    const programs = script.background.splice(0);
    const codes = await Promise.all(programs.map(({ ended }) => ended));
    for (const stream of ['stdout', 'stderr'] as const) {
      script[stream] = programs.map(({ output }) => output[stream]).join('');
    }
    for (const code of codes) if (negated !== (code !== 0)) fail(script, `a background program ended with ${code}`);
  },
  /** `kill SIGNAL`: to every background program and all in its process group. */
  kill: (script, [signal]) => {
    for (const { child } of script.background) signalGroup(child, (signal ?? 'SIGKILL') as NodeJS.Signals);
  },
  /** `status N`: how the last program ended. */
  status: (script, [wanted], negated) => {
    if ((script.code === Number(wanted)) === negated) fail(script, `it ended with ${script.code}`);
  },
  /** `wait-for FILE`: until another program makes it. */
  'wait-for': (script, [name]) => waitUntil(script, `${name} never appears`, () => existsSync(path(script, name))),
  /** `stats KEY OP NUMBER` of the last build with GOTS_STATS=$WORK/stats.json. */
  stats: (script, [key, op, wanted]) => {
    const stats = JSON.parse(readFileSync(join(script.work, 'stats.json'), 'utf8')) as Record<string, number>;
    const value = stats[key as string] ?? Number.NaN;
    const ok = op === '=' ? value === Number(wanted) : op === '>' ? value > Number(wanted) : value < Number(wanted);
    if (!ok) fail(script, `${key} is ${value}: ${JSON.stringify(stats)}`);
  },
  /** `corrupt DIR NAME [CONTENT]`: cuts every file of a cache whose name (and content) matches to half its size. */
  corrupt: (script, [dir, name, content = '']) => {
    let count = 0;
    for (const file of filesBelow(path(script, dir))) {
      if (!new RegExp(name as string).test(file)) continue;
      const bytes = readFileSync(file);
      if (!bytes.includes(content)) continue;
      rmSync(file);
      writeFileSync(file, bytes.subarray(0, bytes.length / 2));
      count++;
    }
    if (count === 0) fail(script, `no file below ${dir} matches ${name}`);
  },
  /** `keep-touched FILE`: removes all of both caches but what go commands with GOTS_TOUCHED=FILE used. */
  'keep-touched': (script, [name]) => {
    const touched = parseUsedFiles(readFileSync(path(script, name), 'utf8'));
    const kept = new Set(touched.flatMap(({ dir, names }) => names.map((entry) => join(dir, entry))));
    const all = ['GOCACHE', 'GOTS_CACHE'].flatMap((cache) => [...filesBelow(script.env[cache] as string)]);
    for (const entry of kept) if (!all.includes(entry)) fail(script, `${entry} was touched and is not there`);
    for (const file of all) if (!kept.has(file)) rmSync(file);
  },
  /** `within A B`: every entry that B says was touched, A says as well. */
  within: (script, args) => {
    const [all, part] = args.map((name) =>
      parseUsedFiles(readFileSync(path(script, name), 'utf8')).flatMap(({ dir, names }) =>
        names.map((n) => join(dir, n)),
      ),
    ) as [string[], string[]];
    const more = part.filter((entry) => !all.includes(entry));
    if (part.length === 0 || more.length > 0)
      fail(script, `${part.length} entries, of which are new: ${more.join(' ')}`);
  },
};

export function* filesBelow(dir: string): Generator<string> {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const file = join(dir, entry.name);
    if (entry.isDirectory()) yield* filesBelow(file);
    else if (statSync(file).isFile()) yield file;
  }
}

const conditions: Readonly<Record<string, boolean>> = {
  linux: process.platform === 'linux',
  darwin: process.platform === 'darwin',
};

/**
 * Runs the lines of a script; `#` begins a comment, `!` wants failure, `[linux]` and `[darwin]` in front of a command restrict it to
 * that system, `stop` ends the script.
 */
export async function runScript(
  script: Script,
  lines: readonly string[],
  more: Readonly<Record<string, ScriptCommand>> = {},
): Promise<void> {
  const all = { ...commands, ...systemCommands, ...more };
  for (const line of lines) {
    script.line = line.trim();
    if (script.line === '' || script.line.startsWith('#')) continue;
    const condition = /^\[(\w+)\]\s+/.exec(script.line);
    if (condition && !(conditions[condition[1] as string] ?? fail(script, 'unknown condition'))) continue;
    const [first = '', ...rest] = words(script.line.slice(condition?.[0].length ?? 0), script.env);
    if (first === 'stop') return;
    const negated = first === '!';
    const [name = '', ...args] = negated ? rest : [first, ...rest];
    const command = all[name];
    if (!command) fail(script, `unknown command ${name}`);
    await command(script, args, negated);
  }
}
