import { describe, expect, test } from 'vitest';
import { checkCodeTemplate } from '../../../../src/aspects/check-template.ts';
import { looksLikeOtelc, readOtelc } from '../../../../src/dialects/otelc/read-otelc.ts';
import { GotsError } from '../../../../src/report/diagnostic.ts';
import type { Aspect } from '../../../../src/vocabulary/aspect.ts';

const file = (text: string) => ({ display: 'otelc.yml', bytes: Buffer.from(text) });

function read(text: string): readonly Aspect[] {
  return readOtelc(file(text), { strict: false, warn: () => undefined, checkTemplate: checkCodeTemplate }).aspects;
}

function errorOf(text: string): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof GotsError) return `${error.code} ${error.span?.line}:${error.span?.column}`;
    throw error;
  }
  return 'none';
}

const hook = 'do: [{inject_hooks: {before: B, path: example.com/h}}]';
const rule = (body: string): string => `r:\n  target: net/http\n  ${body.replaceAll('\n', '\n  ')}\n`;
const one = (text: string): Aspect => read(text)[0] as Aspect;

describe('shape', () => {
  test.each([
    ['where: {func: F}', 'otelc_shape 1:1'],
    [`where: [func]\n${hook}`, 'otelc_shape 3:3'],
    [`where: {target: x}\n${hook}`, 'otelc_shape 3:11'],
    [`where: {version: v1.0.0}\n${hook}`, 'otelc_shape 3:11'],
    [`where: {fnc: F}\n${hook}`, 'otelc_unknown 3:11'],
    [`where: {file: text}\n${hook}`, 'otelc_shape 3:11'],
    ['do: []', 'otelc_shape 3:3'],
    ['do: text', 'otelc_shape 3:7'],
    ['do: [{inject_hooks: {}, add_file: {}}]', 'otelc_shape 3:8'],
    ['do: [{inject_hook: {}}]', 'otelc_unknown 3:9'],
    ['do: [{inject_hooks: }]', 'otelc_shape 3:9'],
    [`where: {func: F, all-of: [{func: G}]}\n${hook}`, 'otelc_unsupported 3:20'],
    [`where: {recv: T}\n${hook}`, 'otelc_missing 1:1'],
  ])('%s is %s', (body, code) => {
    expect(errorOf(rule(body))).toBe(code);
  });

  test('an empty all-of directly in where is nothing', () => {
    expect(errorOf(rule(`where: {func: F, all-of: []}\n${hook}`))).toBe('none');
  });

  test('rules without where and do are read as they are', () => {
    expect(one(rule('func: F\nbefore: B\npath: example.com/h')).advice).toMatchObject([{ kind: 'hooks', before: 'B' }]);
  });

  test('each modifier is a rule, and a payload wins over a selector', () => {
    const text = rule(
      'where: {func: F}\ndo: [{inject_code: {raw: a(), func: G}}, {inject_hooks: {after: A, path: example.com/h}}]',
    );
    expect(read(text).map(({ advice }) => advice[0]?.kind)).toEqual(['prepend-statements', 'hooks']);
    expect(JSON.stringify(read(text)[0]?.joinPoint)).toContain('"name":"G"');
  });
});

describe('target and version', () => {
  const point = (target: string) => {
    const { joinPoint } = one(`r:\n  target: ${target}\n  where: {func: F}\n  ${hook}\n`);
    return joinPoint.kind === 'all-of' ? joinPoint.points[0] : undefined;
  };

  test.each([
    ['net/http', { kind: 'import-path', path: 'net/http' }],
    ['main', { kind: 'command', value: true }],
    ['$root', { kind: 'package-filter', root: true }],
    ['"example.com/**"', { kind: 'import-glob', pattern: 'example.com/**' }],
  ])('%s', (target, expected) => {
    expect(point(target)).toMatchObject(expected);
  });

  test.each([
    ['" "', 'otelc_missing 2:3'],
    ['$ROOT', 'otelc_value 2:11'],
    ['$root/x', 'otelc_value 2:11'],
    ['"a/[b"', 'otelc_value 2:11'],
    ['"a/{b"', 'otelc_value 2:11'],
  ])('%s is refused', (target, code) => {
    expect(errorOf(`r:\n  target: ${target}\n  where: {func: F}\n  ${hook}\n`).replace('1:1', '2:3')).toBe(code);
  });

  test.each(['1.0.0', 'v2.0.0,v1.0.0', 'v1.0.0,v1.1.0,v1.2.0'])('version %s is refused', (version) => {
    expect(errorOf(rule(`version: "${version}"\nwhere: {func: F}\n${hook}`))).toBe('otelc_value 3:12');
  });
});

describe('filters of files', () => {
  const filter = (text: string): string =>
    errorOf(rule(`where: {func: F, file: ${text}}\n${hook}`)).split(' ')[0] ?? '';

  test.each([
    '{}',
    '{has_func: F, has_struct: S}',
    '{has_recv: T}',
    '{has_struct: S, has_recv: T}',
    '{has_package: p, has_func: F}',
    '{has_package: " "}',
    '{is_test: true, has_func: F}',
    '{all-of: [{has_func: F}], has_struct: S}',
    '{all-of: [{has_func: F}], one-of: []}',
    '{all-of: [{has_func: F}, {}]}',
    '{one-of: [{has_func: F}], has_struct: S}',
    '{one-of: [{has_func: F}, {}]}',
    '{not: {}}',
    '{not: {has_struct: S}, has_func: F}',
  ])('%s is none', (text) => {
    expect(filter(text)).toBe('otelc_filter');
  });

  test('is_test is true or false', () => {
    expect(filter('{is_test: maybe}')).toBe('otelc_value');
  });

  test.each([
    ['{has_func: F}', { kind: 'file-has', part: { kind: 'function', name: 'F', receiver: '' } }],
    ['{has_func: F, has_recv: "*T"}', { kind: 'file-has', part: { kind: 'function', name: 'F', receiver: '*T' } }],
    ['{has_struct: S}', { kind: 'file-has', part: { kind: 'struct', name: 'S' } }],
    ['{has_directive: "a:b"}', { kind: 'file-has', part: { kind: 'directive', name: 'a:b' } }],
    ['{has_package: p}', { kind: 'package-name', name: 'p' }],
    ['{is_test: false}', { kind: 'test-build', value: false }],
    ['{all-of: []}', { kind: 'not', point: { kind: 'one-of', points: [] } }],
    ['{one-of: []}', { kind: 'one-of', points: [] }],
    ['{not: {has_struct: S}}', { kind: 'not', point: { kind: 'file-has' } }],
    [
      '{one-of: [{has_func: F}, {is_test: true}]}',
      { kind: 'one-of', points: [{ kind: 'file-has' }, { kind: 'test-build' }] },
    ],
  ])('%s', (text, expected) => {
    const { joinPoint } = one(rule(`where: {func: F, file: ${text}}\n${hook}`));
    expect(joinPoint.kind === 'all-of' && joinPoint.points[1]).toMatchObject(expected);
  });

  test('file rules do not heed them', () => {
    const text = rule('where: {file: {has_func: F}}\ndo: [{add_file: {file: f.go, path: example.com/h}}]');
    expect(JSON.stringify(one(text).joinPoint)).not.toContain('file-has');
  });
});

describe('values', () => {
  test.each([
    ['where: {func: " "}\ndo: [{inject_hooks: {before: B, path: p}}]', 'otelc_missing'],
    ['where: {func: F}\ndo: [{inject_hooks: {path: p}}]', 'otelc_missing'],
    ['where: {func: F}\ndo: [{inject_hooks: {before: B}}]', 'otelc_missing'],
    ['where: {struct: ""}\ndo: [{add_struct_fields: {}}]', 'otelc_missing'],
    ['do: [{add_file: {file: f.go}}]', 'otelc_missing'],
    ['where: {func: F}\ndo: [{inject_code: {raw: " "}}]', 'otelc_missing'],
    ['where: {func: F}\ndo: [{inject_code: {raw: "{{ .X"}}]', 'aspect_template_syntax'],
    ['where: {func: F, pattern: "("}\ndo: [{inject_code: {raw: a()}}]', 'otelc_value'],
    ['where: {func: F, placement: over}\ndo: [{inject_code: {raw: a()}}]', 'otelc_value'],
    ['where: {function_call: F}\ndo: [{wrap_call: {replace: "{{ . }}"}}]', 'otelc_value'],
    ['where: {function_call: a.F}\ndo: [{wrap_call: {}}]', 'otelc_missing'],
    ['where: {function_call: a.F}\ndo: [{wrap_call: {replace: f()}}]', 'otelc_value'],
    ['where: {function_call: a.F}\ndo: [{wrap_call: {append_args: [""]}}]', 'otelc_value'],
    ['where: {directive: "a b"}\ndo: [{expand_directive: {template: x}}]', 'otelc_value'],
    ['where: {directive: "//a"}\ndo: [{expand_directive: {template: x}}]', 'otelc_value'],
    ['where: {directive: a}\ndo: [{expand_directive: {template: ""}}]', 'otelc_missing'],
    ['where: {identifier: x, kind: func}\ndo: [{assign_value: {replace: "1"}}]', 'otelc_value'],
    ['where: {identifier: x}\ndo: [{assign_value: {}}]', 'otelc_missing'],
    ['where: {identifier: x}\ndo: [{assign_value: {wrap: f()}}]', 'otelc_value'],
    ['where: {identifier: x}\ndo: [{assign_value: {replace: "1", wrap: "{{ . }}"}}]', 'otelc_missing'],
    ['where: {struct_literal: T}\ndo: [{set_fields: {field: [{name: A, value: "1"}]}}]', 'otelc_value'],
    ['where: {struct_literal: a.T}\ndo: [{set_fields: {field: []}}]', 'otelc_missing'],
    ['where: {struct_literal: a.T}\ndo: [{set_fields: {field: [{value: "1"}]}}]', 'otelc_missing'],
    ['where: {struct_literal: a.T}\ndo: [{set_fields: {field: [{name: A}]}}]', 'otelc_missing'],
    ['where: {struct_literal: a.T}\ndo: [{set_fields: {field: [{name: A, wrap: "1"}]}}]', 'otelc_value'],
    [
      'where: {struct_literal: a.T}\ndo: [{set_fields: {field: [{name: A, value: "1"}, {name: A, value: "2"}]}}]',
      'otelc_value',
    ],
    ['imports: {".": a}\nwhere: {func: F}\ndo: [{inject_code: {raw: a()}}]', 'otelc_unsupported'],
  ])('%s', (body, code) => {
    expect(errorOf(rule(body)).split(' ')[0]).toBe(code);
  });
});

test('rules come by kind, exact targets before patterns, and by name', () => {
  const text = `b:
  target: "*"
  where: {func: F}
  do: [{inject_hooks: {before: B, path: p}}]
c:
  target: a
  where: {func: F}
  do: [{inject_hooks: {before: B, path: p}}]
a:
  target: a
  do: [{add_file: {file: f.go, path: p}}]
`;
  expect(read(text).map(({ id }) => id)).toEqual(['a', 'c', 'b']);
});

test('a rule file is known by its content', () => {
  expect(looksLikeOtelc(file(rule(hook)))).toBe(true);
  expect(looksLikeOtelc(file('aspects: []\n'))).toBe(false);
  expect(looksLikeOtelc(file(''))).toBe(false);
});

test('a key that no rule has is said, and the rule counts', () => {
  const warnings: string[] = [];
  const warn = (warning: ConstructorParameters<typeof GotsError>[0]) =>
    void warnings.push(`${warning.code} ${warning.span?.line}:${warning.span?.column} ${warning.message}`);
  const text = rule(`befor: B\nwhere: {func: F}\n${hook}`);
  expect(readOtelc(file(text), { strict: false, warn }).aspects).toHaveLength(1);
  expect(warnings).toEqual(['aspect_unknown_key 3:3 unknown key "befor" in the rule "r"']);
});
