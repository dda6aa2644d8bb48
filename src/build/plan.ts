import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Aspect } from '../aspects/ir.ts';
import { sha256 } from '../base/hash.ts';
import type { ModuleTable } from '../gomod/module-table.ts';

/** Version of gots: part of every key, of the linker's salt and of the build settings in woven binaries. */
export const weaverVersion = '0.1.0';

/** A file the plan was made from. Changed since: the plan is stale. */
export interface PlanInput {
  readonly path: string;
  /** Of a file SHA-256, of a folder {@link stampOf} it; '' if it was absent. */
  readonly hash: string;
}

/** A module that the workspace adds to, or raises in, the user's build list. */
export interface AddedModule {
  readonly path: string;
  readonly version: string;
  /** Version in the user's own build list, where weaving raises it. */
  readonly raisedFrom?: string | undefined;
}

/**
 * All that the cache program must know and cannot find out in time: made by the command, read once per build.
 * Plain JSON; the file is named in GOTS_PLAN and never changed after it was written.
 */
export interface Plan {
  readonly version: string;
  readonly aspects: readonly Aspect[];
  /** Display name → absolute path of each aspect file. */
  readonly aspectFiles: readonly { readonly display: string; readonly path: string }[];
  readonly inputs: readonly PlanInput[];
  readonly rootModule: string;
  /** Version of Go in use, `go1.26.8`. */
  readonly goVersion: string;
  /** Which module holds a package; undefined where no aspect asks for versions. */
  readonly modules?: ModuleTable | undefined;
  /** Directories of the modules that are woven as main modules, symbolic links resolved. */
  readonly moduleDirs: readonly string[];
  /** Generated go.work, or '' when the user's own modules provide all that is injected. */
  readonly goWork: string;
  readonly added: readonly AddedModule[];
  readonly goCache: string;
  readonly cacheDir: string;
  readonly shim: string;
  /** Effective GOFLAGS of the user, without gots' own. */
  readonly goflags: readonly string[];
  /** The user's own GOCACHEPROG, or ''. */
  readonly backing: string;
}

export function readPlan(file: string): Plan {
  return JSON.parse(readFileSync(file, 'utf8')) as Plan;
}

export function hashFile(path: string): string {
  try {
    return sha256(readFileSync(path));
  } catch {
    return '';
  }
}

/** The state of a {@link PlanInput}. */
export function hashInput(path: string): string {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? stampOf(path) : hashFile(path);
}

/** Names, sizes and times of all files below a folder: vendor/ holds too many to read them in every build. */
function stampOf(dir: string): string {
  const lines = readdirSync(dir, { recursive: true, encoding: 'utf8' }).sort();
  const describe = (name: string) => {
    const { size, mtimeMs } = statSync(join(dir, name));
    return `${name} ${size} ${mtimeMs}`;
  };
  return sha256(lines.map(describe).join('\n'));
}

/** The first input that is not as it was, or undefined. */
export function staleInput(plan: Plan): string | undefined {
  return plan.inputs.find((input) => hashInput(input.path) !== input.hash)?.path;
}

/** Path in the go.mod of a module's directory; '' if it cannot be read. */
export function modulePathOf(dir: string): string {
  try {
    return /^module\s+"?([^\s"]+)/m.exec(readFileSync(join(dir, 'go.mod'), 'utf8'))?.[1] ?? '';
  } catch {
    return '';
  }
}

/** Directory of the go.mod that governs `cwd`, symbolic links resolved; undefined outside any module. */
export function moduleDirOf(cwd: string): string | undefined {
  let dir: string;
  try {
    dir = realpathSync(cwd);
  } catch {
    return undefined;
  }
  for (;;) {
    if (hashFile(join(dir, 'go.mod')) !== '') return dir;
    const parent = dirname(dir);
    if (parent === dir) return undefined;
    dir = parent;
  }
}
