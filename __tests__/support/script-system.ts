import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { installDebian } from './debian.ts';
import { fail, gots, run, type Script, type ScriptCommand } from './script.ts';

const patienceMs = 120_000;

/** Waits for a condition; the script fails if it never holds. */
export async function waitUntil(script: Script, problem: string, holds: () => boolean): Promise<void> {
  const end = Date.now() + patienceMs;
  while (!holds()) {
    if (Date.now() > end) fail(script, problem);
    await delay(50);
  }
}

/** Processes that run with this script's environment: what it started, however far down, and whoever their parent is now. */
function processesOf(script: Script): { readonly pid: number; readonly text: string }[] {
  const ours = list('axeww').filter(({ text }) => ` ${text} `.includes(` WORK=${script.work} `));
  const pids = new Set(ours.map(({ pid }) => pid));
  return list('axww').filter(({ pid }) => pids.has(pid));
}

/** All processes but zombies; with `e`, their environment stands behind the command line. */
function list(options: string): { readonly pid: number; readonly text: string }[] {
  const table = execFileSync('ps', [options, '-o', 'pid=,stat=,command='], { encoding: 'utf8', maxBuffer: 1 << 26 });
  return table.split('\n').flatMap((line) => {
    const [, pid, state = 'Z', text = ''] = /^\s*(\d+)\s+(\S+)\s+(.*?)\s*$/.exec(line) ?? [];
    return state.startsWith('Z') ? [] : [{ pid: Number(pid), text }];
  });
}

/** Runs a program with the rights that mounting and installing need. */
function asRoot(script: Script, argv: readonly string[]): void {
  const [program = '', ...args] = process.getuid?.() === 0 ? argv : ['sudo', '-n', ...argv];
  const result = spawnSync(program, args, { encoding: 'utf8' });
  if (result.status !== 0) fail(script, `${argv.join(' ')}: ${result.error?.message ?? result.stderr}`);
}

function inPath(program: string): string | undefined {
  const dirs = (process.env['PATH'] ?? '').split(delimiter);
  return dirs.map((dir) => join(dir, program)).find((file) => existsSync(file));
}

/** The emulator for programs of another machine; Debian's package is installed if there is none. */
function qemu(script: Script, machine: string): string {
  const find = () => inPath(`qemu-${machine}-static`) ?? inPath(`qemu-${machine}`);
  const found = find();
  if (found) return found;
  installDebian('qemu-user-static');
  return find() ?? fail(script, `qemu-user-static has no qemu-${machine}-static`);
}

/** Commands that reach beyond files and programs: processes, mounts, rights, other machines. */
export const systemCommands: Readonly<Record<string, ScriptCommand>> = {
  /** `kill-process SIGNAL PATTERN`: to each process of this script whose command line matches; there must be one. */
  'kill-process': async (script, [signal, pattern]) => {
    const found = () => processesOf(script).filter(({ text }) => new RegExp(pattern as string).test(text));
    await waitUntil(script, `no process matches ${pattern}`, () => found().length > 0);
    for (const { pid } of found()) process.kill(pid, signal as NodeJS.Signals);
  },
  /** Nothing that the script started runs any more. */
  'no-processes': (script) => waitUntil(script, 'processes are left', () => processesOf(script).length === 0),
  /** `mount-tmpfs DIR SIZE`: a disk that can be filled. Linux. */
  'mount-tmpfs': (script, [dir, size]) => {
    const at = resolve(script.cwd, dir as string);
    mkdirSync(at, { recursive: true });
    asRoot(script, ['mount', '-t', 'tmpfs', '-o', `size=${size},mode=777`, 'tmpfs', at]);
    script.cleanups.push(() => asRoot(script, ['umount', '-l', at]));
  },
  /** `powerless COMMAND…`: without the capabilities by which root passes over the modes of files; as it is for other users. */
  powerless: async (script, args, negated) => {
    const argv = args[0] === 'gots' ? [...gots, ...args.slice(1)] : args;
    const drop = ['setpriv', '--inh-caps=-all', '--bounding-set=-all', '--'];
    const code = await run(script, process.getuid?.() === 0 ? [...drop, ...argv] : argv);
    if (negated !== (code !== 0)) fail(script, `exit code ${code}`);
  },
  /** `qemu MACHINE PROGRAM…`: runs a program of another Linux machine, such as aarch64. */
  qemu: async (script, [machine, ...argv], negated) => {
    const code = await run(script, [qemu(script, machine as string), ...argv]);
    if (negated !== (code !== 0)) fail(script, `exit code ${code}`);
  },
};
