import { isAbsolute, join, relative } from 'node:path';
import { goFilesIn } from '../../driver/injected/package-files.ts';
import { pluginLoader } from '../../driver/steps/plugins.ts';
import { laidOutDiffs, type TextChange } from '../../go/laid-out-diffs.ts';
import { type ListedPackage, listPackages } from '../../go/list.ts';
import type { Overlay } from '../../go/overlay.ts';
import { packageNotListed } from '../../report/codes/cli.ts';
import { plainText } from '../../rewrite/splice/plain-text.ts';
import type { Aspect } from '../../vocabulary/aspect.ts';
import { readPackages } from '../../vocabulary/aspect-packages.ts';
import { aspectsForPackage } from '../../weave/1-select/package.ts';
import type { WeaveRequest, WovenPackage } from '../../weave/weave-request.ts';
import type { WeaveTools } from '../../weave/weave-tools.ts';
import { weaveWithTypes } from '../../weave/weave-with-types.ts';
import { plannedSources } from '../answers/planned-sources.ts';
import type { CommandLine } from '../args.ts';
import { buildView, type PlannedView, plannedView } from '../build-view.ts';
import type { CommandContext } from '../command-context.ts';
import { listWithImports } from '../listed-imports.ts';
import { type BuildFacts, compilationsOf, factsOf, type ListedCompilation, requestOf } from '../listed-request.ts';
import { withLooseTypes } from '../loose-types.ts';
import { packageFolders } from '../package-folders.ts';
import { readGrammar } from '../read-grammar.ts';
import { parseOptions } from '../read-options.ts';

interface DiffOptions {
  readonly json: boolean;
  /** Packages that the named ones import, too. */
  readonly deps: boolean;
  /** Test files, too. */
  readonly test: boolean;
  readonly patterns: readonly string[];
}

interface FileDiff {
  readonly path: string;
  readonly diff: string;
}

interface PackageDiff {
  readonly importPath: string;
  readonly files: readonly FileDiff[];
  readonly woven: WovenPackage;
}

/** A package that weaving changes. */
interface PackageChange extends Omit<PackageDiff, 'files'> {
  readonly changes: readonly TextChange[];
}

/**
 * `gots diff [PACKAGE…]`: what weaving changes in packages. They are woven again from the sources as they are now, not taken from
 * a build, so the answer is never out of date; `./...` by default.
 *
 * @throws GotsError cli_usage, cli_package_not_listed, those of aspects and of weaving
 */
export async function runDiffCommand(line: CommandLine, context: CommandContext): Promise<number> {
  const given = parseOptions('diff', line.rest);
  const options: DiffOptions = {
    json: given.has('json'),
    deps: given.has('deps'),
    test: given.has('test'),
    patterns: given.operands.length === 0 ? ['./...'] : given.operands,
  };
  // Loaded while go answers.
  const grammar = readGrammar();
  const view = await plannedView(await buildView(context, given.flags), line.aspectFiles, 'diff');
  const { aspects, aspectFiles } = view.plan;
  const plugins = await pluginLoader(aspectFiles)(aspects);
  const packages = await weaveAll({ ...options, plugins, grammar: await grammar }, view);
  if (options.json) context.write(`${JSON.stringify(packages.map(asJson), undefined, 2)}\n`);
  else for (const { files } of packages) for (const { diff } of files) context.write(`${diff}\n`);
  return 0;
}

async function weaveAll(options: DiffOptions & WeaveTools, view: PlannedView): Promise<PackageDiff[]> {
  const { plan, context, goEnv: found, overlay, files } = view;
  const { aspects } = plan;
  const go = { go: context.go, cwd: context.cwd, env: context.env };
  const listed = options.deps
    ? await listPackages(['-deps', '--', ...options.patterns], go)
    : await listWithImports(options.patterns, go, files);
  const broken = listed.find(({ Error: error, Dir }) => error !== undefined && Dir === undefined);
  if (broken !== undefined) packageNotListed(broken.ImportPath, broken.Error?.Err ?? '');
  const told = { rootModule: plan.rootModule, goVersion: plan.goVersion, modules: plan.modules, files };
  const touched = listed
    .flatMap((each) => compilationsOf(each, options.test))
    .map((compilation): Touched => ({ compilation, live: liveIn(factsOf(compilation, told), aspects) }))
    .filter(({ live }) => live.length > 0);
  const names = await namesOf(listed, touched, go);
  const build: BuildFacts = { ...told, packageName: (path: string) => names.get(path) };
  const folders = await packageFolders([...new Set(aspects.flatMap(readPackages))], context);
  context.followsFrom?.(plannedSources(view, [...listed.flatMap(({ Dir }) => Dir ?? []), ...folders.values()]));
  const packageFiles = (path: string): ReturnType<typeof goFilesIn> | undefined => {
    const folder = folders.get(path);
    return folder === undefined ? undefined : goFilesIn(folder, path, files);
  };
  const weaver: Weaver = {
    build,
    packageFiles,
    tools: { grammar: options.grammar, plugins: options.plugins },
    context,
    overlay,
  };
  const changed: PackageChange[] = [];
  for (const each of touched) changed.push(...(await changesOf(each, weaver)));
  return diffsOf(changed, join(found.goRoot, 'bin', 'gofmt'));
}

/** The diffs of all packages at once: a start of gofmt takes longer than its work. */
function diffsOf(packages: readonly PackageChange[], gofmt: string): PackageDiff[] {
  const all = packages.flatMap(({ changes }) => changes);
  const diffs = new Map(laidOutDiffs(all, gofmt).map((diff, at) => [all[at], diff]));
  return packages.map(({ importPath, changes, woven }) => {
    const files = changes.map((change): FileDiff => ({ path: change.path, diff: diffs.get(change) ?? '' }));
    return { importPath, files, woven };
  });
}

/** What go compiles, and the aspects that may match in it: at least one. */
interface Touched {
  readonly compilation: ListedCompilation;
  readonly live: readonly Aspect[];
}

function liveIn(facts: WeaveRequest['facts'], aspects: readonly Aspect[]): readonly Aspect[] {
  const isOfGo = facts.importPath === 'cmd' || facts.importPath.startsWith('cmd/');
  return isOfGo ? [] : aspectsForPackage(aspects, facts);
}

/** Declared names of all that these import; go is asked for those that it has not listed. */
async function namesOf(
  listed: readonly ListedPackage[],
  touched: readonly Touched[],
  go: Parameters<typeof listPackages>[1],
): Promise<ReadonlyMap<string, string | undefined>> {
  const known = new Map(listed.map(({ ImportPath, Name }) => [ImportPath, Name]));
  const imports = new Set(touched.flatMap(({ compilation }) => compilation.imports));
  const open = [...imports].filter((path) => path !== 'C' && !known.has(path));
  const others = open.length === 0 ? [] : await listPackages(['-find', '--', ...open], go);
  return new Map([...known, ...others.map(({ ImportPath, Name }) => [ImportPath, Name] as const)]);
}

interface Weaver {
  readonly build: BuildFacts;
  readonly packageFiles: WeaveRequest['packageFiles'];
  readonly tools: WeaveTools;
  readonly context: CommandContext;
  readonly overlay: Overlay;
}

/** Empty where nothing is woven. */
async function changesOf(
  { compilation, live }: Touched,
  { build, packageFiles, tools, context, overlay }: Weaver,
): Promise<PackageChange[]> {
  const request = { ...requestOf(compilation, build), packageFiles };
  const place = { context, folder: compilation.listed.Dir ?? '', overlay };
  const woven = await withLooseTypes(request, place, (ask) => weaveWithTypes(request, live, tools, ask));
  const folder = relative(context.cwd, compilation.listed.Dir ?? '');
  const shown = folder.startsWith('..') || isAbsolute(folder) ? compilation.listed.ImportPath : folder;
  const changed = woven.files.flatMap(({ name, text }): TextChange[] => {
    const before = request.files.find((file) => file.name === name)?.bytes.toString('utf8') ?? '';
    return text === undefined ? [] : [{ path: join(shown, name), before, after: readable(text, name) }];
  });
  const added = woven.added.map(({ name, text }): TextChange => {
    return { path: join(shown, name), before: undefined, after: readable(text, name) };
  });
  const changes = [...changed, ...added];
  return changes.length === 0 ? [] : [{ importPath: request.facts.importPath, changes, woven }];
}

/** Directives become notes of where inserted text comes from, so that a line can be found in its aspect file. */
function readable(text: Buffer, own: string): string {
  return plainText(text, { own, show: (file, line) => `/* ${file}:${line} */ ` }).toString('utf8');
}

function asJson({ importPath, files, woven }: PackageDiff): unknown {
  const { imports, links, matches } = woven;
  return { importPath, files, imports, links, matches };
}
