import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { readIfThere } from '../base/read-if-there.ts';
import { parseJsonStream, runGo } from '../go/go.ts';
import { parseModFile } from '../lang/modules/mod-file.ts';
import { modulesUnresolved } from '../report/codes/modules.ts';
import { GeneratedFiles } from './generated-files.ts';
import type { HookProvider } from './listed-modules.ts';
import type { ModuleOptions } from './module-options.ts';
import { type AddedMember, ownWorkspace, type Workspace } from './own-workspace.ts';
import type { HookRequest, ResolvedHooks } from './resolve-hooks.ts';
import { runModuleList } from './run-module-list.ts';
import type { UserModules } from './user-modules.ts';
import { compareModuleVersions, escaped } from './versions.ts';

/** A module of the program's that weaving raises. */
export interface RaisedModule {
  readonly path: string;
  readonly from: string;
  readonly to: string;
  /** The module that asks for it. */
  readonly askedBy: string;
}

/**
 * The modules of the program that must be raised: those that hold injected packages and are too old, and those that the raised ones require
 * in turn, as `go get` would raise them.
 */
export async function raisedBy(
  { providers }: ResolvedHooks,
  request: HookRequest,
  user: UserModules,
  options: ModuleOptions,
): Promise<readonly RaisedModule[]> {
  const raised = new Map<string, RaisedModule>();
  const hooks = new Set([...request.hooks, ...request.replaced].map(({ path }) => path));
  const todo: { path: string; version: string; mod: HookProvider['mod'] }[] = [];
  for (const { path, version, mod } of providers) {
    const from = user.versions.get(path);
    if (from === undefined) continue;
    const pin = request.pins.find((each) => each.path === path)?.version;
    const isSame = version === from || user.isReplaced(path);
    const isOther = pin === undefined ? hooks.has(path) || !isSame : pin !== from;
    if (!isOther) continue;
    raised.set(path, { path, from, to: pin ?? version, askedBy: askerOf(path, providers) });
    todo.push({ path, version: pin ?? version, mod });
  }
  for (const { path: asker, mod } of todo) {
    for (const { path, version } of mod.requires) {
      const from = user.versions.get(path);
      const known = raised.get(path)?.to ?? from;
      if (from === undefined || known === undefined || user.isReplaced(path)) continue;
      if (compareModuleVersions(known, version) >= 0) continue;
      raised.set(path, { path, from, to: version, askedBy: asker });
      todo.push({ path, version, mod: await modOf(path, version, options) });
    }
  }
  return [...raised.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * Lines of go.sum for raised modules of which there are none: those that only the raised ones require. The program has packages of them, or
 * may have.
 *
 * @param known lines of go.sum
 */
export async function sumsOfRaised(
  raised: readonly RaisedModule[],
  known: string,
  options: ModuleOptions,
): Promise<string> {
  const lines = known.split('\n');
  const has = (start: string): boolean => lines.some((line) => line.startsWith(`${start} `));
  const open = raised.filter(({ path, to }) => !has(`${path} ${to}`) || !has(`${path} ${to}/go.mod`));
  if (open.length === 0) return '';
  const modules = await downloaded(
    open.map(({ path, to }) => `${path}@${to}`),
    options,
  );
  return modules
    .map(({ Path, Version, Sum, GoModSum }) => `${Path} ${Version} ${Sum}\n${Path} ${Version}/go.mod ${GoModSum}\n`)
    .join('');
}

/** A module with raised modules as it is written: its go.mod and go.sum, and other go.mod files that stand in the place of those there are. */
interface Raising {
  readonly goMod: string;
  readonly goSum: string;
  readonly overlaid: ReadonlyMap<string, string>;
}

/**
 * Lines of go.sum that go lacks for the packages of a workspace whose modules are raised: what raised modules require, and require in turn. go
 * would add them to the user's go.work.sum; here it adds them to a file of ours.
 */
export async function sumsOfRaisedWorkspace(
  work: Workspace,
  added: AddedMember & Raising,
  user: Pick<UserModules, 'mains'>,
  options: ModuleOptions,
): Promise<string> {
  const own = ownWorkspace(work, options.folder, added);
  try {
    const overlay = overlayIn(dirname(own.file), added.overlaid);
    const env = { GOWORK: own.file, GOFLAGS: '-buildvcs=false -mod=readonly' };
    await load({ env, flags: [overlay] }, user, options);
    return linesBeside(work.sums, own.sums());
  } finally {
    own.remove();
  }
}

/** The same of a module of a Go before 1.17, of whose requirements go reads all, and in turn, in each build: one without a sum is an error. */
export async function sumsOfRaisedModule(
  { goMod, goSum, overlaid }: Raising,
  user: Pick<UserModules, 'mains'>,
  options: ModuleOptions,
): Promise<string> {
  const dir = mkdtempSync(join(options.folder, 'raised-'));
  try {
    const file = join(dir, 'go.mod');
    writeFileSync(file, goMod);
    writeFileSync(join(dir, 'go.sum'), goSum);
    const flags = ['-mod=mod', `-modfile=${file}`, overlayIn(dir, overlaid)];
    await load({ env: { GOWORK: 'off', GOFLAGS: '-buildvcs=false' }, flags }, user, options);
    return linesBeside(goSum, readIfThere(join(dir, 'go.sum')));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** The flag that puts texts in the place of files; they are written below a folder. */
function overlayIn(dir: string, texts: ReadonlyMap<string, string>): string {
  const files = new GeneratedFiles();
  for (const [path, text] of texts) files.over(path, text);
  return `-overlay=${join(files.write(dir).folder, 'overlay.json')}`;
}

/** Has go load all modules, and the packages of those that the build is about. What cannot be loaded go says when it builds. */
async function load(
  how: { readonly env: NodeJS.ProcessEnv; readonly flags: readonly string[] },
  { mains }: Pick<UserModules, 'mains'>,
  { go, cwd, moduleDir, env, flags: { tags } }: ModuleOptions,
): Promise<void> {
  const place = { go, cwd: moduleDir, env: { ...env, GOCACHEPROG: '', ...how.env } };
  await runModuleList(how.flags, place);
  const isInside = !relative(moduleDir, cwd).startsWith('..');
  const patterns = isInside ? ['./...'] : mains.map(({ dir }) => `${dir}/...`);
  const tagged = tags ? [`-tags=${tags}`] : [];
  await runGo(['list', '-e', '-deps', '-f', '{{""}}', ...how.flags, ...tagged, '--', ...patterns], place);
}

/** The lines of a text that another lacks. */
function linesBeside(known: string, text: string): string {
  const lines = new Set(known.split('\n'));
  const others = text.split('\n').filter((line) => !lines.has(line));
  return others.map((line) => `${line}\n`).join('');
}

/** The provider that requires the highest version of a module. */
function askerOf(path: string, providers: readonly HookProvider[]): string {
  let best = { asker: 'an injected module', version: '' };
  for (const { path: asker, mod } of providers) {
    const version = mod.requires.find((each) => each.path === path)?.version ?? '';
    if (compareModuleVersions(version, best.version) > 0) best = { asker, version };
  }
  return best.asker;
}

async function modOf(path: string, version: string, options: ModuleOptions): Promise<HookProvider['mod']> {
  const file = join(options.modCache, 'cache/download', escaped(path), '@v', `${escaped(version)}.mod`);
  if (!existsSync(file)) {
    const [module] = await downloaded([`${path}@${version}`], options);
    return parseModFile(readIfThere(module?.GoMod ?? ''));
  }
  return parseModFile(readIfThere(file));
}

/** What `go mod download -json` says. */
interface Downloaded {
  readonly Path: string;
  readonly Version: string;
  readonly GoMod: string;
  readonly Sum: string;
  readonly GoModSum: string;
}

async function downloaded(modules: readonly string[], options: ModuleOptions): Promise<readonly Downloaded[]> {
  const env = { ...options.env, GOFLAGS: '', GOWORK: 'off', GOCACHEPROG: '' };
  const result = await runGo(['mod', 'download', '-json', ...modules], { go: options.go, cwd: options.folder, env });
  if (result.exitCode !== 0) modulesUnresolved(result.stderr.trim() || result.stdout.trim());
  return parseJsonStream<Downloaded>(result.stdout);
}
