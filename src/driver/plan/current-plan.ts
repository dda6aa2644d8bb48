import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { hashParts } from '../../base/hash.ts';
import { removeLeftOvers } from '../../base/temporary.ts';
import { configurationVariables, isConfiguration } from '../../dialects/facts.ts';
import { findFlags, readFlags, splitQuoted } from '../../go/flags.ts';
import { readOverlay } from '../../go/overlay.ts';
import { cacheUnwritable } from '../../report/codes/cli.ts';
import { ensureShim } from '../programs/shim.ts';
import { type Plan, readPlan, rulesFile, staleInput, writePlan } from './plan.ts';
import type { PlanRequest } from './plan-request.ts';
import { weaverCode } from './weaver-code.ts';

/**
 * The plan of a build, from the last one if nothing it was made from has changed. Warnings are shown when it is made.
 *
 * @returns path of the plan, and the plan
 * @throws GotsError of aspects, modules and the shim; cli_cache_unwritable
 */
export async function currentPlan(request: PlanRequest): Promise<CurrentPlan> {
  try {
    return await findOrMake(request);
  } catch (error) {
    const { code = '', path = '' } = error as NodeJS.ErrnoException;
    const unwritable = ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR'].includes(code);
    // A write that fails does not say where; nothing but the cache folder is written to here.
    if (unwritable && (path === '' || path.startsWith(request.cacheDir)))
      cacheUnwritable(request.cacheDir, error as Error);
    throw error;
  }
}

/** Marking a plan as used once a day is enough for the removal of old ones. */
const markAfterMs = 24 * 3_600_000;

interface CurrentPlan {
  readonly file: string;
  readonly plan: Plan;
}

async function findOrMake(request: PlanRequest): Promise<CurrentPlan> {
  const { goEnv, cacheDir, place } = request;
  const { moduleDir, configDirs } = place;
  const flags = readFlags(request.goArgs, splitQuoted(goEnv.goflags));
  const cwd = resolve(request.cwd, flags.chdir ?? '');
  const modfile = flags.values.get('modfile');
  const overlay = readOverlay(flags.values.get('overlay'), cwd);
  const moduleFlags = {
    mod: flags.values.get('mod'),
    modfile: modfile && resolve(cwd, modfile),
    overlay,
    tags: flags.values.get('tags'),
  };
  const identity = [
    request.aspectFiles.join('\n'),
    JSON.stringify(goEnv),
    JSON.stringify({ ...moduleFlags, overlay: overlay.file }),
    configDirs.join('\n'),
    // What hook modules need differs between systems.
    ...['GOOS', 'GOARCH', 'CGO_ENABLED'].map((name) => request.env[name] ?? ''),
    ...configurationVariables.map((name) => request.env[name] ?? ''),
    // A configuration that is new changes no file that was read.
    ...readdirSync(moduleDir).filter(isConfiguration),
    request.home,
    process.execPath,
    process.version,
  ];
  const code = weaverCode(request.home, cacheDir);
  const file = join(cacheDir, 'plans', hashParts(code, moduleDir, ...identity).slice(0, 32), 'plan.json');
  const known = lastPlan(file, code);
  const shim = ensureShim({
    go: request.go,
    goVersion: goEnv.version,
    cacheDir,
    sourceDir: join(request.home, 'helper', 'shim'),
    log: request.log,
    env: request.env,
    touchedFile: request.env['GOTS_TOUCHED'],
  });
  // Waited for below, when the plan is made.
  shim.catch(() => {});
  if (known && known.shim === (await shim)) return { file, plan: known };
  // Loaded only when needed: YAML and aspects cost more to load than all the rest of a build in which nothing changed.
  const [{ newPlan }, { writeRules }, { PlanAnswers }] = await Promise.all([
    import('./make-plan.ts'),
    import('./rules.ts'),
    import('./plan-answers.ts'),
  ]);
  const answers = new PlanAnswers(join(dirname(file), 'answers.json'), code);
  const plan = await newPlan(request, {
    ...place,
    cwd,
    moduleFlags,
    findFlags: findFlags(flags),
    overlay,
    shim,
    code,
    answers,
  }).catch(async (error: unknown) => {
    // What builds the shim holds a lock, and ends with this process.
    await shim.catch(() => {});
    throw error;
  });
  answers.save();
  writeRules(file, plan);
  writePlan(file, plan);
  removeLeftOvers(dirname(file));
  return { file, plan };
}

/** The plan on disk, if it can be believed, every input is as it was and what was generated for it still exists. */
function lastPlan(file: string, code: string): Plan | undefined {
  const last = readPlan(file, code);
  if ('reason' in last) return undefined;
  const { plan } = last;
  if (staleInput(plan) !== undefined || !isWhole(file, plan)) return undefined;
  try {
    const now = new Date();
    // Each change of its times makes the next build look at everything again (replay.ts).
    if (now.getTime() - statSync(file).mtimeMs > markAfterMs) utimesSync(file, now, now);
  } catch {
    // A plan that cannot be marked as used is still one.
  }
  return plan;
}

/** Whether the files are there that were generated with the plan: its rules, and what is named by its content. */
function isWhole(file: string, { injection }: Plan): boolean {
  if (!existsSync(rulesFile(file))) return false;
  if (!injection) return true;
  return [injection.overlay, ...Object.keys(injection.standIns)].every((path) => existsSync(path));
}
