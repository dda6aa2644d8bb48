/**
 * What every dialect translates to: where = a tree of join points, do = a list of advice.
 * Plain JSON all through, so that a build plan can carry it from the command to the cache program.
 */

import type { Span } from '../report/diagnostic.ts';
import type { Advice } from './advice.ts';
import type { JoinPoint } from './points.ts';

export type DialectName = 'orchestrion' | 'otelc' | 'loongsuite' | 'gots';

export interface Aspect {
  /** As written; may be empty and need not be unique. */
  readonly id: string;
  readonly dialect: DialectName;
  /** Where the aspect begins. `span.file` is its display name: project-independent, never an absolute path. */
  readonly span: Span;
  /** Orchestrion's `tracer-internal`: also woven into the packages that are otherwise left alone. */
  readonly tracerInternal: boolean;
  /** `user`: not in packages that only injected code pulls in (otelc). */
  readonly reach: 'everything' | 'user';
  readonly joinPoint: JoinPoint;
  /** Packages that must exist in the modules of the build for the aspect to count at all (loongsuite's `Dependencies`). */
  readonly needs?: readonly string[] | undefined;
  readonly advice: readonly Advice[];
}
