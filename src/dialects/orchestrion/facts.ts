import type { DialectFacts } from '../contract.ts';

/** The Go file whose imports name packages that have aspects. */
export const toolFileName = 'orchestrion.tool.go';

export const orchestrionFacts: DialectFacts = {
  name: 'orchestrion',
  files: { root: [toolFileName, 'orchestrion.yml'], aspects: /^orchestrion\.(yml|tool\.go)$/ },
  env: [],
  errors: ['aspect_'],
  hasIds: true,
  matchesInjected: false,
};
