// Made by `npm run errors` from src/report/messages/otelc.md.
export const texts = {
  otelc_shape: {
    code: 'otelc_shape',
    message: '%problem%',
    hint: 'a rule has "target", perhaps "version" and "where", and "do" with one or more modifiers',
  },
  otelc_unknown: {
    code: 'otelc_unknown',
    message: 'unknown %what% "%key%"',
    hint: '%suggestion%',
  },
  otelc_missing: {
    code: 'otelc_missing',
    message: 'a %kind% rule needs %keys%',
    hint: 'add %keys%; an empty value counts as none',
  },
  otelc_value: {
    code: 'otelc_value',
    message: '"%key%" is %shown%, which is not %expected%',
    hint: 'write %expected%',
  },
  otelc_filter: {
    code: 'otelc_filter',
    message: 'not a filter of files: %problem%',
    hint: 'a filter is has_func (perhaps with has_recv), has_struct, has_directive, has_package, is_test, all-of, one-of or not, and nothing beside it',
  },
  otelc_unsupported: {
    code: 'otelc_unsupported',
    message: '%what% is not supported, here as in otelc',
    hint: 'write one rule for each case',
  },
  otelc_tool_file_both: {
    code: 'otelc_tool_file_both',
    message: '%folder% holds both %names%',
    hint: 'remove one of them',
  },
  otelc_tool_file_import: {
    code: 'otelc_tool_file_import',
    message: 'the import of %path% is not a blank one',
    hint: 'write _ "%path%"',
  },
  otelc_tool_file_no_rules: {
    code: 'otelc_tool_file_no_rules',
    message: '%path% is no package with rules: neither it nor its module brings any, or go does not find it',
    hint: 'its module must be required by the project; rules are in otelc.yml, NAME.otelc.yml or a tool file of its module',
  },
} as const;
