import type { TypeOracle } from '../lang/names/type-oracle.ts';
import type { Grammar } from '../lang/syntax/grammar.ts';
import type { Plugins } from '../rewrite/package-session.ts';

/** What weaving needs besides its input; owned by the caller. */
export interface WeaveTools {
  readonly grammar: Grammar;
  /** Without it, a join point that only types can decide is an error. */
  readonly oracle?: TypeOracle | undefined;
  /** Without it, a plug-in that matches is an error. */
  readonly plugins?: Plugins | undefined;
  /** Leaves files that do not parse as they are, for the compiler to report, instead of raising weave_syntax_unknown. */
  readonly acceptBroken?: boolean | undefined;
}
