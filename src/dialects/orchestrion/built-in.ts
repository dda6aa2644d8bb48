import type { CheckTemplate } from '../../aspects/schema.ts';
import type { Aspect } from '../../vocabulary/aspect.ts';
import { readOrchestrion } from './read-orchestrion.ts';

/**
 * What programs can ask of Orchestrion at run time: whether they are woven, and by which version. Its
 * configurations import these two aspects under the path `github.com/DataDog/orchestrion`.
 */
const text = `
aspects:
  - id: built.WithOrchestrion
    tracer-internal: true
    join-point:
      all-of:
        - value-declaration: bool
        - one-of:
            - declaration-of: github.com/DataDog/orchestrion/runtime/built.WithOrchestrion
            - directive: orchestrion:enabled
            - directive: dd:orchestrion-enabled
    advice:
      - assign-value:
          template: 'true'
  - id: built.WithOrchestrionVersion
    tracer-internal: true
    join-point:
      all-of:
        - value-declaration: string
        - one-of:
            - declaration-of: github.com/DataDog/orchestrion/runtime/built.WithOrchestrionVersion
            - directive: orchestrion:version
    advice:
      - assign-value:
          template: '{{ Version | printf "%q" }}'
`;

/** The two aspects that every Orchestrion configuration has; their display name is `gots:orchestrion/built-in.yml`. */
export function orchestrionBuiltIns(checkTemplate?: CheckTemplate): readonly Aspect[] {
  const file = { display: 'gots:orchestrion/built-in.yml', bytes: Buffer.from(text) };
  return readOrchestrion(file, { strict: true, warn: () => undefined, checkTemplate }).aspects;
}
