import type { Dialect } from '../contract.ts';
import { modulesBeside } from '../modules-beside.ts';
import { otelcFacts } from './facts.ts';
import { findOtelcRules } from './find-rules.ts';
import { looksLikeOtelc, readOtelc } from './read-otelc.ts';

/** otelc (opentelemetry-go-compile-instrumentation): rule files in YAML, found by tool files, variables and names. */
export const otelc: Dialect = {
  ...otelcFacts,
  discover: async (place) => {
    const rules = await findOtelcRules(place);
    return rules && { entries: rules.files, inputs: rules.inputs, warnings: [] };
  },
  recognises: looksLikeOtelc,
  parse: readOtelc,
  modules: modulesBeside,
};
