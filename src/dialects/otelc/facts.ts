import type { DialectFacts } from '../contract.ts';

/** Go files whose imports name packages that have rules; a module has one of them at most. */
export const toolFileNames = ['otel.instrumentation.go', 'otelc.tool.go'] as const;

/** Files and folders of rules, with commas between them. */
export const rulesVariable = 'OTELC_RULES';
/** Folder of a checkout of otelc. */
export const checkoutVariable = 'GOTS_OTELC';

/** `otelc.yml`, `x.otelc.yaml` and so on. */
export const ruleFileName = /^(.*\.)?otelc\.ya?ml$/;

export const otelcFacts: DialectFacts = {
  name: 'otelc',
  files: { root: [...toolFileNames, 'otelc.yml'], rootPattern: ruleFileName, aspects: ruleFileName },
  env: [rulesVariable, checkoutVariable],
  errors: ['otelc_', 'aspect_'],
  hasIds: false,
  matchesInjected: false,
};
