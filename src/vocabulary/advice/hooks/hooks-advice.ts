import type { AnyAdvice } from '../../advice-kind.ts';

/** The tool whose hooks they are: what a hook takes first, and how symbols are named. */
export type Flavour = 'otelc' | 'loongsuite';

/**
 * Runs functions of another package before and after a function, with a context of the call. The same hooks are put on a function
 * once; of several, those put on it first are the outermost.
 */
export interface HooksAdvice extends AnyAdvice {
  readonly kind: 'hooks';
  readonly flavour: Flavour;
  /** Import path of the package that declares the hooks. It is linked, not imported. */
  readonly path: string;
  /** At least one of the two. */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  /** The hooks take the context alone, as those of loongsuite's rules with a pattern for a name do. */
  readonly contextOnly: boolean;
  /** Of several hooks on one function, those of a lower order are outside. */
  readonly order?: number | undefined;
}
