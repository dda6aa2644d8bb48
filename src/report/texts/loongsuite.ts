// Made by `npm run errors` from src/report/messages/loongsuite.md.
export const texts = {
  rule_json: {
    code: 'rule_json',
    message: 'not valid JSON: expected %wanted%, found %found%',
  },
  rule_wrong_type: {
    code: 'rule_wrong_type',
    message: '%where% must be %expected%, not %found%',
    hint: 'a rule file is a list of objects: [{"ImportPath": "net/http", "Function": "Get", …}]',
  },
  rule_unknown_key: {
    code: 'rule_unknown_key',
    message: 'unknown key "%key%" in a rule',
    hint: '%suggestion%',
  },
  rule_missing_key: {
    code: 'rule_missing_key',
    message: 'a %kind% rule needs "%key%"',
    hint: 'add "%key%", or remove the rule',
  },
  rule_no_kind: {
    code: 'rule_no_kind',
    message: 'this rule has none of "StructType", "Function" and "FileName"',
    hint: 'add the one that says what the rule changes',
  },
  rule_bad_range: {
    code: 'rule_bad_range',
    message: '"%key%" cannot be "%text%": %problem%',
    hint: 'write [1.2.0,1.4.0), where either bound may be left out, without a v',
  },
  rule_bad_regexp: {
    code: 'rule_bad_regexp',
    message: '"%key%": %problem%',
    hint: 'it is a regular expression of Go (RE2); a backslash is written \\\\ in JSON',
  },
  rule_bad_name: {
    code: 'rule_bad_name',
    message: '"%key%" cannot be "%text%"',
    hint: 'write %wanted%',
  },
  rule_no_checkout: {
    code: 'rule_no_checkout',
    message: '%config% or OTELTOOL_RULE_JSON_FILES asks for the rules of loongsuite-go-agent, but %seen%',
    hint: 'set OTELTOOL_PKG_PATH to the folder pkg of a checkout, or write a gots.yml that extends rule files',
  },
  rule_file_missing: {
    code: 'rule_file_missing',
    message: 'the rule file %path% does not exist',
    hint: 'correct "RuleJsonFiles" in .otel-build/conf.json, or OTELTOOL_RULE_JSON_FILES',
  },
  rule_unknown_disabled: {
    code: 'rule_unknown_disabled',
    message: '"DisableRules" names "%name%", which is none of the rule files',
    hint: '%suggestion%',
  },
} as const;
