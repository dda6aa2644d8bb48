import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../base/hash.ts';
import { readSealed, writeSealed } from '../../base/sealed.ts';
import type { Injection } from '../../gomod/injection.ts';
import type { ModuleTable } from '../../gomod/module-table.ts';
import type { Aspect } from '../../vocabulary/aspect.ts';

/** Version of gots, for people; keys hold {@link Plan.code}. */
export const weaverVersion = '0.1.0';

/** A file the plan was made from. Changed since: the plan is stale. */
export interface PlanInput {
  readonly path: string;
  /** Of a file SHA-256, of a folder {@link stampOf} it; '' if it was absent. */
  readonly hash: string;
}

/** A module that weaving adds to, or raises in, the user's build list. */
export interface AddedModule {
  readonly path: string;
  readonly version: string;
  /** Version in the user's own build list, where weaving raises it. */
  readonly raisedFrom?: string | undefined;
}

/**
 * All that the cache program must know and cannot find out in time: made by the command, read once per build.
 * JSON, sealed; the file is named in GOTS_PLAN and never changed after it was written. It holds no value of the environment:
 * those may be secrets.
 */
export interface Plan {
  readonly version: string;
  /** Hash of the code that made the plan and weaves by it (weaver-code.ts): part of every key and of the linker's salt. */
  readonly code: string;
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
  /** Folder of the user's go.work, symbolic links resolved; '' outside a workspace. */
  readonly workDir: string;
  /** How injected packages are found; undefined when the user's own modules provide them all. */
  readonly injection?: Injection | undefined;
  readonly added: readonly AddedModule[];
  /** Packages that only injected code brings into the program, where that is known beforehand; else go is asked. */
  readonly injectedOnly?: readonly string[] | undefined;
  readonly goCache: string;
  /** GOMODCACHE, where modules lie. */
  readonly moduleCache: string;
  readonly cacheDir: string;
  readonly shim: string;
}

/** What a plan is made of is known to the code that made it only. */
const planKind = (code: string): string => `plan ${code}`;

/** @throws the error of the file system */
export function writePlan(file: string, plan: Plan): void {
  writeSealed(file, planKind(plan.code), planText(plan));
}

/** The text that is sealed: its hash tells plans apart. */
export function planText(plan: Plan): string {
  return JSON.stringify(plan);
}

/** Where the rules of a plan lie (rules.ts). */
export function rulesFile(planFile: string): string {
  return `${planFile}.rules`;
}

/**
 * Reads a plan that this code made.
 *
 * @param code of the weaver that reads it
 * @returns the plan, or why it cannot be used
 */
export function readPlan(file: string, code: string): { readonly plan: Plan } | { readonly reason: string } {
  const sealed = readSealed(file, planKind(code));
  return 'reason' in sealed ? sealed : { plan: JSON.parse(sealed.text) as Plan };
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
