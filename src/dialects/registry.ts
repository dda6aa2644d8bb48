import type { DialectName } from '../vocabulary/aspect.ts';
import type { Dialect } from './contract.ts';
import { gots } from './gots/dialect.ts';
import { loongsuite } from './loongsuite/dialect.ts';
import { orchestrion } from './orchestrion/dialect.ts';
import { otelc } from './otelc/dialect.ts';

/** Every dialect that gots reads. */
export const dialects: Readonly<Record<DialectName, Dialect>> = { gots, orchestrion, otelc, loongsuite };
