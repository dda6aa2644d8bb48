import type { DialectFacts } from '../contract.ts';

/** The file in which `otel set` keeps its settings, seen from the module's folder. */
export const ruleConfigFile = '.otel-build/conf.json';

/** The variables that stand for keys of {@link ruleConfigFile}. */
export const variables = {
  RuleJsonFiles: 'OTELTOOL_RULE_JSON_FILES',
  DisableRules: 'OTELTOOL_DISABLE_RULES',
  PkgPath: 'OTELTOOL_PKG_PATH',
} as const;

export const loongsuiteFacts: DialectFacts = {
  name: 'loongsuite',
  files: { root: [ruleConfigFile], aspects: /\.json$/ },
  env: Object.values(variables),
  errors: ['rule_'],
  hasIds: false,
  matchesInjected: true,
};
