import { basename, dirname, isAbsolute, join, normalize, relative, resolve } from 'node:path';
import { attempt } from '../../aspects/attempt.ts';
import { idPattern } from '../../aspects/glob.ts';
import type { ReadContext } from '../../aspects/schema.ts';
import { parseModFile } from '../../lang/modules/mod-file.ts';
import {
  aspectEmptyFolder,
  aspectEmptyPackage,
  aspectExtendsMissing,
  aspectExtendsPackage,
  aspectExtendsUnknownSet,
  aspectFileMissing,
  aspectPackageMissing,
  disableUnused,
  emptyFolder,
  emptyPackage,
} from '../../report/codes/aspect.ts';
import type { Diagnostic, Span } from '../../report/diagnostic.ts';
import type { Aspect, DialectName } from '../../vocabulary/aspect.ts';
import type { AspectFile, Dialect, ExtendingDialect, FolderFile, LikeAspect, Named, TextFile } from '../contract.ts';
import { dialectNamed } from '../facts.ts';
import { gots } from '../gots/dialect.ts';
import { moduleGraph } from '../plugins/module-graph.ts';
import { isPluginFile } from '../plugins/plugin-file.ts';
import { aspectsOf } from '../plugins/read-plugin.ts';
import { dialects } from '../registry.ts';
import { displayName, setPrefix } from './display-name.ts';
import type { LoadedAspects, LoadedFile, LoadOptions, UnreadPlugin } from './load-types.ts';

export type * from './load-types.ts';

interface State {
  readonly plugins: UnreadPlugin[];
  readonly options: LoadOptions;
  readonly seen: Set<string>;
  readonly sets: Map<string, string>;
  readonly files: LoadedFile[];
  readonly folders: string[];
  readonly absent: Set<string>;
  readonly modules: Set<string>;
  readonly builtInsDone: Set<DialectName>;
  readonly warnings: Map<string, Diagnostic>;
}

/**
 * Reads aspect files and all they extend. Each file counts once, at its first mention, which also ends cycles.
 *
 * @throws GotsError with a code that begins with `aspect_`, at the place in the file
 */
export function loadAspects(options: LoadOptions): LoadedAspects {
  const state: State = {
    plugins: [],
    options,
    seen: new Set(),
    sets: new Map(),
    files: [],
    folders: [],
    absent: new Set(),
    modules: new Set(),
    builtInsDone: new Set(),
    warnings: new Map(),
  };
  const own = (options.builtIns ?? []).flatMap((name) => builtIns(dialects[name], state));
  const aspects = [
    ...own,
    ...options.entries.flatMap((entry) => attempt(options, () => loadEntry(entry, state)) ?? []),
  ];
  const { files, folders } = state;
  const [absent, modules, warnings] = [[...state.absent], [...state.modules], [...state.warnings.values()]];
  return { aspects, plugins: state.plugins, files, folders, absent, modules, warnings };
}

/** The aspects that every configuration in a dialect has, once. */
function builtIns({ name, builtIn }: Dialect, state: State): readonly Aspect[] {
  if (!builtIn || state.builtInsDone.has(name)) return [];
  state.builtInsDone.add(name);
  return builtIn.aspects(state.options.checkTemplate);
}

function loadEntry(entry: string, state: State): readonly Aspect[] {
  if (entry.startsWith('gots:')) return loadSet({ text: entry, span: undefined }, state);
  const path = isAbsolute(entry) ? normalize(entry) : join(state.options.root, entry);
  if (state.options.reader.isDirectory(path)) {
    return loadFolder(path, gots, state) ?? aspectFileMissing(join(entry, 'gots.yml'));
  }
  if (isPluginFile(entry) && state.options.reader.read(path)) {
    return loadPlugin(path, { file: entry, line: 1, column: 1 }, state);
  }
  return loadFile(path, gots, state) ?? aspectFileMissing(entry);
}

function loadSet(entry: { text: string; span: Named['span'] | undefined }, state: State): readonly Aspect[] {
  const name = entry.text.slice('gots:'.length);
  const found = state.options.builtInSet(name);
  if (found === undefined) return aspectExtendsUnknownSet(entry.span, entry.text);
  const folder = normalize(found).replace(/(.)[\\/]$/, '$1');
  const named = setPrefix(name, folder);
  state.sets.set(named.prefix, named.folder);
  return loadFolder(folder, gots, state) ?? aspectExtendsUnknownSet(entry.span, entry.text);
}

/** Undefined where the folder has no aspect file. */
function loadFolder(folder: string, dialect: ExtendingDialect, state: State): readonly Aspect[] | undefined {
  const { read } = state.options.reader;
  const { folder: files } = dialect.extending;
  const isThere = ({ name }: FolderFile): boolean => read(join(folder, name)) !== undefined;
  const chosen = files.find(isThere) ?? files.find(({ before }) => before.length > 0);
  const names = chosen ? [...chosen.before, chosen.name] : [];
  const parts = names.map((name) => loadFile(join(folder, name), dialect, state)).filter((part) => part !== undefined);
  return parts.length > 0 ? parts.flat() : loadRules(folder, dialect, state);
}

/** What a file imports, in its order: of each package the aspects it has, and those of its own imports before them. */
function loadImports(imports: readonly Named[], from: LoadedFrom, state: State): readonly Aspect[] {
  const mayWarn = !relative(state.options.root, from.path).startsWith('..');
  return imports.flatMap(
    (named) => attempt(state.options, () => loadPackage(named, { dialect: from.dialect, mayWarn }, state)) ?? [],
  );
}

function noteModule(module: { readonly path: string; readonly dir: string }, state: State): void {
  const { root, moduleCache } = state.options;
  state.modules.add(module.dir);
  const isCached = moduleCache !== undefined && !relative(moduleCache, module.dir).startsWith('..');
  if (!isCached && module.dir !== root) state.sets.set(`${module.path}/`, module.dir);
}

/** @param as.mayWarn whether the user can do anything about a package without aspects */
function loadPackage(
  { text, span }: Named,
  as: { readonly dialect: ExtendingDialect; readonly mayWarn: boolean },
  state: State,
): readonly Aspect[] {
  const own = Object.values(dialects).find(({ builtIn }) => builtIn?.importPath === text);
  if (own) return builtIns(own, state);
  const { packageFolder } = state.options;
  if (!packageFolder) return aspectExtendsPackage(span, text);
  const folder = packageFolder(text);
  if (!folder) return [];
  if ('problem' in folder) return aspectPackageMissing(span, text, folder.problem);
  if (folder.module) noteModule(folder.module, state);
  const { folder: files, empty } = as.dialect.extending;
  for (const name of files.flatMap(({ name, before }) => [...before, name])) {
    const path = join(folder.dir, name);
    if (!state.options.reader.read(path)) state.absent.add(path);
  }
  const aspects = loadFolder(folder.dir, as.dialect, state);
  if (!aspects && empty === 'error') aspectEmptyPackage(span, text);
  if (!aspects && as.mayWarn) warn(state, emptyPackage(span, text));
  return aspects ?? [];
}

/** Rule files that lie side by side, of the first dialect that has such. */
function loadRules(folder: string, inherited: ExtendingDialect, state: State): readonly Aspect[] | undefined {
  const all = state.options.reader.list(folder);
  const names = Object.values(dialects)
    .map(({ ruleFiles }) => ruleFiles?.(all) ?? [])
    .find((found) => found.length > 0);
  if (names === undefined) return undefined;
  state.folders.push(folder);
  return names.flatMap((name) => loadFile(join(folder, name), inherited, state) ?? []);
}

/** The file that names others, and the dialect that says what it may name. */
interface LoadedFrom {
  readonly path: string;
  readonly dialect: ExtendingDialect;
}

/** Undefined where there is no such file; empty where it was read before. */
function loadFile(path: string, inherited: ExtendingDialect, state: State): readonly Aspect[] | undefined {
  if (state.seen.has(path)) return [];
  const bytes = state.options.reader.read(path);
  if (!bytes) return undefined;
  state.seen.add(path);
  const display = name(path, state);
  state.files.push({ path, display });
  const { read } = state.options.reader;
  const moduleIn = (folder: string): string => {
    const goMod = read(resolve(dirname(path), folder, 'go.mod'));
    return goMod === undefined ? '' : parseModFile(goMod.toString('utf8')).module;
  };
  const text = { display, bytes, moduleIn };
  const dialect = dialectOf(path, text, inherited);
  const file = parsed(dialect, text, state);
  const from = { path, dialect: isExtending(dialect) ? dialect : inherited };
  const imported = loadImports(file.imports ?? [], from, state);
  const extended = file.extends.flatMap(
    (target) => attempt(state.options, () => loadExtended(target, from, state)) ?? [],
  );
  const like = (file.like ?? []).map((each) => aspectLike(each, state));
  return enabled([...imported, ...extended, ...file.aspects, ...like], file, state);
}

/** What a file says by itself. */
function parsed(dialect: Dialect, text: TextFile, state: State): AspectFile {
  const { kept, sink } = state.options;
  const context = contextOf(state);
  if (!kept || sink) return dialect.parse(text, context);
  return kept.recall(text, () => {
    let isWhole = true;
    const noted = (warning: Diagnostic): void => {
      isWhole = false;
      context.warn(warning);
    };
    return { file: dialect.parse(text, { ...context, warn: noted }), isWhole };
  });
}

/** The set that has the model is among those that the file extends: its files and modules are known. */
function aspectLike({ model, ...own }: LikeAspect, state: State): Aspect {
  const path = join(state.options.builtInSet(model.set.slice('gots:'.length)) ?? '', 'gots.yml');
  const bytes = state.options.reader.read(path);
  const { aspects } = gots.parse({ display: name(path, state), bytes: bytes ?? Buffer.alloc(0) }, contextOf(state));
  const found = aspects.find(({ id }) => id === model.id);
  if (found === undefined) return aspectExtendsUnknownSet(own.span, model.set);
  return { ...found, ...own };
}

/** The name of a file says what it holds, or else its content, or else the file that names it. */
function dialectOf(path: string, file: TextFile, inherited: Dialect): Dialect {
  const named = dialectNamed(basename(path));
  if (named !== undefined) return dialects[named];
  return Object.values(dialects).find(({ recognises }) => recognises?.(file)) ?? inherited;
}

function isExtending(dialect: Dialect): dialect is ExtendingDialect {
  return dialect.extending !== undefined;
}

function loadExtended(target: Named, from: LoadedFrom, state: State): readonly Aspect[] {
  const { text, span } = target;
  const { sets, plugins, empty } = from.dialect.extending;
  if (sets && text.startsWith('gots:')) return loadSet(target, state);
  // Joined even where it begins with a slash: a file that names a place of one machine works on that one only.
  const path = join(dirname(from.path), text);
  if (text !== '' && state.options.reader.isDirectory(path)) {
    const aspects = loadFolder(path, from.dialect, state);
    if (aspects) return aspects;
    if (empty === 'error') aspectEmptyFolder(span, text);
    warn(state, emptyFolder(span, text));
    return [];
  }
  if (plugins && isPluginFile(text)) return loadPlugin(path, span, state);
  const aspects = text === '' ? undefined : loadFile(path, from.dialect, state);
  if (aspects) return aspects;
  if (!isImportPath(text)) aspectExtendsMissing(span, text);
  return loadPackage(target, { dialect: from.dialect, mayWarn: true }, state);
}

/** Every file of a plug-in is one of those that were read. */
function loadPlugin(path: string, from: Span, state: State): readonly Aspect[] {
  if (state.seen.has(path)) return [];
  state.seen.add(path);
  const { reader, plugin } = state.options;
  const display = (file: string): string => name(file, state);
  const { files, digest } = moduleGraph(path, (file) => reader.read(file), { span: from, display });
  for (const file of files) state.files.push({ path: file, display: display(file) });
  const span = { file: display(path), line: 1, column: 1 };
  const found = plugin?.(path);
  if (found !== undefined) return aspectsOf(found, { span, digest }, contextOf(state));
  state.plugins.push({ path, digest, span });
  return [];
}

/** `example.com/x/y`: a dot in the first element, and a second one. A file beside this one has no slash. */
function isImportPath(text: string): boolean {
  return /^[\w-]+(\.[\w-]+)+\/[^\s]+$/.test(text) && !/\.(ya?ml|json)$/.test(text);
}

function enabled(aspects: readonly Aspect[], file: AspectFile, state: State): readonly Aspect[] {
  const disabled = new Set<Aspect>();
  for (const { text, span } of file.disable) {
    const matches = idPattern(text);
    const hits = aspects.filter((aspect) => aspect.id !== '' && matches(aspect.id));
    if (hits.length === 0) {
      const ids = [...new Set(aspects.map((aspect) => aspect.id))].filter((id) => id !== '');
      warn(state, disableUnused(span, text, ids));
    }
    for (const aspect of hits) disabled.add(aspect);
  }
  return aspects.filter((aspect) => !disabled.has(aspect));
}

function name(path: string, state: State): string {
  const { root, moduleCache } = state.options;
  return displayName(path, { root, moduleCache, sets: state.sets });
}

function contextOf(state: State): ReadContext {
  const { checkTemplate, sink } = state.options;
  return { strict: false, warn: (warning) => warn(state, warning), checkTemplate, sink };
}

function warn(state: State, warning: Diagnostic): void {
  const key = JSON.stringify([warning.code, warning.message, warning.span?.file]);
  if (!state.warnings.has(key)) state.warnings.set(key, warning);
}
