import type { SourceFile } from './source.ts';
import type { SyntaxTree } from './syntax.ts';

/** A parser of Go text; the entries load one (`src/weave/2-parse`) and hand it down. */
export interface Grammar {
  /** Never throws for Go text of any kind; see {@link SyntaxTree.hasErrors}. */
  readonly parse: (source: SourceFile) => SyntaxTree;
  /**
   * The tree that `parse` returns, except that the bodies of functions may be unread: they are parsed when their children are asked for.
   * A body may turn out to be {@link UnreadableBody unreadable} then, so the caller must be able to begin again with `parse`.
   */
  readonly outline: (source: SourceFile) => SyntaxTree;
}

/** A body that was left unread holds something that can only be understood, or refused, together with the rest of its file. */
export class UnreadableBody extends Error {}
