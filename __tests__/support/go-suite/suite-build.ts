import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type RunResult, run } from '../run.ts';
import { gots } from '../script.ts';
import type { SuiteVariant } from './suite-aspects.ts';
import type { SuiteModule } from './suite-module.ts';

/** What a build of all packages said: go's and the compiler's messages by import path. */
export interface SuiteBuild {
  readonly status: number | NodeJS.Signals;
  /** Import path → messages, as printed below `# path`. */
  readonly messages: ReadonlyMap<string, string>;
  /** What stands above all of them. */
  readonly general: string;
}

/**
 * Builds the named packages of a module with one command, plain or woven.
 *
 * @param out folder for the programs; '' to drop them
 */
export async function buildSuite(
  module: SuiteModule,
  variant: SuiteVariant | 'plain',
  options: { readonly out: string; readonly flags: readonly string[]; readonly env: NodeJS.ProcessEnv },
): Promise<SuiteBuild> {
  const { out, flags, env } = options;
  if (out !== '') {
    rmSync(out, { recursive: true, force: true });
    mkdirSync(out, { recursive: true });
  }
  const command = variant === 'plain' ? ['go'] : [...gots, '--aspects', module.aspects(variant), 'go'];
  const output = out === '' ? [] : ['-o', `${out}/`];
  const packages = module.programs.map(({ file }) => `./${file.name}`);
  const { status, stderr } = await run([...command, 'build', ...flags, ...output, ...packages], env, {
    cwd: module.dir,
  });
  const [general = '', ...blocks] = `\n${stderr}`.split(/\n(?=# )/);
  const messages = new Map<string, string>();
  for (const block of blocks) {
    const [, path = '', text = ''] = /^# (\S+)[^\n]*\n?(.*)$/s.exec(block) ?? [];
    messages.set(path, `${messages.get(path) ?? ''}${text.trimEnd()}\n`);
  }
  return { status, messages, general: general.trim() };
}

const patienceMs = 240_000;

/** Runs a program with nothing but a home, a path and a temporary folder in its environment. */
export function runProgram(program: string, cwd: string, scratch: string): Promise<RunResult> {
  const env = { PATH: process.env['PATH'], HOME: scratch, TMPDIR: scratch, GOTRACEBACK: 'none', GOENV: 'off' };
  let timer: NodeJS.Timeout | undefined;
  const result = run([program], env, {
    cwd,
    started: (pid) => {
      timer = setTimeout(() => process.kill(pid, 'SIGKILL'), patienceMs);
    },
  });
  return result.finally(() => clearTimeout(timer));
}

/** Runs `work` over all items, so many at a time. */
export async function inParallel<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: width }, worker));
}

/** Where a variant's programs of a module go. */
export const programFolder = (module: SuiteModule): string => join(module.dir, '..', 'bin');
