import { unifiedDiff } from '../base/unified-diff.ts';
import { formattedAll } from './gofmt.ts';

/** A Go file before and after. */
export interface TextChange {
  /** As the diff names it. */
  readonly path: string;
  /** Undefined for a file that is new. */
  readonly before: string | undefined;
  readonly after: string;
}

/**
 * Unified diffs of Go files, in their order. What was changed is laid out by gofmt, so that a diff shows changes of the program; not where
 * gofmt would lay out the original otherwise as well.
 */
export function laidOutDiffs(changes: readonly TextChange[], gofmt: string): readonly string[] {
  const laidOut = formattedAll(
    changes.flatMap(({ before = '', after }) => [before, after]),
    gofmt,
  );
  return changes.map(({ path, before, after }, at) => {
    const isTidy = before === undefined || laidOut[2 * at] === before;
    const names = { from: before === undefined ? '/dev/null' : `a/${path}`, to: `b/${path}` };
    return unifiedDiff(names, before ?? '', isTidy ? (laidOut[2 * at + 1] ?? after) : after);
  });
}
