/** Raised when a reader of an older manifest would misread it. */
export const manifestSchema = 1;

/** Where one aspect went in. `file` is a base name; with the package's import path it names a file on every machine. */
export interface WovenJoinPoint {
  readonly aspect: string;
  /** Display name of the aspect's file, and the line at which the aspect begins. */
  readonly aspectFile: string;
  readonly aspectLine: number;
  /** What was matched, `function function_declaration`. */
  readonly what: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A file that weaving changed or added. */
export interface FileManifest {
  /** Base name, unique in its package. */
  readonly name: string;
  /** From the root of the workspace, with slashes; undefined for files outside. */
  readonly path?: string | undefined;
  readonly added: boolean;
  /** Unified, against the original; line directives left out. */
  readonly diff: string;
}

export interface PackageManifest {
  /** With the variant that tests make of it, `p [p.test]`. */
  readonly importPath: string;
  readonly fromCache: boolean;
  readonly compileMs?: number | undefined;
  readonly joinPoints: readonly WovenJoinPoint[];
  readonly files: readonly FileManifest[];
}

export interface InjectedModule {
  readonly path: string;
  readonly version: string;
  /** Version in the user's own build list, where weaving raises it. */
  readonly raisedFrom?: string | undefined;
}

/** Bytes of one binary, woven and, where it was built, plain. */
export interface BinarySize {
  readonly name: string;
  readonly bytes: number;
  readonly plainBytes?: number | undefined;
}

export interface Timings {
  readonly buildMs: number;
  /** How many packages the build compiled; without those that only injected code needs. */
  readonly compiled: number;
  /** The same of a plain build right after it. The times compare where both compiled the same number of packages. */
  readonly plainBuildMs?: number | undefined;
  readonly plainCompiled?: number | undefined;
}

/** What one build wove: the same on every machine but for its times. */
export interface Manifest {
  readonly schema: typeof manifestSchema;
  /** What the user calls it, `linux/amd64`; '' for a build outside of the action. */
  readonly target: string;
  readonly gotsVersion: string;
  readonly goVersion: string;
  readonly rootModule: string;
  readonly aspectFiles: readonly { readonly name: string; readonly sha256: string }[];
  /** All aspects of the build in their order, those that matched nothing as well. */
  readonly aspects: readonly { readonly id: string; readonly file: string; readonly line: number }[];
  readonly packages: readonly PackageManifest[];
  readonly modules: readonly InjectedModule[];
  /** Known libraries among the packages of the build that no aspect names in a join point; undefined where that was not looked for. */
  readonly uncovered?: readonly { readonly path: string; readonly version: string }[] | undefined;
  readonly binaries: readonly BinarySize[];
  readonly timings: Timings;
}

/** A whole file after weaving, with its line directives, as the compiler got it. */
export interface WovenSource {
  readonly importPath: string;
  readonly name: string;
  readonly text: string;
}

/** What a reader calls an aspect: its id, or the place of one that has none. */
export function aspectName({ id, file, line }: Manifest['aspects'][number]): string {
  return id === '' ? `${file}:${line}` : id;
}
