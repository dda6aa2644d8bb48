import { namesIfThere } from '../base/read-if-there.ts';
import { runGo } from '../go/go.ts';
import { modulesUnresolved } from '../report/codes/modules.ts';
import { injectedFlags } from './injected-flags.ts';
import type { Injection } from './injection.ts';
import type { ModuleOptions } from './module-options.ts';
import { type ModuleTable, moduleOf, packageDir } from './module-table.ts';

/**
 * Those of some packages that the modules of the build have, as go finds them. Go is asked only about modules whose files are not here yet,
 * which are downloaded: about a package that is in no module it would read the requirements of all.
 *
 * @throws GotsError modules_unresolved
 */
export async function existingPackages(
  paths: readonly string[],
  table: ModuleTable,
  options: ModuleOptions & { readonly injection: Injection | undefined },
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const open: string[] = [];
  for (const path of paths) {
    if (moduleOf(table, path) === undefined) {
      if (!(path.split('/')[0] as string).includes('.')) open.push(path);
      continue;
    }
    const dir = packageDir(table, path);
    const module = table.dirs[moduleOf(table, path)?.path ?? ''];
    if (dir === undefined || module === undefined || !isThere(module)) open.push(path);
    else if (isThere(dir)) found.add(path);
  }
  if (open.length === 0) return found;
  const { flags, injection } = options;
  const given = Object.entries({
    mod: flags.mod === 'mod' ? undefined : flags.mod,
    modfile: flags.modfile,
    overlay: flags.overlay.file || undefined,
  });
  const own = given.flatMap(([name, value]) => (value === undefined ? [] : [`-${name}=${value}`]));
  const env = { ...options.env, GOFLAGS: '-buildvcs=false', GOCACHEPROG: '' };
  const args = [
    'list',
    '-e',
    '-f',
    '{{if .Dir}}{{.ImportPath}}{{end}}',
    ...injectedFlags(own, injection),
    '--',
    ...open,
  ];
  const result = await runGo(args, { go: options.go, cwd: options.moduleDir, env });
  if (result.exitCode !== 0) modulesUnresolved(result.stderr.trim());
  for (const line of result.stdout.split('\n')) if (line !== '') found.add(line);
  return found;
}

function isThere(dir: string): boolean {
  return namesIfThere(dir).length > 0;
}
