import type { Problems } from '../../aspects/attempt.ts';
import type { CheckTemplate } from '../../aspects/schema.ts';
import type { Plugin } from '../../plugin/api.ts';
import type { Diagnostic, Span } from '../../report/diagnostic.ts';
import type { Aspect } from '../../vocabulary/aspect.ts';

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
  /** Folder of a Go package; undefined: not known yet, so the result is preliminary. Without it, packages cannot be named. */
  readonly packageFolder?: ((importPath: string) => PackageFolder | undefined) | undefined;
  /** Put Orchestrion's own two aspects in front, as its configurations do. */
  readonly orchestrionBuiltIns?: boolean | undefined;
}

/** Where a Go package lies, in a module of the build list, or why it cannot be found. */
export type PackageFolder =
  | { readonly dir: string; readonly module?: { readonly path: string; readonly dir: string } | undefined }
  | { readonly problem: string };

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
  /** Files that were looked for in folders of packages, and would have been read. */
  readonly absent: readonly string[];
  /** Folders of the modules whose packages were named: they are in the build list already. */
  readonly modules: readonly string[];
  /** Once per problem and file. */
  readonly warnings: readonly Diagnostic[];
}

/** A plug-in that is to be imported. */
export interface UnreadPlugin {
  readonly path: string;
  readonly digest: string;
  readonly span: Span;
}
