import { describe, expect, test } from 'vitest';
import { weave, weaveText } from '../../../support/weave.ts';

/** An aspect that puts statements at the top of `F`. */
const prepending = (template: string, more = '') => `aspects:
  - id: names
    join-point: {function-body: {function: [{name: F}]}}
    advice:
      - prepend-statements:
          template: ${JSON.stringify(template)}
${more}`;

const wrapping = (template: string) => `aspects:
  - id: names
    join-point: {function-call: fmt.Sprint}
    advice:
      - wrap-expression: {template: ${JSON.stringify(template)}}
`;

const calling = (body: string) => `package demo\n\nimport "fmt"\n\nfunc f() { ${body} }\n`;

describe('what a template declares does not capture', () => {
  test('a parameter that it prints', () => {
    const text = weaveText(
      prepending('n := 1\nuse(n, {{ .Function.Argument 0 }})'),
      'package demo\n\nfunc F(n int) {}\n',
    );
    expect(text).toContain('__gotsN1 := 1\nuse(__gotsN1, n)');
  });

  test('names in the node that it prints', () => {
    const text = weaveText(
      wrapping('func(opts int) string { return {{ . }} }(1)'),
      calling('opts := 2; _ = fmt.Sprint(opts)'),
    );
    expect(text).toContain('func(__gotsOpts1 int) string { return fmt.Sprint(opts) }(1)');
  });

  test('names in what another aspect has put there', () => {
    const yaml = `${wrapping('other({{ . }})')}  - id: outer
    join-point: {function-call: fmt.Sprint}
    advice:
      - wrap-expression: {template: "func(other int) string { return {{ . }} }(1)"}
`;
    expect(weaveText(yaml, calling('_ = fmt.Sprint(1)'))).toContain(
      'func(__gotsOther1 int) string { return other(fmt.Sprint(1)) }(1)',
    );
  });

  test('and keeps its names where nothing is captured', () => {
    const text = weaveText(
      wrapping('func(x int) string { return f(x) + T{x: x}.s }({{ . }})'),
      calling('_ = fmt.Sprint(x)'),
    );
    expect(text).toContain('func(x int) string { return f(x) + T{x: x}.s }(fmt.Sprint(x))');
  });
});

describe('predeclared names of a template are the predeclared ones', () => {
  test('where parameters, results and variables of the function have these names: those are called something else', () => {
    const text = `package demo

func F(len int, x []T) (string int) {
	for nil := range x {
		string += nil + T{len: len}.len
	}
	return func(len int) int { return len }(len)
}
`;
    const yaml = prepending(
      'if len({{ .Function.Argument 1 }}) > 0 && x != nil { log(string("s"), {{ .Function.Argument 0 }}) }',
    );
    expect(weaveText(yaml, text)).toBe(`package demo

func F(__gotsLen2 int, x []T) (__gotsString1 int) {{
if len(x) > 0 && x != nil { log(string("s"), __gotsLen2) }
};
	for nil := range x {
		__gotsString1 += nil + T{len: __gotsLen2}.len
	}
	return func(__gotsLen2 int) int { return __gotsLen2 }(__gotsLen2)
}
`);
  });

  test('where the package has these names: they come from a package of ours', () => {
    const text = 'package demo\n\ntype (\n\tstring int\n\terror  int\n)\n\nfunc println() {}\n\nfunc F() {}\n';
    const { files, imports, lang } = weave(prepending('println("x", string("y"))\nvar _ error'), { 'a.go': text });
    const woven = files[0]?.text?.toString().replace(/\/\*line .*?\*\//g, '');
    expect(woven).toContain('import __gots_predeclared "gots/predeclared"');
    expect(woven).toContain('__gots_predeclared.Println2("x", __gots_predeclared.String("y"))');
    expect([imports, lang]).toEqual([['gots/predeclared'], 'go1.18']);
  });

  test('where the template has them itself, they are its own', () => {
    const text = weaveText(prepending('len := 1\nuse(len)'), 'package demo\n\nfunc F() { _ = len("") }\n');
    expect(text).toContain('__gotsLen1 := 1\nuse(__gotsLen1)');
  });

  test.each([
    ['nil', 'const nil = 1', ''],
    ['len', 'func len() {}', ''],
    ['recover', 'func recover() {}', ''],
    ['string', '', 'type string struct{}'],
  ])('and %s, where nothing else will do, is an error', (name, top, local) => {
    const yaml = `aspects:
  - id: names
    join-point: {function-call: fmt.Sprint}
    advice:
      - wrap-expression: {template: "f({{ . }}, ${name})"}
`;
    const text = `package demo\n\nimport "fmt"\n\n${top}\n\nfunc f() { ${local || '_ = 1'}; _ = fmt.Sprint(1) }\n`;
    expect(() => weaveText(yaml, text)).toThrow(expect.objectContaining({ code: 'template_name_hidden' }));
  });
});

describe('what is injected at the top level', () => {
  const injecting = (template: string) => `aspects:
  - id: names
    join-point: {function-body: {function: [{name: F}]}}
    advice:
      - inject-declarations: {template: ${JSON.stringify(template)}}
      - prepend-statements: {template: "helper()"}
`;

  test('is not declared twice, whatever file has the name, and advice calls the injected one', () => {
    const files = {
      'a.go': 'package demo\n\nfunc F() { helper() }\n',
      'b.go': 'package demo\n\nvar helper = func() {}\n',
    };
    const text = weave(injecting('func helper() {}'), files)
      .files[0]?.text?.toString()
      .replace(/\/\*line .*?\*\//g, '');
    expect(text).toContain('func __gotsXhelper() {}');
    expect(text).toMatch(/__gotsXhelper\(\)\n/);
    expect(text).toContain(' helper() }');
  });

  test('hides no predeclared name and no import', () => {
    const files = { 'a.go': 'package demo\n\nimport helper "strings"\n\nfunc F() int { return max(1, 2) }\n' };
    const text = weave(injecting('func max() { helper() }\nfunc helper() {}'), files)
      .files[0]?.text?.toString()
      .replace(/\/\*line .*?\*\//g, '');
    expect(text).toContain('func __gotsXmax() { __gotsXhelper() }');
    expect(text).toContain('return max(1, 2)');
  });
});

describe('an added file', () => {
  const adding = `aspects:
  - id: add
    join-point: {import-path: example.com/demo}
    advice:
      - add-file: {path: example.com/hooks, file: extra.go}
`;

  /** The file as a part of a package that has this file. */
  const added = (file: string, own: string): string => {
    const files = [{ name: 'extra.go', bytes: Buffer.from(file) }];
    const woven = weave(adding, { 'a.go': own }, { packageFiles: () => files });
    return woven.added.map(({ text }) => text.toString().replace(/\/\*line .*?\*\//g, '')).join('');
  };

  test('gives its imports, and what it declares, other names where the package has them, or they are predeclared', () => {
    const file =
      'package x\n\nimport "strings"\n\nfunc helper(max int) string { return strings.Repeat("x", max) }\n\nvar max = helper(1)\n';
    expect(added(file, 'package demo\n\nvar strings, helper int\n')).toBe(`//line extra.go:1:1
package demo

import __gots_strings1 "strings"

func __gotsXhelper(max int) string { return __gots_strings1.Repeat("x", max) }

var __gotsXmax = __gotsXhelper(1)
`);
  });

  test('has the predeclared names, whatever the package declares', () => {
    const file = 'package x\n\nfunc extra() (string, error) { println("x"); var e error; return "", e }\n';
    expect(added(file, 'package demo\n\ntype string int\n\nfunc println() {}\n')).toBe(`//line extra.go:1:1
package demo; import __gots_predeclared "gots/predeclared"

func extra() (__gots_predeclared.String, error) { __gots_predeclared.Println1("x"); var e error; return "", e }
`);
  });
});

test('a linkname directive names the injected thing, and a symbol as the linker does', () => {
  const yaml = `aspects:
  - id: link
    join-point: {import-path: example.com/demo}
    advice:
      - inject-declarations:
          links: [example.com/hooks.v1]
          template: |
            //go:linkname hook example.com/hooks.v1.Hook
            func hook()
`.replace('{import-path: example.com/demo}', '{struct-definition: example.com/demo.T}');
  const text = 'package demo\n\ntype T struct{}\n\nvar hook int\n';
  expect(weaveText(yaml, text)).toContain('//go:linkname __gotsXhook example.com/hooks%2ev1.Hook\nfunc __gotsXhook()');
});

test('the word that all names begin with is in no text', () => {
  const text = 'package demo\n\nvar __gots1 int\n\nfunc F(int) {}\n';
  expect(weaveText(prepending('again: for { break again }\nuse("__gots2")'), text)).toContain('__gots3_again1: for');
});

test('statements without a block of their own meet no name of the function, and other advice on it finds what they declare', () => {
  const yaml = `aspects:
  - id: open
    join-point: {function-body: {function: [{name: F}]}}
    advice:
      - prepend-statements: {open: true, template: "span, kept := 1, func(span int) int { return span }\\nuse(span, kept)"}
${wrapping('with({{ . }}, span)').replace('aspects:\n', '')}`;
  const text = 'package demo\n\nimport "fmt"\n\nfunc F() { _ = fmt.Sprint(span); span := 2; _ = span }\n';
  expect(weaveText(yaml, text)).toBe(`package demo

import "fmt"

func F() {
__gotsOpenspan, kept := 1, func(__gotsOpenspan int) int { return __gotsOpenspan }
use(__gotsOpenspan, kept)
 _ = with(fmt.Sprint(span), __gotsOpenspan); span := 2; _ = span }
`);
});

test('results whose names a rule counts on are called something else where the function has the names', () => {
  const yaml = prepending('use(retVal0)', '          result-names: retVal\n');
  const text = 'package demo\n\nfunc F() (int, error) { retVal0 := 1; return retVal0, nil }\n';
  expect(weaveText(yaml, text)).toBe(`package demo

func F() (__gotsRetVal0n1 int, retVal1 error) {{
use(__gotsRetVal0n1)
}; retVal0 := 1; return retVal0, nil }
`);
});
