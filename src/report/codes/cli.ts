import { failure } from '../message.ts';
import { texts } from '../texts/cli.ts';

/** There is no go command to run. */
export function goNotFound(go: string): never {
  throw failure(texts.cli_go_not_found, { go });
}

/** GOCACHEPROG is stable since Go 1.24. */
export function goTooOld(version: string): never {
  throw failure(texts.cli_go_too_old, { version });
}

/** go itself failed before anything was woven; its message says why. */
export function goFailed(command: string, stderr: string): never {
  throw failure(texts.cli_go_failed, { command, stderr: stderr.trim() });
}

export function unknownCommand(name: string, known: readonly string[]): never {
  throw failure(texts.cli_unknown_command, { name, known: known.join(', ') });
}

export function badUsage(message: string, hint: string): never {
  throw failure(texts.cli_usage, { message, hint });
}

/** The path of node, or of this installation: that of the shim is made plain where need be. */
export function unquotablePath(path: string): never {
  throw failure(texts.cli_unquotable_path, { path: JSON.stringify(path) });
}

/** What a build needs besides caches (plan, shim, workspace) cannot be written. */
export function cacheUnwritable(dir: string, cause: Error): never {
  throw failure(texts.cli_cache_unwritable, { dir, message: cause.message }, { cause });
}

/** A file that go compiles in no package here. */
export function fileInNoPackage(file: string, problem: string | undefined): never {
  throw failure(texts.cli_file_in_no_package, { file, problem: problem === undefined ? '' : `: ${problem.trim()}` });
}

/** A package named on the command line that go cannot find. */
export function packageNotListed(path: string, problem: string): never {
  throw failure(texts.cli_package_not_listed, { path, problem: problem.trim() });
}

/** go has listed a file that is not there any more. */
export function goFileGone(path: string): never {
  throw failure(texts.cli_file_gone, { path });
}
