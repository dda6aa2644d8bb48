import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { configuredAspects } from '../../dialects/configured.ts';
import type { LoadedAspects } from '../../dialects/load/load.ts';
import { goFilesIn } from '../../driver/injected/package-files.ts';
import { weaverVersion } from '../../driver/plan/plan.ts';
import { pluginLoader } from '../../driver/steps/plugins.ts';
import { runGo } from '../../go/go.ts';
import { type ImportSpec, importTable } from '../../lang/names/imports.ts';
import { sourceFile } from '../../lang/syntax/source.ts';
import type { SyntaxTree } from '../../lang/syntax/syntax.ts';
import { badUsage } from '../../report/codes/cli.ts';
import { formatError, GotsError } from '../../report/diagnostic.ts';
import type { GoFile } from '../../rewrite/package-source.ts';
import type { Aspect } from '../../vocabulary/aspect.ts';
import { readPackages } from '../../vocabulary/aspect-packages.ts';
import type { WeaveRequest, WovenPackage } from '../../weave/weave-request.ts';
import { weaveWithTypes } from '../../weave/weave-with-types.ts';
import type { CommandLine } from '../args.ts';
import { aspectsPlaceOf, type BuildView, looseView } from '../build-view.ts';
import type { CommandContext } from '../command-context.ts';
import { withLooseTypes } from '../loose-types.ts';
import { packageFolders } from '../package-folders.ts';
import { readGrammar } from '../read-grammar.ts';
import { parseOptions } from '../read-options.ts';
import { usageOf } from '../usage.ts';

export interface WeaveOptions {
  readonly json: boolean;
  readonly aspectFiles: readonly string[];
  readonly importPath: string | undefined;
  readonly rootModule: string | undefined;
  /** Folder for the woven files; undefined: they are printed. */
  readonly outDir: string | undefined;
  readonly files: readonly string[];
  readonly flags: readonly string[];
}

/** `gots weave`: weaves the files of one package without building anything. */
export async function runWeaveCommand(line: CommandLine, context: CommandContext): Promise<number> {
  const options = readOptions(line);
  const view = await looseView(context, options.flags, (reason) => context.log.debug(reason));
  const grammar = await readGrammar();
  const files = options.files.map((name) => readGoFile(name, view));
  const trees = files.map((file) => grammar.parse(sourceFile(file.name, file.bytes)));
  const { aspects, files: aspectFiles } = await readAspects(options, view);
  const plugins = await pluginLoader(aspectFiles)(aspects);
  const request = await weaveRequest({ options, files, trees, view, aspects });
  const woven = await withLooseTypes(request, { ...view, folder: context.cwd }, (ask) =>
    weaveWithTypes(request, aspects, { grammar, plugins }, ask),
  );
  if (options.json) context.write(`${JSON.stringify(asJson(woven))}\n`);
  else if (options.outDir !== undefined) writeFiles(woven, request, resolve(context.cwd, options.outDir));
  else
    for (const file of [...woven.files, ...woven.added])
      if (file.text !== undefined) context.write(file.text.toString('utf8'));
  return 0;
}

/** @throws GotsError cli_usage */
export function readOptions({ aspectFiles, rest }: CommandLine): WeaveOptions {
  const { has, value, values, operands, flags } = parseOptions('weave', rest);
  if (operands.length === 0) badUsage('no file to weave', usageOf('weave'));
  return {
    json: has('json'),
    aspectFiles: [...aspectFiles, ...values('aspects')],
    importPath: value('import-path'),
    rootModule: value('root-module'),
    outDir: value('o'),
    files: operands,
    flags,
  };
}

function readGoFile(name: string, { files, context }: BuildView): GoFile {
  try {
    const bytes = files.read(resolve(context.cwd, name));
    if (bytes) return { name, bytes };
  } catch {
    // As if it were not there.
  }
  return badUsage(`cannot read ${name}`, usageOf('weave'));
}

async function readAspects(options: WeaveOptions, view: BuildView): Promise<LoadedAspects> {
  const { cwd, log } = view.context;
  const loaded = await configuredAspects(aspectsPlaceOf(view), { named: options.aspectFiles, cwd });
  for (const warning of loaded.warnings) log.warn(formatError(new GotsError(warning)));
  return loaded;
}

interface Parsed {
  readonly options: WeaveOptions;
  readonly files: readonly GoFile[];
  readonly trees: readonly SyntaxTree[];
  readonly view: BuildView;
  readonly aspects: readonly Aspect[];
}

async function weaveRequest({ options, files, trees, view, aspects }: Parsed): Promise<WeaveRequest> {
  const { context } = view;
  const specs = trees.flatMap((tree) => importTable(tree, () => undefined).specs);
  const names = await packageNames(specs, context);
  const folders = await packageFolders([...new Set(aspects.flatMap(readPackages))], context);
  const module = moduleOf(context.cwd);
  const rootModule = options.rootModule ?? module;
  return {
    facts: {
      importPath: options.importPath ?? module ?? 'main',
      imports: new Set(specs.map((spec) => spec.path)),
      testMain: false,
      ...(rootModule === undefined ? {} : { rootModule }),
    },
    files,
    packageName: (path) => names.get(path),
    packageFiles: (path) => {
      const folder = folders.get(path);
      return folder === undefined ? undefined : goFilesIn(folder, path, view.files);
    },
    weaverVersion,
  };
}

/** Asks go for the names of packages whose path leaves them open; without a module they stay guesses. */
async function packageNames(specs: readonly ImportSpec[], context: CommandContext): Promise<Map<string, string>> {
  const open = [...new Set(specs.filter((spec) => !spec.certain).map((spec) => spec.path))];
  if (open.length === 0 || moduleOf(context.cwd) === undefined) return new Map();
  const args = ['list', '-e', '-f', '{{.ImportPath}} {{.Name}}', ...open];
  const { stdout } = await runGo(args, { go: context.go, cwd: context.cwd, env: context.env });
  const pairs = stdout.split('\n').map((row) => row.split(' '));
  return new Map(pairs.flatMap(([path, name]): [string, string][] => (path && name ? [[path, name]] : [])));
}

/** Path of the module that a folder is in. */
function moduleOf(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const file = join(at, 'go.mod');
    if (existsSync(file)) return /^module\s+"?([^\s"]+)/m.exec(readFileSync(file, 'utf8'))?.[1];
    if (dirname(at) === at) return undefined;
  }
}

function asJson({ files, added, imports, links, lang }: WovenPackage): unknown {
  return {
    files: Object.fromEntries([
      ...files.map(({ name, text }) => [name, { woven: text !== undefined, text: text?.toString('utf8') ?? '' }]),
      ...added.map(({ name, text }) => [name, { woven: true, added: true, text: text.toString('utf8') }]),
    ]),
    imports,
    links,
    lang,
  };
}

function writeFiles({ files, added }: WovenPackage, request: WeaveRequest, outDir: string): void {
  mkdirSync(outDir, { recursive: true });
  for (const { name, text } of added) writeFileSync(join(outDir, name), text);
  for (const { name, text } of files) {
    const bytes = text ?? request.files.find((file) => file.name === name)?.bytes;
    if (bytes !== undefined) writeFileSync(join(outDir, basename(name)), bytes);
  }
}
