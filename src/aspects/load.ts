import { basename, dirname, isAbsolute, join, normalize } from 'node:path';
import type { Plugin } from '../plugin/api.ts';
import {
  aspectEmptyFolder,
  aspectExtendsMissing,
  aspectExtendsPackage,
  aspectExtendsUnknownSet,
  aspectFileMissing,
  disableUnused,
  emptyFolder,
  toolFileUnread,
} from '../report/codes/aspect.ts';
import type { Diagnostic, Span } from '../report/diagnostic.ts';
import { attempt, type Problems } from './attempt.ts';
import { orchestrionBuiltIns } from './built-in.ts';
import { readGots } from './dialects/gots.ts';
import { readLoongsuite } from './dialects/loongsuite.ts';
import { type AspectFile, type Named, readOrchestrion, type TextFile } from './dialects/orchestrion.ts';
import { isOtelcFile, looksLikeOtelc, readOtelc } from './dialects/otelc.ts';
import { displayName, setPrefix } from './display-name.ts';
import { idPattern } from './glob.ts';
import type { Aspect, DialectName } from './ir.ts';
import { moduleGraph } from './plugins/module-graph.ts';
import { aspectsOf } from './plugins/read-plugin.ts';
import type { CheckTemplate, ReadContext } from './schema.ts';

/** The file system, as far as aspects need it. Paths are absolute. */
export interface AspectReader {
  /** Undefined where there is no such file. */
  readonly read: (path: string) => Buffer | undefined;
  readonly isDirectory: (path: string) => boolean;
  /** Names in a folder; without it, folders of rule files cannot be read. */
  readonly list?: ((path: string) => readonly string[]) | undefined;
}

export interface LoadOptions extends Problems {
  /** The plug-in of a module that was imported already; undefined for one that is to be imported first. */
  readonly plugin?: ((path: string) => Plugin | undefined) | undefined;
  /** Files, folders or `gots:NAME`, in order; relative ones are below `root`. */
  readonly entries: readonly string[];
  /** Folder of the main module, absolute. */
  readonly root: string;
  /** GOMODCACHE, absolute; only for display names. */
  readonly moduleCache?: string | undefined;
  readonly reader: AspectReader;
  /** Folder of the built-in set `gots:NAME`, absolute; undefined where there is none. */
  readonly builtInSet: (name: string) => string | undefined;
  readonly checkTemplate?: CheckTemplate | undefined;
  /** Put Orchestrion's own two aspects in front, as its configurations do. */
  readonly orchestrionBuiltIns?: boolean | undefined;
}

export interface LoadedFile {
  readonly path: string;
  readonly display: string;
}

export interface LoadedAspects {
  /** In definition order: what a file extends comes before its own. */
  readonly aspects: readonly Aspect[];
  /** Every file read, in the order of reading. */
  readonly files: readonly LoadedFile[];
  /** Folders of which every rule file was read, and of which a new one would be. */
  readonly folders: readonly string[];
  /** Plug-ins that could not be read, since their modules have not been imported. */
  readonly plugins: readonly UnreadPlugin[];
  /** Once per problem and file. */
  readonly warnings: readonly Diagnostic[];
}

/** A plug-in that is to be imported. */
export interface UnreadPlugin {
  readonly path: string;
  readonly digest: string;
  readonly span: Span;
}

interface State {
  readonly plugins: UnreadPlugin[];
  readonly options: LoadOptions;
  readonly seen: Set<string>;
  readonly sets: Map<string, string>;
  readonly files: LoadedFile[];
  readonly folders: string[];
  readonly warnings: Map<string, Diagnostic>;
}

/** A schema that a file can be in. */
type FileDialect = Extract<DialectName, 'orchestrion' | 'gots'>;

const fileNames: Readonly<Record<FileDialect, readonly string[]>> = {
  gots: ['gots.yml', 'orchestrion.yml'],
  orchestrion: ['orchestrion.yml', 'gots.yml'],
};

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
    warnings: new Map(),
  };
  const own = options.orchestrionBuiltIns ? orchestrionBuiltIns(options.checkTemplate) : [];
  const aspects = [
    ...own,
    ...options.entries.flatMap((entry) => attempt(options, () => loadEntry(entry, state)) ?? []),
  ];
  return {
    aspects,
    plugins: state.plugins,
    files: state.files,
    folders: state.folders,
    warnings: [...state.warnings.values()],
  };
}

function loadEntry(entry: string, state: State): readonly Aspect[] {
  if (entry.startsWith('gots:')) return loadSet({ text: entry, span: undefined }, state);
  const path = isAbsolute(entry) ? normalize(entry) : join(state.options.root, entry);
  if (state.options.reader.isDirectory(path)) {
    return loadFolder(path, 'gots', state) ?? aspectFileMissing(join(entry, 'gots.yml'));
  }
  return loadFile(path, 'gots', state) ?? aspectFileMissing(entry);
}

function loadSet(entry: { text: string; span: Named['span'] | undefined }, state: State): readonly Aspect[] {
  const name = entry.text.slice('gots:'.length);
  const found = state.options.builtInSet(name);
  if (found === undefined) return aspectExtendsUnknownSet(entry.span, entry.text);
  const folder = normalize(found).replace(/(.)[\\/]$/, '$1');
  const named = setPrefix(name, folder);
  state.sets.set(named.prefix, named.folder);
  return loadFolder(folder, 'gots', state) ?? aspectExtendsUnknownSet(entry.span, entry.text);
}

/** Undefined where the folder has no aspect file. */
function loadFolder(folder: string, dialect: FileDialect, state: State): readonly Aspect[] | undefined {
  warnOfToolFile(folder, state);
  for (const name of fileNames[dialect]) {
    const aspects = loadFile(join(folder, name), dialect, state);
    if (aspects) return aspects;
  }
  return loadRules(folder, dialect, state);
}

/** Rule files of loongsuite that lie side by side. As in one of them, the last are applied first. */
function loadRules(folder: string, dialect: FileDialect, state: State): readonly Aspect[] | undefined {
  const names = (state.options.reader.list?.(folder) ?? []).filter((name) => name.endsWith('.json')).sort();
  if (names.length === 0) return undefined;
  state.folders.push(folder);
  return names.reverse().flatMap((name) => loadFile(join(folder, name), dialect, state) ?? []);
}

/** Undefined where there is no such file; empty where it was read before. */
function loadFile(path: string, inherited: FileDialect, state: State): readonly Aspect[] | undefined {
  if (state.seen.has(path)) return [];
  const bytes = state.options.reader.read(path);
  if (!bytes) return undefined;
  state.seen.add(path);
  const display = name(path, state);
  state.files.push({ path, display });
  const dialect = dialectOf(path) ?? inherited;
  const file = readerOf(path, { display, bytes }, dialect)({ display, bytes }, contextOf(state));
  const from = { folder: dirname(path), dialect };
  const extended = file.extends.flatMap(
    (target) => attempt(state.options, () => loadExtended(target, from, state)) ?? [],
  );
  return enabled([...extended, ...file.aspects], file, state);
}

/** The name of a file says what it holds, or else its content. */
function readerOf(
  path: string,
  file: TextFile,
  dialect: FileDialect,
): (file: TextFile, ctx: ReadContext) => AspectFile {
  if (path.endsWith('.json')) return readLoongsuite;
  if (dialectOf(path) === undefined && (isOtelcFile(basename(path)) || looksLikeOtelc(file))) return readOtelc;
  return dialect === 'gots' ? readGots : readOrchestrion;
}

function dialectOf(path: string): FileDialect | undefined {
  const file = basename(path);
  return file === 'gots.yml' ? 'gots' : file === 'orchestrion.yml' ? 'orchestrion' : undefined;
}

function loadExtended(
  target: Named,
  from: { readonly folder: string; readonly dialect: FileDialect },
  state: State,
): readonly Aspect[] {
  const { text, span } = target;
  if (from.dialect === 'gots' && text.startsWith('gots:')) return loadSet(target, state);
  // Joined even where it begins with a slash: a file that names a place of one machine works on that one only.
  const path = join(from.folder, text);
  if (text !== '' && state.options.reader.isDirectory(path)) {
    const aspects = loadFolder(path, from.dialect, state);
    if (aspects) return aspects;
    if (from.dialect === 'gots') aspectEmptyFolder(span, text);
    warn(state, emptyFolder(span, text));
    return [];
  }
  if (from.dialect === 'gots' && /\.m?js$/.test(text)) return loadPlugin(path, span, state);
  const aspects = text === '' ? undefined : loadFile(path, from.dialect, state);
  if (aspects) return aspects;
  return isImportPath(text) ? aspectExtendsPackage(span, text) : aspectExtendsMissing(span, text);
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

function warnOfToolFile(folder: string, state: State): void {
  const path = join(folder, 'orchestrion.tool.go');
  if (!state.options.reader.read(path)) return;
  warn(state, toolFileUnread({ file: name(path, state), line: 1, column: 1 }));
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
