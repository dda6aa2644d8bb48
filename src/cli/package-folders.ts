import { moduleAbove } from '../base/module-folder.ts';
import { runGo } from '../go/go.ts';
import { goFailed } from '../report/codes/cli.ts';
import type { CommandContext } from './command-context.ts';

/**
 * Asks go for the folders of packages whose files advice refers to.
 *
 * @throws GotsError cli_go_failed where a module is there and go cannot list at all
 */
export async function packageFolders(
  paths: readonly string[],
  context: Pick<CommandContext, 'go' | 'cwd' | 'env'>,
): Promise<Map<string, string>> {
  if (paths.length === 0) return new Map();
  const args = ['list', '-e', '-f', '{{.ImportPath}}\t{{.Dir}}', '--', ...paths];
  const { stdout, stderr, exitCode } = await runGo(args, { go: context.go, cwd: context.cwd, env: context.env });
  if (exitCode !== 0 && moduleAbove(context.cwd) !== undefined) goFailed('go list', stderr);
  const pairs = stdout.split('\n').map((row) => row.split('\t'));
  return new Map(pairs.flatMap(([path, dir]): [string, string][] => (path && dir ? [[path, dir]] : [])));
}
