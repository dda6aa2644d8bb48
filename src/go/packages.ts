import type { FindPackages } from '../dialects/contract.ts';
import type { PackageFolder, PackageModule } from '../dialects/load/load-types.ts';
import { goFailed } from '../report/codes/cli.ts';
import { parseJsonStream, runGo } from './go.ts';
import { askAlways, type GoAnswers, goVariables } from './go-answers.ts';

interface ListedModule {
  readonly Path: string;
  readonly Dir?: string;
  readonly Version?: string;
  readonly Replace?: { readonly Version?: string };
}

interface Listed {
  readonly ImportPath: string;
  readonly Dir?: string;
  readonly Module?: ListedModule;
  readonly Error?: { readonly Err: string };
}

const askedAlways = { answers: askAlways, decisive: [] };

/**
 * Looks packages up with the go command, or in what it said last time.
 *
 * @param where.flags those that decide how modules are found
 * @param remembered.decisive the files that decide it
 */
export function packageFinder(
  where: { readonly go: string; readonly env: NodeJS.ProcessEnv; readonly flags: readonly string[] },
  remembered: { readonly answers: GoAnswers; readonly decisive: readonly string[] } = askedAlways,
): FindPackages {
  const { flags, env } = where;
  const { answers, decisive } = remembered;
  return async (paths, moduleDir) => {
    const question = ['find packages', moduleDir, goVariables(env), ...flags, '--', ...paths];
    const found = await answers.recall(question, async () => {
      const value = [...(await findPackages(paths, { ...where, cwd: moduleDir }))];
      // A package that is not there may be there next time, and no file tells.
      const files = value.some(([, folder]) => 'problem' in folder) ? undefined : decisive;
      return { value, files, folders: value.flatMap(([, folder]) => ('dir' in folder ? [folder.dir] : [])) };
    });
    return new Map(found);
  };
}

/**
 * Finds the folders of packages, whatever their build constraints say.
 *
 * @param where.cwd a folder of the main module; `flags` are those that decide how modules are found
 * @throws GotsError cli_go_failed when go cannot list at all
 */
async function findPackages(
  paths: readonly string[],
  where: {
    readonly go: string;
    readonly cwd: string;
    readonly env: NodeJS.ProcessEnv;
    readonly flags: readonly string[];
  },
): Promise<ReadonlyMap<string, PackageFolder>> {
  const args = ['list', '-e', '-find', '-json=ImportPath,Dir,Module,Error', ...where.flags, '--', ...paths];
  const result = await runGo(args, { ...where, env: { ...where.env, GOFLAGS: '-buildvcs=false', GOCACHEPROG: '' } });
  if (result.exitCode !== 0) goFailed('go list', result.stderr);
  const folders = parseJsonStream<Listed>(result.stdout).map(
    ({ ImportPath, Dir, Module, Error: error }): [string, PackageFolder] => [
      ImportPath,
      // A package that some constraint excludes altogether has an error, and a folder.
      Dir ? { dir: Dir, module: moduleOf(Module) } : { problem: firstLine(error?.Err ?? '') },
    ],
  );
  return new Map(folders);
}

function moduleOf(module: ListedModule | undefined): PackageModule | undefined {
  if (!module?.Dir) return undefined;
  const { Path, Dir, Version = '', Replace } = module;
  return { path: Path, dir: Dir, isFixed: (Replace ? (Replace.Version ?? '') : Version) !== '' };
}

function firstLine(text: string): string {
  return (text.trim().split('\n')[0] ?? '').replace(/; to add it:$/, '').replace(/:$/, '');
}
