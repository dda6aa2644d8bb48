import { GotsError } from '../diagnostic.ts';

/** Raised when bytes on the build server's socket are not a message of this version's shim. */
export function shimBadFrame(why: string): never {
  throw new GotsError({
    code: 'shim_bad_frame',
    message: `a message on the build server's socket cannot be read: ${why}`,
    hint: 'the shim in -toolexec and the cache program in GOCACHEPROG must come from the same gots; run `gots env` again',
  });
}

/** Raised when a tool's command line has a flag that no supported Go version knows: whether it takes a value decides what is a file. */
export function toolexecUnknownFlag(tool: string, word: string): never {
  throw new GotsError({
    code: 'toolexec_unknown_flag',
    message: `flag "${word}" of go tool ${tool} is not known to gots`,
    hint: 'if it is a new flag of your Go version, write it as -flag=value; if not, check -gcflags and -ldflags',
  });
}

/** Raised when the last word of a tool's command line is a flag that needs a value. */
export function toolexecFlagWithoutValue(tool: string, word: string): never {
  throw new GotsError({
    code: 'toolexec_flag_without_value',
    message: `flag "${word}" of go tool ${tool} has no value`,
    hint: 'check -gcflags and -ldflags',
  });
}

/** Raised when a tool's command line lacks a flag that cmd/go always gives. */
export function toolexecNoFlag(tool: string, flag: string): never {
  throw new GotsError({
    code: 'toolexec_no_flag',
    message: `the command line of go tool ${tool} has no ${flag}`,
    hint: 'gots weaves what the go command compiles; run the tool without the shim',
  });
}

/** Raised when an archive, by its own words or size, is damaged. */
export function archiveCorrupt(why: string): never {
  throw new GotsError({
    code: 'archive_corrupt',
    message: `a package archive cannot be read: ${why}`,
    hint: 'the cache may be damaged; `go clean -cache` and `gots cache clean` empty both',
    family: 'bug',
  });
}

/** Raised when a member is to get a name that the archive cannot hold or the linker would misread. */
export function archiveBadMemberName(name: string): never {
  throw new GotsError({
    code: 'archive_bad_member_name',
    message: `"${name}" cannot be the name of an archive member: at most 15 printable characters, an extension other than .o and .syso`,
    family: 'bug',
  });
}

/** Raised when a build id is to be replaced by one of another length, which would move everything behind it. */
export function archiveBuildIdLength(from: string, to: string): never {
  throw new GotsError({
    code: 'archive_build_id_length',
    message: `build id "${from}" cannot be replaced by "${to}": their lengths differ or are zero`,
    family: 'bug',
  });
}

/** Raised when the list of link dependencies in an archive is of an unknown version or form. */
export function linkDepsUnreadable(archive: string, line: string): never {
  throw new GotsError({
    code: 'link_deps_unreadable',
    message: `${archive}: link.deps has a line that cannot be read: "${line}"`,
    hint: 'it was written by another or newer tool; empty its cache and build again',
  });
}

/** Raised when the build server is to listen for a go command that does not run. */
export function socketNoProcess(pid: number): never {
  throw new GotsError({
    code: 'socket_no_process',
    message: `there is no process ${pid}, or its start time cannot be read`,
    hint: 'the cache program is meant to be started by a go command, through GOCACHEPROG; /proc must be mounted on Linux',
  });
}

/** Raised when no directory for sockets is ours alone. */
export function runtimeDirUnusable(reasons: readonly string[]): never {
  throw new GotsError({
    code: 'runtime_dir_unusable',
    message: `no directory for the build server's socket: ${reasons.join('; ')}`,
    hint: 'point TMPDIR or XDG_RUNTIME_DIR at a directory of your own with a short path',
  });
}

/** Raised when go cannot build one of the programs in `helper/`: shim_build_failed, oracle_build_failed. */
export function helperBuildFailed(
  name: 'shim' | 'oracle' | 'gate',
  command: string,
  status: string,
  stderr: string,
): never {
  throw new GotsError({
    code: `${name}_build_failed`,
    message: `the ${name} cannot be built: \`${command}\` ended with ${status}${stderr === '' ? '' : `: ${stderr}`}`,
    hint: 'gots needs Go 1.24 or newer; `go version` shows yours',
  });
}

/** Raised when the program that answers questions about types ends in the middle. */
export function oracleFailed(importPath: string, status: string, stderr: string): never {
  throw new GotsError({
    code: 'oracle_failed',
    message: `type checking ${importPath} for its aspects failed: the oracle ended with ${status}${stderr === '' ? '' : `: ${stderr}`}`,
    hint: 'please report it, with the version of Go',
    family: 'bug',
  });
}

/** Raised when the module information that cmd/go hands to the linker is not of the form known. */
export function modinfoUnreadable(quoted: string): never {
  throw new GotsError({
    code: 'modinfo_unreadable',
    message: `the module information for the linker cannot be read: ${quoted.slice(0, 200)}`,
    hint: 'is this Go version supported? `gots version` lists those that are',
    family: 'bug',
  });
}
