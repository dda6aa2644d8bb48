import { failure } from '../message.ts';
import { texts } from '../texts/toolexec.ts';

/** Raised when bytes on the build server's socket are not a message of this version's shim. */
export function shimBadFrame(why: string): never {
  throw failure(texts.shim_bad_frame, { why });
}

/** Raised when a tool's command line has a flag that no supported Go version knows: whether it takes a value decides what is a file. */
export function toolexecUnknownFlag(tool: string, word: string): never {
  throw failure(texts.toolexec_unknown_flag, { word, tool });
}

/** Raised when the last word of a tool's command line is a flag that needs a value. */
export function toolexecFlagWithoutValue(tool: string, word: string): never {
  throw failure(texts.toolexec_flag_without_value, { word, tool });
}

/** Raised when a tool's command line lacks a flag that cmd/go always gives. */
export function toolexecNoFlag(tool: string, flag: string): never {
  throw failure(texts.toolexec_no_flag, { tool, flag });
}

/** Raised when an archive, by its own words or size, is damaged. */
export function archiveCorrupt(why: string): never {
  throw failure(texts.archive_corrupt, { why });
}

/** Raised when a member is to get a name that the archive cannot hold or the linker would misread. */
export function archiveBadMemberName(name: string): never {
  throw failure(texts.archive_bad_member_name, { name });
}

/** Raised when a build id is to be replaced by one of another length, which would move everything behind it. */
export function archiveBuildIdLength(from: string, to: string): never {
  throw failure(texts.archive_build_id_length, { from, to });
}

/** Raised when the list of link dependencies in an archive is of an unknown version or form. */
export function linkDepsUnreadable(archive: string, line: string): never {
  throw failure(texts.link_deps_unreadable, { archive, line });
}

/** Raised when the build server is to listen for a go command that does not run. */
export function socketNoProcess(pid: number): never {
  throw failure(texts.socket_no_process, { pid });
}

/** Raised when no directory for sockets is ours alone. */
export function runtimeDirUnusable(reasons: readonly string[]): never {
  throw failure(texts.runtime_dir_unusable, { reasons: reasons.join('; ') });
}

/** Raised when go cannot build one of the programs in `helper/`: shim_build_failed, oracle_build_failed. */
export function helperBuildFailed(
  name: 'shim' | 'oracle' | 'gate',
  command: string,
  status: string,
  stderr: string,
): never {
  throw failure(texts[`${name}_build_failed`], { name, command, status, stderr: stderr === '' ? '' : `: ${stderr}` });
}

/** Raised when the program that answers questions about types ends in the middle. */
export function oracleFailed(importPath: string, status: string, stderr: string): never {
  throw failure(texts.oracle_failed, { importPath, status, stderr: stderr === '' ? '' : `: ${stderr}` });
}

/** Raised when the module information that cmd/go hands to the linker is not of the form known. */
export function modinfoUnreadable(quoted: string): never {
  throw failure(texts.modinfo_unreadable, { quoted: quoted.slice(0, 200) });
}
