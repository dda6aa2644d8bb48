import type { PackageFacts } from '../lang/names/package-facts.ts';
import type { Span } from '../report/diagnostic.ts';

export interface GoFile {
  /** Absolute or as the compiler was given it; the key in {@link WovenPackage.files}. */
  readonly name: string;
  readonly bytes: Buffer;
}

export interface WeaveRequest {
  readonly facts: PackageFacts;
  readonly files: readonly GoFile[];
  /** Declared package name of an imported path; undefined where unknown (then it is guessed from the path). */
  readonly packageName: (path: string) => string | undefined;
  /**
   * All Go files in the folder of a package that advice refers to, tests left out, constraints not looked at; their names are
   * the ones that positions show. Undefined where there is no such package.
   */
  readonly packageFiles?: ((path: string) => readonly GoFile[] | undefined) | undefined;
  /** Value of `-lang`, `go1.N`, or undefined. */
  readonly lang?: string | undefined;
  /** For the template function `Version` and reports. */
  readonly weaverVersion: string;
}

/** One node that one aspect matched and changed. */
export interface Match {
  readonly aspect: string;
  readonly aspectSpan: Span;
  /** Join-point kind of the aspect's outermost point and the node's kind, for reports. */
  readonly what: string;
  /** Original position of the node. */
  readonly at: Span;
}

export interface WovenFile {
  readonly name: string;
  /** Undefined: the file stays as it is. */
  readonly text?: Buffer | undefined;
}

/** A file that weaving adds to a package. */
export interface AddedFile {
  /** Base name, unique among the added ones; the package's own files may have the same. */
  readonly name: string;
  readonly text: Buffer;
  /** The compiler is to get it before the package's own files. */
  readonly first?: boolean;
}

export interface WovenPackage {
  readonly files: readonly WovenFile[];
  /** In the order in which the compiler is to get them, after the package's own but for those that come first. */
  readonly added: readonly AddedFile[];
  /** Paths that woven code imports and the package did not, sorted. */
  readonly imports: readonly string[];
  /** Paths that must be linked without being imported (`links:`), sorted. */
  readonly links: readonly string[];
  /** Highest `lang` of the templates applied, or `''`. */
  readonly lang: string;
  readonly matches: readonly Match[];
  /** Whether woven files may compile though the files as they are written do not. In doubt true. */
  readonly mayHideErrors: boolean;
  /** Whether the package's own variables may be initialised in another order. In doubt true. */
  readonly mayMoveOrder: boolean;
}
