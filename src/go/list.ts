import { goFailed } from '../report/codes/cli.ts';
import { type GoOptions, parseJsonStream, runGo } from './go.ts';

/** A package as `go list` describes it. Fields that would be empty are absent. */
export interface ListedPackage {
  readonly ImportPath: string;
  readonly Name?: string;
  /** Absolute. */
  readonly Dir?: string;
  readonly Standard?: boolean;
  readonly Module?: {
    readonly Path: string;
    readonly Version?: string;
    readonly Main?: boolean;
    readonly Replace?: { readonly Version?: string };
  };
  readonly GoFiles?: readonly string[];
  readonly CgoFiles?: readonly string[];
  /** Left out by build constraints. */
  readonly IgnoredGoFiles?: readonly string[];
  readonly TestGoFiles?: readonly string[];
  readonly XTestGoFiles?: readonly string[];
  readonly Imports?: readonly string[];
  readonly TestImports?: readonly string[];
  readonly XTestImports?: readonly string[];
  readonly Error?: { readonly Err: string };
}

const listedFields =
  'ImportPath,Name,Dir,Standard,Module,GoFiles,CgoFiles,IgnoredGoFiles,TestGoFiles,XTestGoFiles,Imports,TestImports,XTestImports,Error';

/**
 * Asks go about packages. One that cannot be had is in the answer too, with an `Error`.
 *
 * @param args patterns, and flags before them
 * @param fields those that are asked for
 * @throws GotsError cli_go_failed
 */
export async function listPackages(
  args: readonly string[],
  options: GoOptions,
  fields = listedFields,
): Promise<readonly ListedPackage[]> {
  const result = await runGo(['list', '-e', `-json=${fields}`, ...args], options);
  if (result.exitCode !== 0) goFailed('go list', result.stderr);
  return parseJsonStream<ListedPackage>(result.stdout);
}
