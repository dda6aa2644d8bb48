import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isRestorable, readBuildId, replaceBuildId } from '../../toolexec/archive.ts';
import type { CompileCommand } from '../../toolexec/argv.ts';
import { linkDepsMember } from '../../toolexec/link-deps.ts';
import type { DoneReply, ToolRequest } from '../front/protocol.ts';
import type { KeptObject } from '../serve/cache-policy.ts';
import type { GoProcess } from '../serve/go-process.ts';
import type { ArchiveDeps } from './archive-deps.ts';

/** A compile that may be spared. */
export interface Sparable {
  readonly command: CompileCommand;
  readonly request: ToolRequest;
  readonly owner: GoProcess;
}

/** Whether cmd/go does nothing more to the compiler's output than compute its id, and did not ask for a build from scratch. */
export function isSparable({ command, owner }: Sparable): boolean {
  return owner.flags?.values.get('a') !== 'true' && !command.symabis && !command.asmHeader;
}

/**
 * Puts the object that an earlier build kept for this very text into the compiler's place, and replays what the compiler
 * printed. Only archives that hold what a compiler writes, and our own member, can stand in for one (build-protocol B1, B2).
 *
 * @returns undefined if it must be compiled
 */
export function restore(compile: Sparable, kept: KeptObject, deps: ArchiveDeps): DoneReply | undefined {
  const { command, request } = compile;
  const bytes = readFileSync(kept.object.path);
  if (!isRestorable(bytes, new Set([linkDepsMember]))) return undefined;
  const buildId = readBuildId(bytes);
  const wanted = command.buildId?.text;
  if (!buildId || !wanted || buildId.length !== wanted.length) return undefined;
  const output = resolve(request.cwd, command.output);
  writeFileSync(output, replaceBuildId(bytes, buildId, wanted));
  deps.set(output, deps.of(kept.object.path));
  return { kind: 'done', exitCode: 0, stdout: withoutHeading(kept.output), stderr: '' };
}

/** cmd/go files what a compiler printed under the heading `# import/path`, and puts that before what is printed now as well. */
function withoutHeading(output: Buffer): Buffer {
  return output.toString('latin1', 0, 2) === '# ' ? output.subarray(output.indexOf('\n') + 1) : output;
}
