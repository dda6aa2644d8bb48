import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Signal } from '../../otlp/otlp-json.ts';
import { startSink } from '../../otlp/sink.ts';
import { runToEnd } from '../../process/spawn.ts';
import { badUsage } from '../../report/codes/cli.ts';
import { doctorBuildFailed, doctorNoProgram, doctorNoReport } from '../../report/codes/doctor.ts';
import type { CommandLine } from '../args.ts';
import type { CommandContext } from '../command-context.ts';
import { parseOptions } from '../read-options.ts';
import { usageOf } from '../usage.ts';
import { weavingEnv } from '../weaving-env.ts';
import { type ProgramReport, readProgramReport } from './doctor/program-report.ts';
import { hasProblem, renderProgramReport } from './doctor/render-report.ts';

/** A program that does not answer in this time has not been woven, and serves perhaps. */
const answerTimeoutMs = 30_000;

/**
 * `gots doctor`: what a woven program would send where.
 *
 * @returns 1 where a setting is not used, or a record was not taken
 * @throws GotsError cli_usage, doctor_*, those of planning
 */
export async function runDoctorCommand(line: CommandLine, context: CommandContext): Promise<number> {
  const { has, operands } = parseOptions('doctor', line.rest);
  if (operands.length > 1) badUsage('one package or binary at a time', usageOf('doctor'));
  const [named = '.'] = operands;
  const dir = mkdtempSync(join(tmpdir(), 'gots-doctor-'));
  try {
    const binary = isBinary(resolve(context.cwd, named))
      ? resolve(context.cwd, named)
      : await build(named, { line, context, dir });
    const { report, came } = await ask(binary, { named, isLive: has('live'), context });
    context.write(has('json') ? `${JSON.stringify(report, null, 2)}\n` : renderProgramReport(report, came));
    return hasProblem(report, came) ? 1 : 0;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function isBinary(path: string): boolean {
  return existsSync(path) && statSync(path).isFile() && !path.endsWith('.go');
}

/** @returns the program's path */
async function build(
  named: string,
  { line, context, dir }: { readonly line: CommandLine; readonly context: CommandContext; readonly dir: string },
): Promise<string> {
  // With a folder go names the program as it always does, which shows in the resource.
  const args = ['build', '-o', `${dir}/`, named];
  const weaving = await weavingEnv(context, line.aspectFiles, args);
  if (!weaving) return badUsage(`no go.mod in ${context.cwd} or above`, usageOf('doctor'));
  const { code } = await runToEnd({
    program: context.go,
    args: weaving.goArgs,
    cwd: context.cwd,
    env: { ...context.env, ...weaving.variables },
    stdout: 'inherit',
    stderr: 'inherit',
  });
  weaving.ended();
  if (code !== 0) doctorBuildFailed(['go', ...args].join(' '), code ?? 1);
  const [program, ...others] = readdirSync(dir);
  if (others.length > 0) badUsage('one package or binary at a time', usageOf('doctor'));
  return program === undefined ? doctorNoProgram(named) : join(dir, program);
}

/** Starts the program, which answers before its main function runs. */
async function ask(
  program: string,
  at: { readonly named: string; readonly isLive: boolean; readonly context: CommandContext },
): Promise<{ readonly report: ProgramReport; readonly came: ReadonlySet<Signal> | undefined }> {
  const came = new Set<Signal>();
  const sink = await startSink({ host: '127.0.0.1', onRequest: (signal) => came.add(signal) });
  const { context, named, isLive } = at;
  try {
    const { stdout, stderr } = await runToEnd({
      program,
      args: [],
      cwd: context.cwd,
      env: { ...context.env, GOTS_DOCTOR: isLive ? 'live' : sink.urls.http },
      cancel: { signal: AbortSignal.timeout(answerTimeoutMs), graceMs: 1_000 },
    });
    const report = readProgramReport(stdout) ?? doctorNoReport(named, stderr || stdout);
    return { report, came: isLive ? undefined : came };
  } catch (error) {
    if (['EACCES', 'ENOEXEC', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) doctorNoProgram(named);
    throw error;
  } finally {
    await sink.close();
  }
}
