import type { Span } from '../report/diagnostic.ts';
import type { AddedFile, PackageSource } from '../rewrite/package-source.ts';

export interface WeaveRequest extends PackageSource {
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
