/**
 * What each peer has, found in its sources, and how gots is asked whether it reads that. A finding is read if gots does not answer
 * with `unknown`; words in `left` are not read on purpose, for the reason given.
 */

const yaml = (text) => ({ display: 'probe.yml', text });
const point = (word) => yaml(`aspects:\n  - join-point: {${word}: x}\n    advice: [{add-blank-import: a.b/c}]\n`);
const advice = (word) => yaml(`aspects:\n  - join-point: {import-path: main}\n    advice: [{${word}: x}]\n`);
const option = (word) =>
  yaml(`aspects:\n  - join-point: {function: [{${word}: x}]}\n    advice: [{add-blank-import: a.b/c}]\n`);
const rule = (text) => ({ display: 'otelc.yml', text: `r:\n  target: main\n${text}` });
const json = (word) => ({ display: 'probe.json', text: JSON.stringify([{ [word]: null }]) });

/** Property names of a JSON schema by the place they are in: of the file, of `meta`, of an aspect. */
function schemaKeys(checkout) {
  const path = 'internal/injector/config/schema.json';
  const schema = JSON.parse(checkout.text(path));
  const follow = (node) =>
    node?.$ref
      ? follow(
          node.$ref
            .slice(2)
            .split('/')
            .reduce((at, key) => at[key], schema),
        )
      : node;
  const names = (node) => Object.keys(follow(node)?.properties ?? {});
  const { meta, aspects } = schema.properties;
  const keys = [
    ...names(schema).map((key) => [key, `${key}: []\n`]),
    ...names(meta).map((key) => [`meta.${key}`, `meta: {${key}: x}\n`]),
    ...names(follow(aspects)?.items).map((key) => [`aspects.${key}`, `aspects: [{${key}: x}]\n`]),
  ];
  return new Map(keys.map(([key, text]) => [key, { where: path, text }]));
}

export const peers = [
  {
    dialect: 'orchestrion',
    module: /^module github\.com\/DataDog\/orchestrion$/m,
    ruleFiles: /(^|\/)orchestrion(\.\w+)?\.yml$/,
    kinds: {
      'join points': {
        words: (c) => c.words(/^internal\/injector\/aspect\/join\/.*\.go$/, /unmarshalers\["([\w-]+)"\] =/g),
        probe: point,
        unknown: 'aspect_unknown_point',
      },
      advice: {
        words: (c) => c.words(/^internal\/injector\/aspect\/advice\/.*\.go$/, /unmarshalers\["([\w-]+)"\] =/g),
        probe: advice,
        unknown: 'aspect_unknown_advice',
      },
      'options of function': {
        words: (c) => c.words(/^internal\/injector\/aspect\/join\/function\.go$/, /(?:case |", )"([\w-]+)"(?=[,:])/g),
        probe: option,
        unknown: 'aspect_unknown_option',
      },
      'keys of orchestrion.yml': {
        words: (c) => new Map([...schemaKeys(c)].map(([key, { where }]) => [key, where])),
        probe: (key, c) => yaml(schemaKeys(c).get(key).text),
        unknown: 'aspect_unknown_key',
      },
      'packages with rules of their own': {
        words: (c) => c.words(/^internal\/toolexec\/aspect\/specialcase\.go$/, /\{path: "([^"]+)"/g),
        source: 'src/weave/1-select/special-cases.ts',
      },
      'methods of the dot': {
        words: (c) =>
          c.words(/^internal\/injector\/aspect\/advice\/code\/dot[\w_]*\.go$/, /^func \(\w+ \*\w+\) ([A-Z]\w*)\(/gm),
        source: 'src/rewrite/render/dot',
      },
      'names of files': {
        words: (c) => c.words(/^(internal|main).*\.go$/, /"(orchestrion[\w.]*\.(?:ya?ml|go))"/g),
        files: true,
      },
      variables: {
        words: (c) => c.words(/^(internal|main|runtime).*\.go$/, /"((?:DD_)?ORCHESTRION_[A-Z_.]+)"/g),
        variables: true,
      },
    },
    left: {
      ORCHESTRION_LOG_LEVEL: 'logging of the tool',
      ORCHESTRION_LOG_FILE: 'logging of the tool',
      ORCHESTRION_JOBSERVER_URL: 'the server that its processes share',
      ORCHESTRION_JOB_SERVER_START_TIMEOUT_SECONDS: 'the server that its processes share',
      'ORCHESTRION_PKG.RESOLVE_PARENT_ID': 'from its processes to each other',
      ORCHESTRION_RESOLVING_TEST_VARIANTS: 'from its processes to each other',
      DD_ORCHESTRION_IS_GOMOD_VERSION: 'from its processes to each other',
      ORCHESTRION_REVERSE_VARIANT: 'from its processes to each other',
      ORCHESTRION_REVERSE_VARIANT_FLAVOR: 'from its processes to each other',
      ORCHESTRION_TRACE: 'profiles of the tool',
      ORCHESTRION_PROFILE_PATH: 'profiles of the tool',
      ORCHESTRION_ENABLED_PROFILES: 'profiles of the tool',
    },
  },
  {
    dialect: 'otelc',
    module: /^module \S*(opentelemetry-go-compile-instrumentation|\/otelc)\b/m,
    ruleFiles: /(^|[./])otelc\.ya?ml$/,
    kinds: {
      selectors: {
        words: (c) => c.words(/^tool\/internal\/rule\/schema\.go$/, /selector\w+\s+selector\s*=\s*"([\w-]+)"/g),
        probe: (word) =>
          rule(
            ['target', 'version'].includes(word)
              ? `  ${word}: x\n`
              : `  where: {${word}: {}}\n  do: [{inject_hooks: {}}]\n`,
          ),
        unknown: 'otelc_unknown',
      },
      modifiers: {
        words: (c) => c.words(/^tool\/internal\/rule\/schema\.go$/, /modifier\w+\s+modifier\s*=\s*"([\w-]+)"/g),
        probe: (word) => rule(`  where: {func: F}\n  do: [{${word}: {}}]\n`),
        unknown: 'otelc_unknown',
      },
      'keys of rules': {
        words: (c) => {
          const found = c.words(/^tool\/internal\/rule\/\w+\.go$/, /yaml:"([a-z][\w-]*)[",]/g);
          for (const word of inner) found.delete(word);
          return found;
        },
        probe: (word) => rule(`  ${word}: x\n`),
        unknown: 'aspect_unknown_key',
      },
      'predicates of files': {
        words: (c) => c.words(/^tool\/internal\/rule\/\w+\.go$/, /yaml:"((?:has|is)_\w+)[",]/g),
        probe: (word) =>
          rule(
            `  where: {func: F, file: {${word === 'has_recv' ? 'has_func: F, ' : ''}${word}: 'true'}}\n  do: [{inject_hooks: {path: a, before: B}}]\n`,
          ),
        unknown: 'otelc_filter',
      },
      'methods of HookContext': {
        words: (c) => c.words(/^pkg\/hook\/context\.go$/, /^\t([A-Z]\w+)\(.*\)(?: .+)?$/gm),
        source: 'src/vocabulary/advice/hooks',
      },
      'names of files': {
        words: (c) => c.words(/^tool\/.*\.go$/, /"([\w.]*(?:otelc(?:\.tool)?|otel\.instrumentation)\.(?:ya?ml|go))"/g),
        files: true,
      },
      variables: {
        words: (c) => c.words(/^tool\/.*\.go$/, /"(OTELC_[A-Z_]+)"/g),
        variables: true,
      },
    },
    left: {
      'all-of': 'directly in where: refused, as in the tool',
      'one-of': 'directly in where: refused, as in the tool',
      not: 'directly in where: refused, as in the tool',
      OTELC_WORK_DIR: 'where the tool keeps its files',
      OTELC_BUILD_FLAGS: 'from its processes to each other',
      OTELC_NESTED_TOOLEXEC: 'from its processes to each other',
      OTELC_STATS: 'statistics of the tool',
      OTELC_DEBUG: 'logging of the tool',
      OTELC_PROFILE_SUMMARY: 'profiles of the tool',
      OTELC_PROFILE_PATH: 'profiles of the tool',
      OTELC_ENABLED_PROFILES: 'profiles of the tool',
    },
  },
  {
    dialect: 'loongsuite',
    module: /^module github\.com\/alibaba\/loongsuite-go(-agent)?$/m,
    ruleFiles: /^tool\/data\/.*\.json$/,
    kinds: {
      'keys of rules': {
        words: (c) => c.words(/^tool\/rules\/(?!raw_rule)\w+\.go$/, /json:"(\w+)[",]/g),
        probe: json,
        unknown: 'rule_unknown_key',
      },
      'keys of rules that are not loaded': {
        words: (c) => c.words(/^tool\/rules\/raw_rule\.go$/, /json:"(\w+)[",]/g),
        probe: json,
        unknown: 'rule_unknown_key',
      },
      'methods of CallContext': {
        words: (c) => c.words(/^pkg\/api\/\w+\.go$/, /^\t([A-Z]\w+)\(.*\)(?: .+)?$/gm),
        source: 'src/vocabulary/advice/hooks',
      },
      variables: {
        words: (c) =>
          new Map(
            [...c.words(/^tool\/config\/config\.go$/, /^\t([A-Z]\w+) (?:string|bool)$/gm)].map(([word, where]) => [
              `OTELTOOL${word.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`,
              where,
            ]),
          ),
        variables: true,
      },
    },
    left: {
      func: 'the tool declares raw rules and loads none',
      recv: 'the tool declares raw rules and loads none',
      raw: 'the tool declares raw rules and loads none',
      OTELTOOL_VERBOSE: 'logging of the tool',
      OTELTOOL_DEBUG: 'logging of the tool',
      OTELTOOL_GO_CACHE: 'gots has a cache of its own',
    },
  },
  {
    dialect: 'orchestrion',
    module: /^module github\.com\/DataDog\/dd-trace-go\/v2$/m,
    ruleFiles: /(^|\/)((\w+\.)?orchestrion(\.\w+)?\.yml|([\w.-]+\.)?otelc\.ya?ml)$/,
    kinds: {},
    left: {},
  },
];

/** Keys that stand in a value of a rule: `field` has names and values, `signature` arguments and results, files have predicates. */
const inner = [
  'args',
  'returns',
  'type',
  'value',
  'where',
  'has_func',
  'has_recv',
  'has_struct',
  'has_directive',
  'has_package',
  'is_test',
  'all-of',
  'one-of',
  'not',
];
