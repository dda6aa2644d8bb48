import type { PackageFacts } from '../lang/names/package-facts.ts';

export interface GoFile {
  /** Absolute or as the compiler was given it; the key in {@link WovenPackage.files}. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** What weaving is given of a package. */
export interface PackageSource {
  readonly facts: PackageFacts;
  readonly files: readonly GoFile[];
  /** Declared package name of an imported path; undefined where unknown (then it is guessed from the path). */
  readonly packageName: (path: string) => string | undefined;
  /**
   * All Go files in the folder of a package that advice refers to, tests left out, constraints not looked at; their names are
   * the ones that positions show. Undefined where there is no such package.
   */
  readonly packageFiles?: ((path: string) => readonly GoFile[] | undefined) | undefined;
}

/** A file that weaving adds to a package. */
export interface AddedFile {
  /** Base name, unique among the added ones; the package's own files may have the same. */
  readonly name: string;
  readonly text: Buffer;
  /** The compiler is to get it before the package's own files. */
  readonly first?: boolean;
}
