import { expect, test } from 'vitest';
import { readLoongsuite } from '../../../../src/dialects/loongsuite/read-loongsuite.ts';
import { formatError, GotsError } from '../../../../src/report/diagnostic.ts';
import { errorOf, withoutSpans } from '../../aspects/helpers.ts';

function read(text: string) {
  const warnings: string[] = [];
  const warn = (warning: ConstructorParameters<typeof GotsError>[0]) =>
    warnings.push(formatError(new GotsError(warning)));
  const { aspects } = readLoongsuite({ display: 'r.json', bytes: Buffer.from(text) }, { strict: false, warn });
  return { aspects, warnings };
}

function only(rule: Record<string, unknown>) {
  const { aspects } = read(JSON.stringify([rule]));
  return withoutSpans(aspects[0]) as {
    id: string;
    joinPoint: { points: unknown[] };
    needs?: string[];
    advice: unknown[];
  };
}

test('a struct rule', () => {
  const rule = { ImportPath: 'fmt', StructType: 'pp', FieldName: 'extra', FieldType: 'map[string]interface{}' };
  expect(only(rule)).toMatchObject({
    id: 'fmt:pp.extra',
    joinPoint: {
      points: [
        { kind: 'import-path', path: 'fmt' },
        { kind: 'struct-definition', type: { pointer: false, path: 'fmt', name: 'pp' } },
      ],
    },
    advice: [{ kind: 'add-struct-field', name: 'extra', type: { kind: 'text', text: 'map[string]interface{}' } }],
  });
});

test('a rule of raw code, whose deferred part is applied last and so stands first', () => {
  const rule = { ImportPath: 'fmt', Function: 'Fprintf', UseRaw: true, OnEnter: 'a()', OnExit: 'b()', Order: 3 };
  expect(only(rule)).toMatchObject({
    id: 'fmt:Fprintf',
    advice: [
      { kind: 'prepend-statements', order: 3, resultNames: 'retVal', template: { source: 'a()' } },
      { order: 3, template: { source: 'b()', around: { before: 'defer func() { ', after: '\n}()' } } },
    ],
  });
});

test.each([
  [{ Function: 'F' }, { kind: 'name', name: 'F' }, { kind: 'has-receiver', value: false }],
  [
    { Function: 'F', ReceiverType: 'T' },
    { kind: 'name', name: 'F' },
    { kind: 'receiver-is', text: 'T' },
  ],
  [
    { Function: 'F', ReceiverType: '\\*T' },
    { kind: 'name', name: 'F' },
    { kind: 'receiver-is', text: '*T' },
  ],
  [
    { Function: 'F', ReceiverType: '*DB' },
    { kind: 'name', name: 'F' },
    { kind: 'receiver-matches', pattern: '^*DB$' },
  ],
  [{ Function: 'a|b' }, { kind: 'name-matches', pattern: '^a|b$' }, { kind: 'has-receiver', value: false }],
  [
    { Function: '.*', ReceiverType: '.*' },
    { kind: 'name-matches', pattern: '^.*$' },
    { kind: 'receiver-matches', pattern: '^.*$' },
  ],
])('%o', (names, ...options) => {
  const { joinPoint } = only({ ImportPath: 'p', UseRaw: true, OnEnter: 'x()', ...names });
  expect(joinPoint.points[1]).toMatchObject({ kind: 'function-body', point: { kind: 'function', options } });
});

test('versions, dependencies and the main package', () => {
  const rule = { Version: '[1.2.0, 1.4.0)', GoVersion: '[1.24.0,)', Dependencies: ['net/http', 'example.com/x'] };
  const read = only({ ImportPath: 'main', Function: 'main', UseRaw: true, OnEnter: 'x()', ...rule });
  expect(read.needs).toEqual(['net/http', 'example.com/x']);
  expect(read.joinPoint.points).toMatchObject([
    {
      kind: 'all-of',
      points: [
        { kind: 'package-name', name: 'main' },
        { kind: 'test-main', value: false },
      ],
    },
    { kind: 'module-version', range: { from: 'v1.2.0', below: 'v1.4.0' } },
    { kind: 'go-version', range: { from: 'v1.24.0' } },
    { kind: 'function-body' },
  ]);
});

test('the kind is that of the first of Function, StructType and FileName', () => {
  const rule = { ImportPath: 'p', StructType: 'T', FieldName: 'f', FieldType: 'int', FileName: 'x.go', Path: 'h' };
  expect(only({ ...rule, Function: 'F', OnEnter: 'enter' }).id).toBe('p:F');
  expect(only(rule).id).toBe('p:T.f');
});

test('Path may be a folder, whose module is meant', () => {
  const rule = { ImportPath: 'main', Function: 'main', OnEnter: 'enter', Path: './hook' };
  const bytes = Buffer.from(JSON.stringify([rule, { ...rule, Path: 'example.com/other' }]));
  const seen: string[] = [];
  const moduleIn = (folder: string): string => {
    seen.push(folder);
    return 'customhook';
  };
  const ctx = { strict: false, warn: () => undefined };
  const { aspects } = readLoongsuite({ display: 'r.json', bytes, moduleIn }, ctx);
  expect(aspects.flatMap(({ advice }) => advice)).toMatchObject([
    { path: 'example.com/other' },
    { path: 'customhook' },
  ]);
  expect(seen).toEqual(['./hook']);
  expect(errorOf(() => readLoongsuite({ display: 'r.json', bytes, moduleIn: () => '' }, ctx))).toBe(
    'r.json:1:66: "Path" cannot be "./hook" (rule_bad_name); write an import path, or a folder with a go.mod',
  );
});

test('the rule listed last comes first', () => {
  const rule = (name: string) => ({ ImportPath: 'p', Function: name, UseRaw: true, OnEnter: 'x()' });
  expect(read(JSON.stringify([rule('A'), rule('B')])).aspects.map(({ id }) => id)).toEqual(['p:B', 'p:A']);
});

test('keys are read as by encoding/json: in any case, the last of two, null as if absent', () => {
  const text =
    '[{"importpath": "p", "FUNCTION": "F", "useRaw": true, "onExit": "a()", "OnExit": "b()", "OnEnter": null, "Order": null}]';
  const { aspects, warnings } = read(text);
  expect(withoutSpans(aspects[0]?.advice)).toMatchObject([{ template: { source: 'b()' }, order: 0 }]);
  expect(warnings).toEqual([]);
});

test('unknown keys warn', () => {
  const text = '[{"ImportPath": "p", "Function": "F", "UseRaw": true, "OnEntry": "a()", "OnEnter": "b()"}]';
  expect(read(text).warnings).toEqual([
    'r.json:1:55: unknown key "OnEntry" in a rule (rule_unknown_key); did you mean "OnEnter"?',
  ]);
});

const format = 'a rule file is a list of objects: [{"ImportPath": "net/http", "Function": "Get", …}]';
test.each([
  ['{}', `r.json:1:1: a rule file must be a list of rules, not an object (rule_wrong_type); ${format}`],
  ['["x"]', `r.json:1:2: a rule must be an object, not the text "x" (rule_wrong_type); ${format}`],
  [
    '[{"ImportPath": 1}]',
    `r.json:1:17: "ImportPath" must be a text in double quotes, not 1 (rule_wrong_type); ${format}`,
  ],
  [
    '[{"UseRaw": "true"}]',
    `r.json:1:13: "UseRaw" must be true or false, not the text "true" (rule_wrong_type); ${format}`,
  ],
  ['[{"Order": 1.5}]', `r.json:1:12: "Order" must be a whole number, not 1.5 (rule_wrong_type); ${format}`],
  [
    '[{"Dependencies": ["a", {}]}]',
    `r.json:1:25: an item of "Dependencies" must be an import path in double quotes, not an object (rule_wrong_type); ${format}`,
  ],
  [
    '[{"ImportPath": "p"}]',
    'r.json:1:2: this rule has none of "StructType", "Function" and "FileName" (rule_no_kind); add the one that says what the rule changes',
  ],
  [
    '[{"Function": "F", "UseRaw": true, "OnEnter": "x"}]',
    'r.json:1:2: a function rule needs "ImportPath" (rule_missing_key); add "ImportPath", or remove the rule',
  ],
  [
    '[{"ImportPath": "p", "Function": "F", "UseRaw": true}]',
    'r.json:1:2: a function rule needs "OnEnter" (rule_missing_key); add "OnEnter", or remove the rule',
  ],
  [
    '[{"ImportPath": "p", "StructType": "T", "FieldName": "f"}]',
    'r.json:1:2: a struct rule needs "FieldType" (rule_missing_key); add "FieldType", or remove the rule',
  ],
  [
    '[{"ImportPath": "p", "StructType": "*T", "FieldName": "f", "FieldType": "int"}]',
    'r.json:1:36: "StructType" cannot be "*T" (rule_bad_name); write the name of a struct type',
  ],
  [
    '[{"ImportPath": "p", "Function": "F(", "UseRaw": true, "OnEnter": "x"}]',
    'r.json:1:34: "Function": error parsing regexp: missing closing ): `^F($` (rule_bad_regexp); it is a regular expression of Go (RE2); a backslash is written \\\\ in JSON',
  ],
  [
    '[{"ImportPath": "p", "Function": "F", "UseRaw": true, "OnEnter": "x", "Version": "[v1.0.0,)"}]',
    'r.json:1:82: "Version" cannot be "[v1.0.0,)": "vv1.0.0" is not a version (rule_bad_range); write [1.2.0,1.4.0), where either bound may be left out, without a v',
  ],
])('%s', (text, message) => {
  expect(errorOf(() => read(text))).toBe(message);
});

test.each([
  [{}, { kind: 'add-file', path: 'example.com/hooks', file: 'x.go', unlinked: true }],
  [{ Replace: true }, { kind: 'replace-file', path: 'example.com/hooks', file: 'x.go' }],
])('a file rule %o', (more, advice) => {
  expect(only({ ImportPath: 'p', FileName: 'x.go', Path: 'example.com/hooks', ...more })).toMatchObject({
    id: 'p:x.go',
    advice: [advice],
  });
});

test.each([
  [
    { Function: 'F', OnEnter: 'enter', Order: 2 },
    { before: 'enter', contextOnly: false, order: 2 },
  ],
  [
    { Function: 'F[12]', OnEnter: 'enter', OnExit: 'exit' },
    { before: 'enter', after: 'exit', contextOnly: true },
  ],
])('a rule with hooks %o', (names, advice) => {
  const rule = only({ ImportPath: 'p', Path: 'example.com/hooks', ...names });
  expect(rule.joinPoint.points[1]).toMatchObject({ kind: 'function' });
  expect(rule.advice).toMatchObject([{ kind: 'hooks', flavour: 'loongsuite', path: 'example.com/hooks', ...advice }]);
});

test('a hook is a name, unless the rule is one of raw code', () => {
  const rule = '[{"ImportPath": "p", "Function": "F", "Path": "h", "OnEnter": "println(1)"}]';
  expect(errorOf(() => read(rule))).toBe(
    'r.json:1:63: "OnEnter" cannot be "println(1)" (rule_bad_name); write the name of a function, or "UseRaw": true for code',
  );
});

test('with the base rules every main package imports what starts the SDK', () => {
  const Path = 'github.com/alibaba/loongsuite-go-agent/pkg/rules/runtime';
  const { aspects } = read(JSON.stringify([{ ImportPath: 'runtime', FileName: 'runtime_linker.go', Path }]));
  expect(aspects.map(({ id }) => id)).toEqual(['main:otel.runtime.go', 'runtime:runtime_linker.go']);
  const advice = { kind: 'add-blank-import', path: 'github.com/alibaba/loongsuite-go-agent/pkg' };
  expect(withoutSpans(aspects[0]?.advice)).toEqual([advice]);
});
