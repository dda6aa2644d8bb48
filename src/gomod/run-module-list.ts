import { type GoResult, runGo } from '../go/go.ts';

/**
 * Runs `go list -m ARGS all`. Go asks the proxy when each version was made, which is not needed here; where only that
 * cannot be had, the list is taken without. It is whole even so: `go mod graph` has read every go.mod that it comes from.
 */
export async function runModuleList(
  args: readonly string[],
  run: { readonly go: string; readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<GoResult> {
  const listed = await runGo(['list', '-m', ...args, 'all'], run);
  if (listed.exitCode === 0) return listed;
  const modfile = args.filter((word) => word.startsWith('-modfile='));
  const graph = await runGo(['mod', 'graph', ...modfile], run);
  return graph.exitCode === 0 ? runGo(['list', '-m', '-e', ...args, 'all'], run) : listed;
}
