import type { AnyAdvice } from '../../advice-kind.ts';

/** Code of the user's, in an ES module. */
export interface PluginAdvice extends AnyAdvice {
  readonly kind: 'plugin';
  /** What of it is run: at each node that matches, or once for each package. */
  readonly part: 'rewrite' | 'files';
  readonly id: string;
  /** Display name of its module. */
  readonly file: string;
  /** Hash of all files that it is made of and of the version of Node: other code, other keys. */
  readonly digest: string;
  /** Packages that what it writes may import or link. */
  readonly packages: readonly string[];
}
