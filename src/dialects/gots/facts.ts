import type { DialectFacts } from '../contract.ts';

export const gotsFacts: DialectFacts = {
  name: 'gots',
  files: { root: ['gots.yml'], aspects: /^gots\.yml$/ },
  env: [],
  errors: ['aspect_'],
  hasIds: true,
  matchesInjected: false,
};
