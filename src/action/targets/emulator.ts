import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { ActionContext } from '../action-context.ts';
import { runProgram } from '../runner/run-program.ts';
import { hostPlatform, type Target } from './target.ts';

/** How the programs of a target are run here. */
export type Runner =
  | { readonly kind: 'native' }
  | { readonly kind: 'emulated'; readonly emulator: string }
  | { readonly kind: 'none'; readonly reason: string };

/** GOARCH as QEMU names it. */
const machines: Readonly<Record<string, string>> = {
  amd64: 'x86_64',
  arm64: 'aarch64',
  arm: 'arm',
  386: 'i386',
  riscv64: 'riscv64',
  s390x: 's390x',
  ppc64le: 'ppc64le',
  loong64: 'loongarch64',
};

/** How long another program may keep apt's locks: new machines bring themselves up to date while their first job runs. */
export const aptPatienceMs = 180_000;

/** Whether apt-get failed because another one is at work. @param output what it printed */
export function aptIsLocked(output: string): boolean {
  return /Could not get lock|Unable to (acquire|lock)/.test(output);
}

/** What runs a target's tests here; Debian's package of QEMU is installed where it is missing and can be. */
export async function runnerFor(
  context: ActionContext,
  target: Pick<Target, 'goos' | 'goarch' | 'name'>,
): Promise<Runner> {
  const host = hostPlatform();
  if (
    target.goos === host.goos &&
    (target.goarch === host.goarch || (host.goarch === 'amd64' && target.goarch === '386'))
  ) {
    return { kind: 'native' };
  }
  if (target.goos !== 'linux' || host.goos !== 'linux') {
    return {
      kind: 'none',
      reason: `a ${host.goos}/${host.goarch} runner cannot run programs for ${target.goos}/${target.goarch}`,
    };
  }
  const machine = machines[target.goarch] ?? target.goarch;
  const found = () => inPath(`qemu-${machine}-static`, context.childEnv) ?? inPath(`qemu-${machine}`, context.childEnv);
  const present = found();
  if (present !== undefined) return { kind: 'emulated', emulator: present };
  const problem = await installQemu(context);
  const installed = found();
  if (installed !== undefined) return { kind: 'emulated', emulator: installed };
  return {
    kind: 'none',
    reason: `there is no qemu-${machine}-static, and installing qemu-user-static failed: ${problem}`,
  };
}

/** @returns why it failed */
async function installQemu(context: ActionContext): Promise<string> {
  if (inPath('apt-get', context.childEnv) === undefined) return 'no apt-get here';
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const env = { ...context.childEnv, DEBIAN_FRONTEND: 'noninteractive' };
  const options = {
    cwd: context.cwd,
    env,
    write: context.write,
    cancel: context.cancel,
    busy: 'installing qemu-user-static',
  };
  const run = async (...argv: readonly string[]) => {
    const [program = '', ...args] = [...sudo, ...argv];
    if (inPath(program, env) === undefined) return undefined;
    const end = Date.now() + aptPatienceMs;
    for (;;) {
      const ran = await runProgram(program, args, options);
      const locked = ran.exitCode !== 0 && aptIsLocked(ran.output);
      if (!locked || Date.now() > end || context.cancel.aborted) return ran;
      await delay(2000);
    }
  };
  const updated = await run('apt-get', 'update', '-q');
  if (updated === undefined) return 'no sudo here';
  const installed = await run('apt-get', 'install', '-q', '-y', '--no-install-recommends', 'qemu-user-static');
  return installed?.exitCode === 0
    ? 'the package has no emulator for it'
    : (installed?.output.trim().split('\n').at(-1) ?? '');
}

function inPath(program: string, env: NodeJS.ProcessEnv): string | undefined {
  const folders = (env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, program)).find((file) => existsSync(file));
}
