import type { Dialect } from '../contract.ts';
import { loongsuiteFacts } from './facts.ts';
import { readLoongsuite } from './read-loongsuite.ts';
import { ruleConfig } from './rule-config.ts';
import { ruleModules } from './rule-modules.ts';

/** loongsuite-go: rule files in JSON, in a checkout or named by `.otel-build/conf.json`. */
export const loongsuite: Dialect = {
  ...loongsuiteFacts,
  discover: async ({ dir, reader, env }) => ruleConfig(dir, reader, env),
  parse: readLoongsuite,
  // As within one file, what comes last is applied first.
  ruleFiles: (names) =>
    names
      .filter((name) => name.endsWith('.json'))
      .sort()
      .reverse(),
  modules: ruleModules,
};
