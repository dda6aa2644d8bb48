import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { hashParts } from '../base/hash.ts';
import { type GoResult, runGo } from '../go/go.ts';
import { workspaceGoTooOld, workspaceModFlag, workspaceUnresolved } from '../report/codes/cli.ts';
import { godebugSettings } from './godebug.ts';
import { runModuleList } from './run-module-list.ts';

/** A module in a directory that woven code needs and the user's modules do not provide. */
export interface HookModule {
  readonly path: string;
  readonly dir: string;
  /** The folder stands in for every version of the module that any other module requires. */
  readonly anyVersion?: boolean | undefined;
}

/** A module that must be used at one version, whatever is required. */
export interface PinnedModule {
  readonly path: string;
  readonly version: string;
}

export interface WorkspaceOptions {
  readonly go: string;
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Directory of the user's main module. */
  readonly moduleDir: string;
  /** The user's own go.work, or ''. */
  readonly userGoWork: string;
  readonly hooks: readonly HookModule[];
  readonly pins?: readonly PinnedModule[] | undefined;
  /** Modules for which folders stand in, where anything requires them. */
  readonly replaced?: readonly HookModule[] | undefined;
  /** `go1.26.8`. */
  readonly goVersion: string;
  /** Folder below which the workspace is made, one per content. */
  readonly folder: string;
  readonly modFlag: string | undefined;
}

interface Versioned {
  readonly Path: string;
  readonly Version?: string;
}

interface GoModJson {
  readonly Module?: { readonly Path: string };
  readonly Go?: string;
  readonly Toolchain?: string;
  readonly Require?: readonly Versioned[] | null;
  readonly Replace?: readonly { readonly Old: Versioned; readonly New: Versioned }[] | null;
}

interface GoWorkJson extends GoModJson {
  readonly Use?: readonly { readonly DiskPath: string }[] | null;
}

/**
 * Writes a go.work outside the user's tree that joins the user's modules and a generated one which requires the hook
 * modules. The language level, GODEBUG and versions of the user's own modules stay as they are: go.mod is not touched,
 * and `godebug default=` holds what raising the go line of the workspace would change (build-protocol G1).
 *
 * @returns path of the go.work
 * @throws GotsError workspace_mod_flag, workspace_go_too_old, workspace_unresolved
 */
export async function makeWorkspace(options: WorkspaceOptions): Promise<string> {
  if (options.modFlag !== undefined) workspaceModFlag(options.modFlag);
  const own = await readModule(options, join(options.moduleDir, 'go.mod'));
  const user = options.userGoWork === '' ? undefined : await readWork(options);
  const hooks = await Promise.all(options.hooks.map((hook) => readModule(options, join(hook.dir, 'go.mod'))));
  const hookGo = highest(hooks.map((hook) => hook.Go ?? '1.16'));
  const userGo = user?.Go ?? own.Go ?? '1.16';
  const needed = highest([hookGo, userGo]);
  if (compareGo(needed, options.goVersion.replace(/^go/, '')) > 0) workspaceGoTooOld(needed, options.goVersion);
  const lines = workLines({ user, own, userGo, needed, options, generated: ['./mod'] });
  const goMod = generatedModule(options.hooks, hookGo);
  const sums = options.hooks.map((hook) => readIfThere(join(hook.dir, 'go.sum'))).join('');
  const dir = join(options.folder, hashParts(lines, goMod, sums).slice(0, 24));
  const goWork = join(dir, 'go.work');
  writeOnce(join(dir, 'mod', 'go.mod'), goMod);
  writeOnce(join(dir, 'mod', 'go.sum'), [...new Set(sums.split('\n'))].sort().join('\n').trimStart());
  writeOnce(goWork, lines);
  return goWork;
}

interface Lines {
  readonly user: GoWorkJson | undefined;
  readonly own: GoModJson;
  readonly userGo: string;
  readonly needed: string;
  readonly options: WorkspaceOptions;
  readonly generated: readonly string[];
}

function workLines({ user, own, userGo, needed, options, generated }: Lines): string {
  const base = user ? join(options.userGoWork, '..') : options.moduleDir;
  // Without a slash at the end, which go does not take for the same folder.
  const absolute = (path: string) => resolve(base, path);
  const uses = user ? (user.Use ?? []).map((use) => absolute(use.DiskPath)) : [options.moduleDir];
  const toolchain = user ? user.Toolchain : own.Toolchain;
  const godebug = godebugSettings(readIfThere(user ? options.userGoWork : join(options.moduleDir, 'go.mod')));
  const lines = [`go ${needed}`];
  if (toolchain && compareGo(toolchain.replace(/^go/, ''), needed) > 0) lines.push(`toolchain ${toolchain}`);
  if (!godebug.some(({ key }) => key === 'default') && compareGo(needed, userGo) > 0) {
    lines.push(`godebug default=go${userGo.split('.').slice(0, 2).join('.')}`);
  }
  for (const { key, value } of godebug) lines.push(`godebug ${key}=${value}`);
  for (const use of [...uses, ...generated]) lines.push(`use ${quote(use)}`);
  const ours = generated.length === 0 ? [] : replacements(options);
  lines.push(...ours.map(({ path, target }) => `replace ${path} => ${target}`));
  const taken = new Set(ours.map(({ path }) => path));
  for (const { Old, New } of (user?.Replace ?? []).filter(({ Old }) => !taken.has(Old.Path))) {
    const target = New.Version ? `${New.Path} ${New.Version}` : quote(absolute(New.Path));
    lines.push(`replace ${Old.Path}${Old.Version ? ` ${Old.Version}` : ''} => ${target}`);
  }
  return `${lines.join('\n')}\n`;
}

/** What stands in for modules in the whole workspace; these override the replacements in every go.mod. */
function replacements({
  hooks,
  replaced = [],
  pins = [],
}: WorkspaceOptions): readonly { path: string; target: string }[] {
  const own = hooks.filter(({ anyVersion }) => anyVersion === true);
  const folders = [...own, ...replaced.filter(({ path }) => !own.some((hook) => hook.path === path))];
  return [
    ...folders.map(({ path, dir }) => ({ path, target: quote(dir) })),
    ...pins.map(({ path, version }) => ({ path, target: `${path} ${version}` })),
  ];
}

/** A version for a module that is taken from a folder: the lowest that its path allows (`…/v2`, `gopkg.in/….v2`). */
export function someVersion(path: string): string {
  const major = /\/v(\d+)$/.exec(path) ?? /^gopkg\.in\/.*\.v(\d+)$/.exec(path);
  return `v${major?.[1] ?? 0}.0.0`;
}

function generatedModule(hooks: readonly HookModule[], goVersion: string): string {
  const requires = hooks.map(
    ({ path, dir, anyVersion }) =>
      `require ${path} ${someVersion(path)}\n${anyVersion === true ? '' : `replace ${path} ${someVersion(path)} => ${quote(dir)}\n`}`,
  );
  return `module gots.injected\n\ngo ${goVersion}\n\n${requires.join('')}`;
}

/**
 * Checks that the workspace resolves, and lets go write its go.work.sum while nothing else reads it.
 *
 * @param packages packages that must be found
 * @throws GotsError workspace_unresolved with go's message
 */
export async function checkWorkspace(
  options: WorkspaceOptions,
  goWork: string,
  packages: readonly string[],
): Promise<void> {
  const env = { ...options.env, GOWORK: goWork, GOFLAGS: '-buildvcs=false', GOCACHEPROG: '' };
  const result = await runGo(['list', '-deps', '-f', '{{""}}', '--', ...packages], {
    go: options.go,
    cwd: options.cwd,
    env,
  });
  if (result.exitCode !== 0) workspaceUnresolved(result.stderr.trim());
}

/**
 * Version by path of every module in the build list. Without `goWork`, that of the user's own modules: listed under a
 * generated go.work too, since go writes checksums it lacks beside the go.work or go.mod in use, and the user's tree is not ours.
 */
export async function buildList(options: WorkspaceOptions, goWork: string): Promise<ReadonlyMap<string, string>> {
  const file = goWork === '' ? await plainWorkspace(options) : goWork;
  const env = { ...options.env, GOFLAGS: '-buildvcs=false', GOCACHEPROG: '', GOWORK: file };
  const format = '{{.Path}} {{if and .Replace .Replace.Version}}{{.Replace.Version}}{{else}}{{.Version}}{{end}}';
  const result = await runModuleList(['-f', format], { go: options.go, cwd: options.cwd, env });
  if (result.exitCode !== 0) workspaceUnresolved(result.stderr.trim());
  const list = new Map<string, string>();
  for (const line of result.stdout.split('\n')) {
    const [path, version = ''] = line.split(' ');
    if (path) list.set(path, version);
  }
  return list;
}

/** A go.work with the user's modules and nothing else. */
export async function plainWorkspace(options: WorkspaceOptions): Promise<string> {
  const own = await readModule(options, join(options.moduleDir, 'go.mod'));
  const user = options.userGoWork === '' ? undefined : await readWork(options);
  const userGo = user?.Go ?? own.Go ?? '1.16';
  const lines = workLines({ user, own, userGo, needed: userGo, options, generated: [] });
  const goWork = join(options.folder, hashParts(lines).slice(0, 24), 'go.work');
  writeOnce(goWork, lines);
  return goWork;
}

/** Written by rename, and only if it is not there: another build may be reading it. */
function writeOnce(file: string, text: string): void {
  if (existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true });
  const temp = `${file}.${process.pid}`;
  writeFileSync(temp, text);
  renameSync(temp, file);
}

export async function readModule(options: WorkspaceOptions, file: string): Promise<GoModJson> {
  return parse(await edit(options, ['mod', 'edit', '-json', file]));
}

async function readWork(options: WorkspaceOptions): Promise<GoWorkJson> {
  return parse(await edit(options, ['work', 'edit', '-json', options.userGoWork]));
}

function edit(options: WorkspaceOptions, args: readonly string[]): Promise<GoResult> {
  return runGo(args, { go: options.go, cwd: options.cwd, env: { ...options.env, GOFLAGS: '', GOCACHEPROG: '' } });
}

function parse<T>(result: GoResult): T {
  if (result.exitCode !== 0) workspaceUnresolved(result.stderr.trim());
  return JSON.parse(result.stdout) as T;
}

/** A module that needs no other has no go.sum. */
function readIfThere(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function highest(versions: readonly string[]): string {
  return versions.reduce((a, b) => (compareGo(a, b) >= 0 ? a : b), '1.16');
}

/** Orders Go versions as 1.26.8, 1.27rc1, 1.25: pre-releases come before their release. */
export function compareGo(a: string, b: string): number {
  const parts = (text: string) => {
    const match = /^(\d+)\.(\d+)(?:\.(\d+))?(?:(rc|beta)(\d+))?/.exec(text);
    const stage = match?.[4] === 'beta' ? 0 : match?.[4] === 'rc' ? 1 : 2;
    return [Number(match?.[1] ?? 0), Number(match?.[2] ?? 0), Number(match?.[3] ?? 0), stage, Number(match?.[5] ?? 0)];
  };
  const [x, y] = [parts(a), parts(b)];
  for (let n = 0; n < x.length; n++) if (x[n] !== y[n]) return (x[n] as number) - (y[n] as number);
  return 0;
}

function quote(path: string): string {
  return /[\s"'`()]/.test(path) || path.includes('//') ? JSON.stringify(path) : path;
}
