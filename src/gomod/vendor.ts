import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { sha256 } from '../base/hash.ts';
import { parseJsonStream, runGo } from '../go/go.ts';
import { vendorDiffers, workspaceUnresolved } from '../report/codes/cli.ts';
import type { WorkspaceOptions } from './workspace.ts';

interface ListedModule {
  readonly Path: string;
  readonly Version?: string;
  readonly Dir?: string;
  readonly Main?: boolean;
  readonly Replace?: { readonly Path: string; readonly Version?: string };
}

/** The vendor folder that go uses when no workspace of ours stands before it; undefined if there is none. */
export function vendorOf(options: Pick<WorkspaceOptions, 'moduleDir' | 'userGoWork'>): string | undefined {
  const root = options.userGoWork === '' ? options.moduleDir : dirname(options.userGoWork);
  const vendor = join(root, 'vendor');
  return existsSync(join(vendor, 'modules.txt')) ? vendor : undefined;
}

/**
 * With vendor/, a workspace takes the modules from the module cache instead. That is the same program only if the vendored
 * files are those of their modules, so each is compared (build-protocol G2). Modules that are not there yet are downloaded.
 *
 * @throws GotsError workspace_vendor_differs with the files; workspace_unresolved if a module cannot be had
 */
export async function checkVendor(options: WorkspaceOptions): Promise<void> {
  const vendor = vendorOf(options);
  if (vendor === undefined) return;
  const dirs = await moduleDirs(options, readFileSync(join(vendor, 'modules.txt'), 'utf8'));
  const paths = [...dirs.keys()].sort((a, b) => b.length - a.length);
  const different = new Set<string>();
  const packages = new Map<string, string>();
  for (const file of walk(vendor)) {
    const name = relative(vendor, file);
    const module = paths.find((path) => name.startsWith(`${path}/`));
    if (module === undefined) continue;
    const original = join(dirs.get(module) as string, name.slice(module.length + 1));
    if (hashOf(original) !== hashOf(file)) different.add(`vendor/${name}`);
    if (name.endsWith('.go')) packages.set(dirname(file), dirname(original));
  }
  for (const [copy, original] of packages) {
    for (const name of sourcesOf(original)) {
      if (!existsSync(join(copy, name))) different.add(`vendor/${relative(vendor, join(copy, name))}`);
    }
  }
  if (different.size > 0) vendorDiffers([...different].sort());
}

/** Folder by path of the modules that vendor/modules.txt names (`# path version`, `# path => folder`). */
async function moduleDirs(options: WorkspaceOptions, modulesTxt: string): Promise<ReadonlyMap<string, string>> {
  const vendored = new Set([...modulesTxt.matchAll(/^# (\S+)/gm)].map((match) => match[1] as string));
  const env = { ...options.env, GOFLAGS: '-mod=readonly', GOCACHEPROG: '' };
  const args = ['list', '-m', '-json=Path,Version,Dir,Main,Replace', 'all'];
  const listed = await runGo(args, { go: options.go, cwd: options.moduleDir, env });
  if (listed.exitCode !== 0) workspaceUnresolved(listed.stderr.trim());
  const modules = parseJsonStream<ListedModule>(listed.stdout).filter((m) => !m.Main && vendored.has(m.Path));
  const dirs = new Map(modules.flatMap((m) => (m.Dir === undefined ? [] : [[m.Path, m.Dir]])));
  const absent = new Map(
    modules
      .filter((m) => m.Dir === undefined)
      .map((m) => [`${(m.Replace ?? m).Path}@${(m.Replace ?? m).Version}`, m.Path]),
  );
  if (absent.size === 0) return dirs;
  // Outside the module: by version, so that nothing is written to the user's go.sum.
  mkdirSync(options.folder, { recursive: true });
  const outside = { go: options.go, cwd: options.folder, env: { ...env, GOFLAGS: '', GOWORK: 'off' } };
  const downloaded = await runGo(['mod', 'download', '-json', ...absent.keys()], outside);
  if (downloaded.exitCode !== 0) workspaceUnresolved(downloaded.stderr.trim() || downloaded.stdout.trim());
  for (const m of parseJsonStream<{ Path: string; Version: string; Dir: string }>(downloaded.stdout)) {
    const path = absent.get(`${m.Path}@${m.Version}`);
    if (path !== undefined) dirs.set(path, m.Dir);
  }
  return dirs;
}

/** Go files of a folder that `go mod vendor` copies: no tests, none with the build constraint `ignore` (modcmd/vendor.go). */
function sourcesOf(dir: string): readonly string[] {
  return readdirSync(dir).filter(
    (name) =>
      name.endsWith('.go') &&
      !name.endsWith('_test.go') &&
      !/^\/\/(go:build| ?\+build) .*\bignore\b/m.test(readFileSync(join(dir, name), 'latin1')),
  );
}

function* walk(dir: string): Generator<string> {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else yield path;
  }
}

function hashOf(path: string): string {
  return existsSync(path) ? sha256(readFileSync(path)) : '';
}
