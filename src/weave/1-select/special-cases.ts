/** `internal`: only aspects marked `tracer-internal`. */
export type Weaving = 'never' | 'internal' | 'normal';

interface SpecialCase {
  readonly path: string;
  readonly below: boolean;
  readonly weaving: Weaving;
}

/** Orchestrion's table (internal/toolexec/aspect/specialcase.go, v1.12), the first that applies decides. */
export const specialCases: readonly SpecialCase[] = [
  { path: 'github.com/DataDog/orchestrion/runtime', below: true, weaving: 'normal' },
  { path: 'github.com/DataDog/orchestrion', below: true, weaving: 'never' },
  { path: 'gopkg.in/DataDog/dd-trace-go.v1', below: true, weaving: 'internal' },
  { path: 'github.com/DataDog/dd-trace-go/internal/orchestrion/_integration', below: true, weaving: 'normal' },
  { path: 'github.com/DataDog/dd-trace-go/v2/internal/orchestrion/_integration', below: true, weaving: 'normal' },
  { path: 'github.com/DataDog/dd-trace-go', below: true, weaving: 'internal' },
  { path: 'github.com/DataDog/go-tuf/client', below: false, weaving: 'never' },
];

/** Which aspects a package may receive at all, by its import path. */
export function weavingOf(importPath: string): Weaving {
  for (const { path, below, weaving } of specialCases) {
    if (importPath === path || (below && importPath.startsWith(`${path}/`))) return weaving;
  }
  return 'normal';
}
