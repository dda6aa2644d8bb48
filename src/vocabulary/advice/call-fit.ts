import type { NodeFit } from '../advice-kind.ts';

/** For advice that changes calls. */
export const callFit: NodeFit = {
  accepts: (kind) => kind === 'CallExpr',
  wanted: 'a call',
  hint: 'match calls with "function-call" or "method-call"',
};
