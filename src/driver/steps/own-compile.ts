import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { changeCompile, printCompile } from '../../toolexec/argv.ts';
import { type Flag, setFlag } from '../../toolexec/tool-flags.ts';
import type { GoCommands } from '../ports.ts';
import type { PackageCompile } from './package-compile.ts';

/**
 * Up to this size of a package's Go files in bytes the compiler finds its errors sooner than the type oracle does. The oracle must also be
 * built, with the type checker of the standard library: longer than all packages of most programs that are looked at take.
 */
const mostBytes = 128 << 10;

/** Flags by which a compile writes other files, or prints more. */
const reporting = new Set(
  'bench blockprofile cpuprofile gendwarfinl json m memprofile mutexprofile traceprofile'.split(' '),
);

/** Whether the compiler is the one to ask for a package's errors. */
export function isSmall({ command, request }: PackageCompile): boolean {
  const sizes = command.goFiles.map((file) => statSync(resolve(request.cwd, file)).size);
  return sizes.reduce((sum, size) => sum + size, 0) <= mostBytes;
}

/**
 * Whether the compiler takes the package's own files. They are compiled without optimisation, and nothing of that is kept. That may refuse
 * a file which an optimising compile takes (a stack frame that is too large); those it accepts have no error of types.
 *
 * @param folder for the files of this compile, absolute
 */
export async function isAccepted(
  go: Pick<GoCommands, 'accepts'>,
  { command, request }: PackageCompile,
  folder: string,
): Promise<boolean> {
  const kept = command.flags.filter(({ name }) => !reporting.has(name));
  const header = command.asmHeader === undefined ? kept : setFlag(kept, 'asmhdr', join(folder, 'own.h'));
  const cheap = ['N', 'l'].map((name): Flag => ({ name, value: undefined, form: 'alone' }));
  const own = changeCompile({ ...command, flags: [...header, ...cheap] }, { output: join(folder, 'own.a') });
  return go.accepts(request.tool, printCompile(own), request.cwd);
}
