import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ModuleTable } from '../../gomod/module-table.ts';
import { bazelPlanUnreadable } from '../../report/codes/bazel.ts';
import type { Aspect } from '../../vocabulary/aspect.ts';
import { type Plan, weaverVersion } from '../plan/plan.ts';

/** Name of the plan in its folder. Beside it is the folder {@link moduleFolder}, and the oracle program. */
export const planFile = 'plan.json';
/** A module from which every package that weaving may bring in is built, without network or module cache. */
export const moduleFolder = 'module';
/** The program that answers questions about types. */
export const oracleFile = 'oracle';

/** A package that weaving may bring in, or that such a one imports. */
export interface BazelPackage {
  readonly path: string;
  readonly name: string;
  readonly imports: readonly string[];
  /** Folder below {@link moduleFolder}; '' for the standard library's. */
  readonly dir: string;
}

/** A plan that holds on any machine: no path of the one that made it, and no environment. */
export interface BazelPlan {
  readonly version: string;
  readonly rootModule: string;
  readonly goVersion: string;
  readonly modules?: ModuleTable | undefined;
  readonly aspects: readonly Aspect[];
  readonly packages: readonly BazelPackage[];
  readonly injectedOnly: readonly string[];
}

/** @throws the error of the file system */
export function writeBazelPlan(folder: string, plan: BazelPlan): void {
  writeFileSync(join(folder, planFile), `${JSON.stringify(plan, null, 1)}\n`);
}

/** @throws GotsError bazel_plan_unreadable */
export function readBazelPlan(folder: string): BazelPlan {
  let plan: BazelPlan;
  try {
    plan = JSON.parse(readFileSync(join(folder, planFile), 'utf8')) as BazelPlan;
  } catch (error) {
    return bazelPlanUnreadable(folder, (error as Error).message);
  }
  return plan.version === weaverVersion
    ? plan
    : bazelPlanUnreadable(folder, `version ${plan.version} of gots wrote it, and this is ${weaverVersion}`);
}

/** The plan as the driver's steps take it. */
export function driverPlan(
  plan: BazelPlan,
  places: Pick<Plan, 'code' | 'moduleDirs' | 'goCache' | 'cacheDir' | 'shim'>,
): Plan {
  const { version, aspects, rootModule, goVersion, modules, injectedOnly } = plan;
  const none = { aspectFiles: [], inputs: [], added: [], workDir: '', moduleCache: '' };
  return { version, aspects, rootModule, goVersion, modules, injectedOnly, ...none, ...places };
}

/** The archive of a package in the folder of the standard library's. */
export function archiveOf(folder: string, path: string): string {
  return join(folder, `${path}.a`);
}

/** The folder with the sources of a package of the plan; undefined for the standard library's, and for those that the plan does not know. */
export function sourcesOfPackage(planFolder: string, found: BazelPackage | undefined): string | undefined {
  return found === undefined || found.dir === '' ? undefined : join(planFolder, moduleFolder, found.dir);
}
