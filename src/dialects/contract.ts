import type { HookModule, PinnedModule } from '../aspects/hook-module.ts';
import type { CheckTemplate, ReadContext } from '../aspects/schema.ts';
import type { FileView } from '../base/file-view.ts';
import type { ModFile } from '../lang/modules/mod-file.ts';
import type { Diagnostic, Span } from '../report/diagnostic.ts';
import type { Aspect, DialectName } from '../vocabulary/aspect.ts';
import type { JoinPoint } from '../vocabulary/points.ts';
import type { LoadedAspects, LoadedFile, PackageFolder } from './load/load-types.ts';

/**
 * What is known of a dialect without its readers. A build in which nothing changed looks at the facts alone: loading the
 * readers, and YAML with them, would take longer than the rest of it.
 */
export interface DialectFacts {
  /** The name that its aspects carry. */
  readonly name: DialectName;
  readonly files: DialectFiles;
  /** Environment variables that decide which aspects there are. The plan of a build depends on their values. */
  readonly env: readonly string[];
  /** What the codes of its errors begin with. */
  readonly errors: readonly string[];
  /** Whether authors give aspects their ids. Lint asks for ids then; otherwise the reader makes them. */
  readonly hasIds: boolean;
  /** Whether its aspects are also for packages that only hooks bring into the program. */
  readonly matchesInjected: boolean;
}

export interface DialectFiles {
  /** Files that configure a module, as paths from its folder. They are watched even where they do not exist. */
  readonly root: readonly string[];
  /** Names of further files in a module's folder that configure it. */
  readonly rootPattern?: RegExp | undefined;
  /** Names of files that hold aspects in this dialect, wherever they are. No two dialects share a name. */
  readonly aspects: RegExp;
}

/** A rule language that gots reads. */
export interface Dialect extends DialectFacts {
  /**
   * Finds the configuration of a module.
   *
   * @returns undefined where the module is not configured in this dialect
   * @throws GotsError with a code of `errors`
   */
  readonly discover: (place: ModulePlace) => Promise<ModuleConfiguration | undefined>;
  /**
   * Whether a file whose name says nothing is in this dialect. Without it, only the name counts.
   *
   * @throws GotsError aspect_syntax
   */
  readonly recognises?: ((file: TextFile) => boolean) | undefined;
  /**
   * Translates one file; what it extends and imports is not followed. Problems go to `ctx.sink` where there is one.
   *
   * @throws GotsError with a code of `errors` and the place in the file
   */
  readonly parse: (file: TextFile, ctx: ReadContext) => AspectFile;
  /** What its files may extend; undefined where they extend nothing. */
  readonly extending?: Extending | undefined;
  /**
   * The files that count in a folder of rule files, in the order in which they are applied; undefined where folders of
   * such files mean nothing.
   *
   * @param names of everything in the folder
   */
  readonly ruleFiles?: ((names: readonly string[]) => readonly string[]) | undefined;
  /** Aspects that every configuration in this dialect has. */
  readonly builtIn?: BuiltIn | undefined;
  /**
   * The modules that hold the packages which aspects inject.
   *
   * @param files those of `loaded` that are in this dialect
   */
  readonly modules: (files: readonly LoadedFile[], loaded: LoadedAspects, place: BuildModules) => HookModules;
}

/** A dialect whose files may extend others. */
export interface ExtendingDialect extends Dialect {
  readonly extending: Extending;
}

/** A module, or a workspace, whose configuration is looked for. */
export interface ModulePlace {
  /** Folder of the module; absolute. */
  readonly dir: string;
  readonly reader: FileView;
  readonly env: NodeJS.ProcessEnv;
  /** Undefined where packages cannot be looked up. */
  readonly findPackages: FindPackages | undefined;
}

/**
 * Looks Go packages up by import path, as the build will find them. Packages that the answer leaves out cannot be found.
 *
 * @param moduleDir folder of the module that asks; absolute
 */
export type FindPackages = (paths: readonly string[], moduleDir: string) => Promise<ReadonlyMap<string, PackageFolder>>;

/** What a module is configured with. */
export interface ModuleConfiguration {
  /** Aspect files, absolute, or built-in sets `gots:NAME`, in the order in which they count. */
  readonly entries: readonly string[];
  /** Files and folders beyond `entries` and `files.root` that decided this. */
  readonly inputs: readonly string[];
  readonly warnings: readonly Diagnostic[];
}

/** An aspect file as handed to a dialect. */
export interface TextFile {
  /** Display name, put into every span. */
  readonly display: string;
  readonly bytes: Buffer;
  /** The path of the module in a folder, seen from the folder of the file; '' where there is none. Without it, there is none. */
  readonly moduleIn?: ((folder: string) => string) | undefined;
}

/** One name in a list of names, with its place. */
export interface Named {
  readonly text: string;
  readonly span: Span;
}

/** What one file says by itself. */
export interface AspectFile {
  readonly aspects: readonly Aspect[];
  /** Files, folders, built-in sets and Go packages whose aspects come before its own. */
  readonly extends: readonly Named[];
  /** Go packages whose aspects come before those of `extends`; a package without aspects is fine. */
  readonly imports?: readonly Named[] | undefined;
  /** Patterns over the ids of this file's aspects and of those it extends. */
  readonly disable: readonly Named[];
  /** Aspects that are as one of a built-in set, at another place. */
  readonly like?: readonly LikeAspect[] | undefined;
}

/** An aspect with the advice of another. */
export interface LikeAspect {
  readonly id: string;
  readonly span: Span;
  readonly joinPoint: JoinPoint;
  /** The set, as `gots:NAME`, and the id of the aspect in it. */
  readonly model: { readonly set: string; readonly id: string };
}

/** What the files of a dialect may extend. */
export interface Extending {
  /** The files that count in a folder. */
  readonly folder: readonly FolderFile[];
  /** Whether `gots:NAME` is a built-in set. */
  readonly sets: boolean;
  /** Whether `.js` and `.mjs` files are plug-ins. */
  readonly plugins: boolean;
  /** What a folder or package without aspects is. */
  readonly empty: 'error' | 'warning';
}

/**
 * An aspect file of a folder. The first one that exists counts, after the files that go before it. In a folder that has none,
 * these count alone.
 */
export interface FolderFile {
  readonly name: string;
  readonly before: readonly string[];
}

export interface BuiltIn {
  /** The import path under which configurations import them. */
  readonly importPath: string;
  readonly aspects: (checkTemplate?: CheckTemplate) => readonly Aspect[];
}

/** The modules of a build, before hooks bring in others. */
export interface BuildModules {
  /** Folder of the main module. */
  readonly moduleDir: string;
  /** Its go.mod. */
  readonly goMod: ModFile;
  /** Folders of the modules that the program has as main modules. */
  readonly mainDirs: readonly string[];
  /** The folder that holds `aspects/`. */
  readonly home: string;
  readonly env: NodeJS.ProcessEnv;
}

/** The modules that injected packages come from. */
export interface HookModules {
  /** Modules that aspect files lie in. Folders that their go.mod files put in place of other modules count too. */
  readonly beside: readonly HookModule[];
  /** Modules of a checkout, which stand in for every version that is required. */
  readonly checkout: readonly HookModule[];
  readonly pins: readonly PinnedModule[];
}
