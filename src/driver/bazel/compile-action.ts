import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { PackageFacts } from '../../lang/names/package-facts.ts';
import { liveAspects, packageFacts } from '../plan/package-aspects.ts';
import { ArchiveDeps } from '../steps/archive-deps.ts';
import { archiveOf, type BazelPlan } from './bazel-plan.ts';
import type { BuilderContext } from './builder-context.ts';
import { archivesFolder } from './link-action.ts';
import { type BuilderFlags, readArchive } from './params.ts';
import type { CompileState } from './tool-stand-in.ts';

/** The stand-in that a package's compile needs. */
export interface PackageCompileAction {
  /** Path of the compiler below the SDK. */
  readonly place: string;
  readonly state: CompileState;
}

/**
 * What weaving makes of rules_go's action for one package: the builder does all that it does, and calls a stand-in for the compiler.
 *
 * @returns undefined where no aspect can match, and nothing that the package imports wants to be linked
 * @throws GotsError bazel_flag_missing
 */
export function packageCompile(
  flags: BuilderFlags,
  plan: BazelPlan,
  { cwd, env, plan: folder }: Pick<BuilderContext, 'cwd' | 'env' | 'plan'>,
): PackageCompileAction | undefined {
  const importPath = flags.value('importpath') ?? flags.need('p');
  const archives = archivesFolder(flags, { cwd, env });
  if (!mayChange(flags, importPath, plan, cwd, archives)) return undefined;
  const tools = 'pkg/tool';
  const sdk = resolve(cwd, flags.need('sdk'));
  const platform = readdirSync(join(sdk, tools)).find((name) => compilerIn(join(sdk, tools, name)) !== undefined) ?? '';
  const place = join(tools, platform, compilerIn(join(sdk, tools, platform)) ?? 'compile');
  return { place, state: { kind: 'compile', plan: folder, tool: join(sdk, place), importPath, archives } };
}

function compilerIn(folder: string): string | undefined {
  return ['compile', 'compile.exe'].find((name) => existsSync(join(folder, name)));
}

function mayChange(flags: BuilderFlags, importPath: string, plan: BazelPlan, cwd: string, archives: string): boolean {
  const deps = new ArchiveDeps('/dev/null');
  const direct = flags.values('arc').map((value) => resolve(cwd, readArchive(value).file));
  if (direct.some((file) => deps.of(file).length > 0)) return true;
  const texts = flags
    .values('src')
    .filter((file) => file.endsWith('.go'))
    .map((file) => readFileSync(resolve(cwd, file), 'latin1'));
  // Everything between quotes, which holds at least the imports.
  const quoted = new Set(
    texts.flatMap((text) => [...text.matchAll(/["`]([^"`\s]+)["`]/g)].map((match) => match[1] ?? '')),
  );
  const std = [...quoted].filter((path) => existsSync(archiveOf(archives, path)));
  if (std.some((path) => deps.of(archiveOf(archives, path)).length > 0)) return true;
  const own = new Set(flags.values('arc').map((value) => readArchive(value).packagePath));
  const facts = packageFacts({ path: importPath, name: '', imports: [...quoted, ...own], testMain: false }, plan);
  return (
    mayMatch(plan, facts) ||
    mayMatch(plan, { ...facts, command: true, name: 'main' }) ||
    mayMatch(plan, { ...facts, testMain: true })
  );
}

function mayMatch(plan: BazelPlan, facts: PackageFacts): boolean {
  return liveAspects(plan, new Set(plan.injectedOnly), facts).length > 0;
}
