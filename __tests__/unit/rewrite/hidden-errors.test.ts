import { expect, test } from 'vitest';
import { weave } from '../../support/weave.ts';

const packageFiles = () => [{ name: 'h/hooks.go', bytes: Buffer.from('package h\n\nfunc Before(c interface{}) {}\n') }];

function mayHide(advice: string, body: string, point = 'function-body: {function: [{name: F}]}'): boolean {
  const yaml = `aspects:\n  - id: x\n    join-point: {${point}}\n    advice: [{${advice}}]\n`;
  return weave(yaml, { 'a.go': `package demo\n\nimport "fmt"\n\n${body}\n` }, { packageFiles, names: { fmt: 'fmt' } })
    .mayHideErrors;
}

const statement = "prepend-statements: {template: 'println(1)'}";
const used = 'func u() { fmt.Println() }\n\n';
const hooks = 'hooks: {path: h, before: Before}';
const onFunction = 'function: [{name: F}]';

test.each([
  ['a statement', statement, `${used}func F() {}`],
  ['a statement before others', statement, `${used}func F() int { return 1 }`],
  ['named results', statement, `${used}func F() (n int) { return }`],
  ['a bare return of a function inside', statement, `${used}func F() int { func() { return }(); return 1 }`],
  ['another import', "prepend-statements: {imports: {os: os}, template: 'os.Exit(1)'}", `${used}func F() {}`],
  ['an import in use', "prepend-statements: {imports: {fmt: fmt}, template: 'fmt.Print()'}", `${used}func F() {}`],
])('%s hides nothing', (_, advice, body) => expect(mayHide(advice, body)).toBe(false));

test('hooks hide nothing but a bare return', () => {
  expect(mayHide(hooks, `${used}func F() int { return 1 }`, onFunction)).toBe(false);
  expect(mayHide(hooks, `${used}func F() int { if true { return }; return 1 }`, onFunction)).toBe(true);
});

test.each([
  ['an import without a use', "prepend-statements: {imports: {fmt: fmt}, template: 'fmt.Print()'}", 'func F() {}'],
  ['a missing return', statement, `${used}func F() int {}`],
  ['a bare return', statement, `${used}func F() int { return }`],
  ['a label', "prepend-statements: {template: 'goto L'}", `${used}func F() { L: }`],
  ['a declared name', "inject-declarations: {template: 'func g() {}'}", `${used}func F() {}`],
])('%s may be hidden', (_, advice, body) => expect(mayHide(advice, body)).toBe(true));

test('statements in a function literal may use variables around it', () => {
  const body = `${used}func F() { x := 1; _ = func() {} }`;
  expect(mayHide("prepend-statements: {template: '_ = x'}", body, 'function-body: {function: [{signature: {}}]}')).toBe(
    true,
  );
});
