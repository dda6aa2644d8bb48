import type { SourceFile } from './source.ts';
import type { SyntaxTree } from './syntax.ts';

/** A parser of Go text; the entries load one (`src/weave/2-parse`) and hand it down. */
export interface Grammar {
  /** Never throws for Go text of any kind; see {@link SyntaxTree.hasErrors}. */
  readonly parse: (source: SourceFile) => SyntaxTree;
}
