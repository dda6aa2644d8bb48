import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { splitQuoted } from '../go/flags.ts';
import { runGo } from '../go/go.ts';
import { workspaceUnresolved } from '../report/codes/cli.ts';
import { type ModuleTable, vendoredModules } from './module-table.ts';
import { runModuleList } from './run-module-list.ts';
import { vendorOf } from './vendor.ts';
import { plainWorkspace, type WorkspaceOptions } from './workspace.ts';

/** Flags of the user's that decide where modules come from. */
export interface ModuleFlags {
  /** Value of -mod, or undefined. */
  readonly mod: string | undefined;
  /** Value of -modfile, or undefined. */
  readonly modfile: string | undefined;
}

/**
 * The modules of the build, with the versions in use.
 *
 * @param goWork generated go.work, or '' where the user's own modules are all there is
 * @throws GotsError workspace_unresolved
 */
export async function listModules(options: WorkspaceOptions, goWork: string, flags: ModuleFlags): Promise<ModuleTable> {
  const vendor = goWork === '' && (flags.mod === undefined || flags.mod === 'vendor') ? vendorOf(options) : undefined;
  if (vendor !== undefined) return vendoredModules(readFileSync(join(vendor, 'modules.txt'), 'utf8'));
  const version = '{{if .Replace}}{{.Replace.Version}}{{else}}{{.Version}}{{end}}';
  const args = ['-f', `{{.Path}}\t${version}\t{{.Dir}}`];
  if (flags.modfile !== undefined) args.push(`-modfile=${flags.modfile}`);
  const file = flags.modfile === undefined ? goWork || (await plainWorkspace(options)) : 'off';
  const env = { ...options.env, GOFLAGS: '-buildvcs=false', GOCACHEPROG: '', GOWORK: file };
  const result = await runModuleList(args, { go: options.go, cwd: options.cwd, env });
  if (result.exitCode !== 0) workspaceUnresolved(result.stderr.trim());
  const rows = result.stdout.split('\n').map((line) => line.split('\t'));
  const known = rows.filter(([path]) => path !== undefined && path !== '') as [string, string, string][];
  return {
    versions: Object.fromEntries(known.map(([path, used]) => [path, used])),
    dirs: Object.fromEntries(known.filter(([, , dir]) => dir !== '').map(([path, , dir]) => [path, dir])),
    vendored: {},
  };
}

/**
 * Those of some packages that the modules of the build have, as go finds them; modules that are not there yet are downloaded.
 *
 * @throws GotsError workspace_unresolved
 */
export async function existingPackages(
  options: WorkspaceOptions,
  goWork: string,
  paths: readonly string[],
): Promise<ReadonlySet<string>> {
  if (paths.length === 0) return new Set();
  const file = goWork || options.userGoWork || 'off';
  const own = options.modFlag === '-mod=mod' ? [] : splitQuoted(options.env['GOFLAGS'] ?? '').filter(isModFlag);
  const flags = goWork === '' ? own : [];
  const env = { ...options.env, GOFLAGS: ['-buildvcs=false', ...flags].join(' '), GOCACHEPROG: '', GOWORK: file };
  const args = ['list', '-e', '-f', '{{if .Dir}}{{.ImportPath}}{{end}}', '--', ...paths];
  const result = await runGo(args, { go: options.go, cwd: options.cwd, env });
  if (result.exitCode !== 0) workspaceUnresolved(result.stderr.trim());
  return new Set(result.stdout.split('\n').filter((line) => line !== ''));
}

function isModFlag(word: string): boolean {
  return /^--?(mod|modfile)=/.test(word);
}
