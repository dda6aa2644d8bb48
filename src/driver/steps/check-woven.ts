import { dirname, resolve } from 'node:path';
import type { Log } from '../../base/log.ts';
import { moduleDirOf } from '../../base/module-folder.ts';
import { initOrderMoved } from '../../report/codes/weave.ts';
import type { WovenPackage } from '../../weave/weave-request.ts';
import { packageFacts } from '../plan/package-aspects.ts';
import type { Plan } from '../plan/plan.ts';
import type { GoCommands } from '../ports.ts';
import type { PackageSources } from './oracle.ts';
import { isAccepted, isSmall } from './own-compile.ts';
import { type PackageCompile, sourcesOf } from './package-compile.ts';
import type { Types } from './type-checker.ts';

/** What checks work with. */
export interface CheckContext {
  readonly plan: Plan;
  readonly log: Log;
  readonly types: Types;
  readonly go: Pick<GoCommands, 'accepts'>;
  /** GOARCH of the build. */
  readonly goarch: string;
}

/**
 * Whether the package's own files have an error that weaving may hide, or may have one. Packages of other modules are as their authors
 * published them, and not looked at.
 *
 * @param folder for files that this needs, absolute
 */
export async function hiddenErrors(
  context: CheckContext,
  host: PackageCompile,
  woven: WovenPackage | undefined,
  folder: string,
): Promise<boolean> {
  if (!woven?.mayHideErrors || !isUsers(context, host)) return false;
  context.log.debug(`errors of ${host.facts.path} that weaving may hide are looked for`);
  try {
    if (isSmall(host)) return !(await isAccepted(context.go, host, folder));
    const { error } = await ask(context, host, { ...ownSources(context, host), strict: true }, 'error');
    return error !== undefined;
  } catch (error) {
    // The compiler knows it as well.
    context.log.debug(`errors of ${host.facts.path}: ${(error as Error).message}`);
    return true;
  }
}

function isUsers({ plan }: CheckContext, { command, request }: PackageCompile): boolean {
  const folders = new Set(command.goFiles.map((file) => dirname(resolve(request.cwd, file))));
  return [...folders].some((folder) => plan.moduleDirs.includes(moduleDirOf(folder) ?? ''));
}

/**
 * Checks that the package's own variables are initialised in the order in which they are without weaving. A package with an error is left
 * to the compiler.
 *
 * @param parts.goFiles woven and own files, in the order in which they are compiled; `archives` are those that woven code adds
 * @throws GotsError weave_init_order
 */
export async function checkOrder(
  context: CheckContext,
  host: PackageCompile,
  woven: WovenPackage,
  parts: {
    readonly goFiles: readonly string[];
    readonly archives: ReadonlyMap<string, string>;
    readonly lang: string | undefined;
  },
): Promise<void> {
  const own = ownSources(context, host);
  context.log.debug(`order of initialisation in ${own.importPath} is compared`);
  const files = parts.goFiles.map((file) => ({ name: file, path: resolve(host.request.cwd, file) }));
  const packageFiles = new Map([...own.packageFiles, ...parts.archives]);
  const [plain, moved] = await Promise.all([
    ask(context, host, own, 'order'),
    ask(context, host, { ...own, files, packageFiles, lang: parts.lang }, 'order'),
  ]);
  if (plain.unknown !== undefined || moved.unknown !== undefined) return;
  const [before, after] = [plain.order ?? [], moved.order ?? []];
  const wanted = before.filter((name) => after.includes(name));
  const found = after.filter((name) => before.includes(name));
  const at = wanted.findIndex((name, index) => found[index] !== name);
  if (at < 0) return;
  const { importPath } = own;
  initOrderMoved({ importPath, early: found[at] ?? '', late: wanted[at] ?? '' }, woven.matches[0]?.aspectSpan);
}

function ownSources({ plan, goarch }: CheckContext, host: PackageCompile): PackageSources {
  return sourcesOf(host, packageFacts(host.facts, plan).importPath, goarch);
}

async function ask(
  { types }: CheckContext,
  { owner }: PackageCompile,
  sources: PackageSources,
  kind: 'error' | 'order',
) {
  const conversation = await types.open(owner, sources);
  try {
    const [answer = {}] = await conversation.ask([{ kind }]);
    return answer;
  } finally {
    conversation.close();
  }
}
