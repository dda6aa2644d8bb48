import type { DialectName } from '../vocabulary/aspect.ts';
import type { Dialect } from './dialect.ts';
import { gots } from './gots/gots.ts';
import { loongsuite } from './loongsuite/loongsuite.ts';
import { orchestrion } from './orchestrion/orchestrion.ts';
import { otelc } from './otelc/otelc.ts';

/** Every dialect that gots reads. */
export const dialects: Readonly<Record<DialectName, Dialect>> = { gots, orchestrion, otelc, loongsuite };
