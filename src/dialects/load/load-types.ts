import type { Problems } from '../../aspects/attempt.ts';
import type { CheckTemplate } from '../../aspects/schema.ts';
import type { FileView } from '../../base/file-view.ts';
import type { Plugin } from '../../plugin/api.ts';
import type { Diagnostic, Span } from '../../report/diagnostic.ts';
import type { Aspect, DialectName } from '../../vocabulary/aspect.ts';
import type { KeptFiles } from './kept-files.ts';

export interface LoadOptions extends Problems {
  /** The plug-in of a module that was imported already; undefined for one that is to be imported first. */
  readonly plugin?: ((path: string) => Plugin | undefined) | undefined;
  /** Files, folders or `gots:NAME`, in order; relative ones are below `root`. */
  readonly entries: readonly string[];
  /** Folder of the main module, absolute. */
  readonly root: string;
  /** GOMODCACHE, absolute; only for display names. */
  readonly moduleCache?: string | undefined;
  readonly reader: FileView;
  /** Folder of the built-in set `gots:NAME`, absolute; undefined where there is none. */
  readonly builtInSet: (name: string) => string | undefined;
  readonly checkTemplate?: CheckTemplate | undefined;
  /** Folder of a Go package; undefined: not known yet, so the result is preliminary. Without it, packages cannot be named. */
  readonly packageFolder?: ((importPath: string) => PackageFolder | undefined) | undefined;
  /** Files of built-in sets that were read before. Where problems are collected, all are read again. */
  readonly kept?: KeptFiles | undefined;
  /** Dialects whose built-in aspects come first. */
  readonly builtIns?: readonly DialectName[] | undefined;
}

/** Where a Go package lies, in a module of the build list, or why it cannot be found. */
export type PackageFolder =
  | { readonly dir: string; readonly module?: PackageModule | undefined }
  | { readonly problem: string };

export interface PackageModule {
  readonly path: string;
  readonly dir: string;
  /** Whether it has a version, so that its files never change. */
  readonly isFixed?: boolean | undefined;
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
