import { join } from 'node:path';
import type { TestFailure } from '../results.ts';
import { annotateAll, inWorkspace, type PlacedMessage } from '../runner/annotations.ts';
import type { Commands } from '../runner/commands.ts';

/** A module, to find the folders of its packages. */
export interface FailurePlace {
  readonly module: string;
  readonly moduleDir: string;
  readonly workspace: string;
}

/**
 * The failures of tests at their lines. `t.Error` and the like name the file alone, which lies in the package's folder; what
 * the compiler says is relative to the working directory.
 *
 * @param cwd where go was run
 */
export function failureMessages(
  failures: readonly TestFailure[],
  place: FailurePlace,
  cwd: string,
): readonly PlacedMessage[] {
  return failures.flatMap(({ importPath, test, output, passesPlain }) => {
    const dir = folderOf(importPath, place);
    const suspect = passesPlain ? '; it passes without weaving: an aspect is the likely cause' : '';
    const found = /^[ \t]*(?:vet: )?([^\s:]+\.go):(\d+)(?::(\d+))?: (.*)$/m.exec(output);
    const [, path = '', line, column, text = ''] = found ?? [];
    const base = path.includes('/') ? cwd : dir;
    const file = base === undefined || path === '' ? undefined : inWorkspace(join(base, path), place.workspace);
    const where = file === undefined ? {} : { file, line: Number(line), ...(column ? { column: Number(column) } : {}) };
    const name = test === '' ? importPath : `${test} (${importPath})`;
    return { place: where, message: `${name} fails${text === '' ? '' : `: ${text}`}${suspect}` };
  });
}

/** Shows what failed in the tests of a platform. */
export function annotateFailures(
  commands: Commands,
  failures: readonly TestFailure[],
  place: FailurePlace & { readonly cwd: string; readonly platform: string },
): void {
  const title = `tests for ${place.platform}`;
  // A test that fails because of one below it says nothing more.
  const leaves = failures.filter(
    ({ importPath, test }) =>
      !failures.some((other) => other.importPath === importPath && other.test.startsWith(`${test}/`)),
  );
  annotateAll(commands, 'error', title, failureMessages(leaves, place, place.cwd));
}

/** The folder of a package of the module; undefined for one of another module. */
function folderOf(importPath: string, { module, moduleDir }: FailurePlace): string | undefined {
  if (importPath === module) return moduleDir;
  return importPath.startsWith(`${module}/`) ? join(moduleDir, importPath.slice(module.length + 1)) : undefined;
}
