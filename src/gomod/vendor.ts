import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseJsonStream, runGo } from '../go/go.ts';
import { vendorDiffers } from '../report/codes/cli.ts';
import type { WorkspaceOptions } from './workspace.ts';

/**
 * With vendor/, a workspace takes the modules from the module cache instead. That is the same program only if the vendored
 * files are those of their modules, so each is compared (build-protocol G2).
 *
 * @throws GotsError workspace_vendor_differs with the files
 */
export async function checkVendor(options: WorkspaceOptions): Promise<void> {
  const vendor = join(options.moduleDir, 'vendor');
  if (!existsSync(join(vendor, 'modules.txt'))) return;
  const env = { ...options.env, GOFLAGS: '-mod=mod', GOWORK: 'off', GOCACHEPROG: '' };
  const result = await runGo(['list', '-m', '-e', '-json=Path,Dir,Main', 'all'], {
    go: options.go,
    cwd: options.moduleDir,
    env,
  });
  const dirs = new Map<string, string>();
  for (const m of parseJsonStream<{ Path: string; Dir?: string; Main?: boolean }>(result.stdout)) {
    if (m.Dir && !m.Main) dirs.set(m.Path, m.Dir);
  }
  const paths = [...dirs.keys()].sort((a, b) => b.length - a.length);
  const different: string[] = [];
  for (const file of walk(vendor)) {
    const name = relative(vendor, file);
    const module = paths.find((path) => name.startsWith(`${path}/`));
    if (!module) continue;
    const original = join(dirs.get(module) as string, name.slice(module.length + 1));
    if (hash(original) !== hash(file)) different.push(`vendor/${name}`);
  }
  if (different.length > 0) vendorDiffers(different.sort());
}

function* walk(dir: string): Generator<string> {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else yield path;
  }
}

function hash(path: string): string {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex');
  } catch {
    return '';
  }
}
