import { resolve } from 'node:path';
import { runBuilderAction } from '../../driver/bazel/builder.ts';
import { buildLibrary } from '../../driver/bazel/standard-library.ts';
import { readToolState } from '../../driver/bazel/tool-stand-in.ts';
import { weaveCompile } from '../../driver/bazel/weave-compile.ts';
import { badUsage } from '../../report/codes/cli.ts';
import type { CommandLine } from '../args.ts';
import type { CommandContext } from '../command-context.ts';
import { parseOptions } from '../read-options.ts';
import { usageOf } from '../usage.ts';

/**
 * `gots bazel-builder --plan DIR --builder FILE -- ARGS…`: runs an action of rules_go as its builder does, and weaves.
 *
 * @returns the exit code of the builder, or of the tool that it stands in for
 * @throws GotsError cli_usage, bazel_… and those of weaving
 */
export async function runBazelBuilderCommand({ rest }: CommandLine, context: CommandContext): Promise<number> {
  const end = rest.indexOf('--');
  const { value } = parseOptions('bazel-builder', end < 0 ? rest : rest.slice(0, end));
  const args = end < 0 ? [] : rest.slice(end + 1);
  const { env, log, home, cacheProg, write } = context;
  // The spelling of $PWD may lead through links, while rules_go asks the kernel.
  const cwd = process.cwd();
  const standIn = value('stand-in');
  if (standIn !== undefined) {
    const state = readToolState(standIn);
    return state.kind === 'go'
      ? buildLibrary(state, args, { env, log, home, cacheProg })
      : weaveCompile(state, args, { cwd, env, log, write });
  }
  const plan = value('plan') ?? badUsage('gots bazel-builder needs --plan', usageOf('bazel-builder'));
  const builder = value('builder') ?? badUsage('gots bazel-builder needs --builder', usageOf('bazel-builder'));
  const self = [process.execPath, ...process.execArgv, process.argv[1] ?? '', 'bazel-builder', '--stand-in'];
  return runBuilderAction(args, { plan: resolve(cwd, plan), builder: resolve(cwd, builder), cwd, env, self, log });
}
