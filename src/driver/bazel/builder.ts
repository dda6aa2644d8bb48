import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { exitCodeOf, runToEnd } from '../../process/spawn.ts';
import { bazelBuilderMissing } from '../../report/codes/bazel.ts';
import { type BazelPlan, readBazelPlan } from './bazel-plan.ts';
import type { BuilderContext } from './builder-context.ts';
import { packageCompile } from './compile-action.ts';
import { linkArguments } from './link-action.ts';
import { BuilderFlags, expandParams } from './params.ts';
import { shadowSdk } from './tool-stand-in.ts';

/** What an action of rules_go's builder is run with in place of its own command line. */
interface Changed {
  readonly args: readonly string[];
}

/**
 * Runs one action as rules_go asks its builder to: that of a package, of the standard library and of a link so that they weave, all others as they are.
 *
 * @param args the builder's arguments
 * @returns the builder's exit code
 * @throws GotsError bazel_…
 */
export async function runBuilderAction(args: readonly string[], context: BuilderContext): Promise<number> {
  const words = expandParams(args);
  const folder = mkdtempSync(join(tmpdir(), 'gots-bazel-'));
  try {
    const changed = changeAction(words, folder, context);
    return await runBuilder(changed === undefined ? args : spill(changed.args, folder), context);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns undefined for an action that weaving leaves alone */
function changeAction(
  [verb = '', ...args]: readonly string[],
  folder: string,
  context: BuilderContext,
): Changed | undefined {
  const flags = new BuilderFlags(verb, args);
  const plan = (): BazelPlan => readBazelPlan(context.plan);
  switch (verb) {
    case 'compilepkg': {
      const compile = packageCompile(flags, plan(), context);
      if (compile === undefined) return undefined;
      const sdk = resolve(context.cwd, flags.need('sdk'));
      return { args: [verb, ...args, '-sdk', shadowSdk(folder, sdk, compile.place, compile.state, context.self)] };
    }
    case 'stdlib': {
      plan();
      const sdk = resolve(context.cwd, flags.need('sdk'));
      const installSuffix = flags.need('installsuffix');
      const state = { kind: 'go', plan: context.plan, tool: join(sdk, 'bin/go'), installSuffix } as const;
      return { args: [verb, ...args, '-sdk', shadowSdk(folder, sdk, 'bin/go', state, context.self)] };
    }
    case 'link':
      return { args: [verb, ...linkArguments(args, flags, plan(), context)] };
  }
  return undefined;
}

/** Command lines up to this long need no file. */
const longest = 30_000;

/** Hands long command lines over in a file, as Bazel does. */
function spill(args: readonly string[], folder: string): readonly string[] {
  if (args.reduce((sum, word) => sum + word.length + 1, 0) < longest) return args;
  const file = join(folder, 'params');
  writeFileSync(file, args.map((word) => `'${word.replaceAll("'", `'\\''`)}'\n`).join(''));
  return [`-param=${file}`];
}

async function runBuilder(args: readonly string[], { builder, cwd, env }: BuilderContext): Promise<number> {
  const ended = await runToEnd({ program: builder, args, cwd, env, stdout: 'inherit', stderr: 'inherit' }).catch(
    (error: Error) => bazelBuilderMissing(builder, error.message),
  );
  return exitCodeOf(ended);
}
