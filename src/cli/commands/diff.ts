import { isAbsolute, join, relative } from 'node:path';
import { unifiedDiff } from '../../base/unified-diff.ts';
import { goFilesIn } from '../../driver/injected/package-files.ts';
import { pluginLoader } from '../../driver/steps/plugins.ts';
import { formatted } from '../../go/gofmt.ts';
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

async function weaveAll(
  options: DiffOptions & WeaveTools,
  { plan, context, goEnv: found, overlay, files }: PlannedView,
): Promise<PackageDiff[]> {
  const { aspects } = plan;
  const go = { go: context.go, cwd: context.cwd, env: context.env };
  const listed = options.deps
    ? await listPackages(['-deps', '--', ...options.patterns], go)
    : await listWithImports(options.patterns, go, files);
  const broken = listed.find(({ Error: error, Dir }) => error !== undefined && Dir === undefined);
  if (broken !== undefined) packageNotListed(broken.ImportPath, broken.Error?.Err ?? '');
  const names = await namesOf(listed, options, go);
  const build = {
    rootModule: plan.rootModule,
    goVersion: plan.goVersion,
    modules: plan.modules,
    files,
    packageName: (path: string) => names.get(path),
  };
  const folders = await packageFolders([...new Set(aspects.flatMap(readPackages))], context);
  const packageFiles = (path: string): ReturnType<typeof goFilesIn> | undefined => {
    const folder = folders.get(path);
    return folder === undefined ? undefined : goFilesIn(folder, path, files);
  };
  const weaver: Weaver = {
    aspects,
    build,
    packageFiles,
    tools: { grammar: options.grammar, plugins: options.plugins },
    context,
    overlay,
    goRoot: found.goRoot,
  };
  const diffs: PackageDiff[] = [];
  for (const each of listed.flatMap((one) => compilationsOf(one, options.test)))
    diffs.push(...(await diffOf(each, weaver)));
  return diffs;
}

/** Declared names of all that is imported; with `--deps` the listing holds them. */
async function namesOf(
  listed: readonly ListedPackage[],
  { deps, test }: DiffOptions,
  go: Parameters<typeof listPackages>[1],
): Promise<ReadonlyMap<string, string | undefined>> {
  const known = new Map(listed.map(({ ImportPath, Name }) => [ImportPath, Name]));
  if (deps && !test) return known;
  const imports = new Set(listed.flatMap((each) => compilationsOf(each, test)).flatMap((each) => each.imports));
  const open = [...imports].filter((path) => path !== 'C' && !known.has(path));
  const others = open.length === 0 ? [] : await listPackages(['-find', '--', ...open], go);
  return new Map([...known, ...others.map(({ ImportPath, Name }) => [ImportPath, Name] as const)]);
}

interface Weaver {
  readonly aspects: readonly Aspect[];
  readonly build: BuildFacts;
  readonly packageFiles: WeaveRequest['packageFiles'];
  readonly tools: WeaveTools;
  readonly context: CommandContext;
  readonly overlay: Overlay;
  readonly goRoot: string;
}

/** Empty where nothing is woven. */
async function diffOf(
  compilation: ListedCompilation,
  { aspects, build, packageFiles, tools, context, overlay, goRoot }: Weaver,
): Promise<PackageDiff[]> {
  const facts = factsOf(compilation, build);
  if (facts.importPath === 'cmd' || facts.importPath.startsWith('cmd/')) return [];
  const live = aspectsForPackage(aspects, facts);
  if (live.length === 0) return [];
  const request = { ...requestOf(compilation, build), packageFiles };
  const place = { context, folder: compilation.listed.Dir ?? '', overlay };
  const woven = await withLooseTypes(request, place, (ask) => weaveWithTypes(request, live, tools, ask));
  const folder = relative(context.cwd, compilation.listed.Dir ?? '');
  const shown = folder.startsWith('..') || isAbsolute(folder) ? compilation.listed.ImportPath : folder;
  const gofmt = join(goRoot, 'bin', 'gofmt');
  const changed = woven.files.flatMap(({ name, text }) => {
    const before = request.files.find((file) => file.name === name)?.bytes ?? Buffer.alloc(0);
    return text === undefined ? [] : [fileDiff(join(shown, name), before, readable(text, name), gofmt)];
  });
  const added = woven.added.map(({ name, text }) =>
    fileDiff(join(shown, name), undefined, readable(text, name), gofmt),
  );
  const files = [...changed, ...added];
  return files.length === 0 ? [] : [{ importPath: facts.importPath, files, woven }];
}

/** Directives become notes of where inserted text comes from, so that a line can be found in its aspect file. */
function readable(text: Buffer, own: string): string {
  return plainText(text, { own, show: (file, line) => `/* ${file}:${line} */ ` }).toString('utf8');
}

/** @param before undefined for a file that weaving adds */
function fileDiff(path: string, before: Buffer | undefined, after: string, gofmt: string): FileDiff {
  const from = before?.toString('utf8') ?? '';
  // Laid out again only where that changes nothing of the original.
  const isTidy = before === undefined || formatted(from, gofmt) === from;
  const names = { from: before === undefined ? '/dev/null' : `a/${path}`, to: `b/${path}` };
  return { path, diff: unifiedDiff(names, from, isTidy ? formatted(after, gofmt) : after) };
}

function asJson({ importPath, files, woven }: PackageDiff): unknown {
  const { imports, links, matches } = woven;
  return { importPath, files, imports, links, matches };
}
