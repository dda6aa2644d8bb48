import fc from 'fast-check';
import { expect, test } from 'vitest';
import { predeclaredPath, predeclaredSource } from '../../../../src/rewrite/names/predeclared-package.ts';
import { go } from '../../../support/go-command.ts';
import { ground, type OddPackage, oddPackages } from '../../../support/odd-packages.ts';
import { tempModule } from '../../../support/temp-module.ts';
import { weave } from '../../../support/weave.ts';

const context = `type HookContext interface {
	SetSkipCall(bool)
	IsSkipCall() bool
	SetData(interface{})
	GetData() interface{}
	GetKeyData(string) interface{}
	SetKeyData(string, interface{})
	HasKeyData(string) bool
	GetParam(int) interface{}
	SetParam(int, interface{})
	GetReturnVal(int) interface{}
	SetReturnVal(int, interface{})
	GetFuncName() string
	GetPackageName() string
	GetParamCount() int
	GetReturnValCount() int
}
`;

const hooks = `package hooks

${context}
var Count int

func Seen(...interface{}) { Count++ }

func Two(c HookContext, a, b interface{}) { all(c, 2) }

func Three(c HookContext, a, b, d interface{}) { all(c, 3) }

func One(c HookContext, a interface{}) { Count++ }

func AfterTwo(c HookContext, a, b interface{}) { all(c, 0); c.SetReturnVal(0, c.GetReturnVal(0)) }

func AfterOne(c HookContext, a interface{}) { Count++; panic("caught") }

func all(c HookContext, params int) {
	Count++
	c.SetKeyData("key", 1)
	if c.GetKeyData("key") != 1 || !c.HasKeyData("key") {
		panic("no data")
	}
	for i := range params {
		c.SetParam(i, c.GetParam(i))
	}
}
`;

const path = 'example.com/scopes/hooks.v1';
const imports = `imports: {hooks: ${path}, u0: example.com/scopes/u}`;

/** Advice of every kind; what a template cannot reach where the package declares it is left out with `rich` false. */
const aspects = (rich: boolean) => `aspects:
  - id: call
    join-point: {function-call: example.com/scopes/u.Id}
    advice:
      - wrap-expression:
          ${imports}
          template: |
            func(opts, n, x, c int) (err int) { var zero error; _, _, _, _, _ = opts, n, x, c, zero; return {{ . }} }(1, 2, 3, 4)
  - id: args
    join-point: {function-call: example.com/scopes/u.Sum}
    advice:
      - append-args: {type: int, values: [{template: "0"}]}
  - id: struct
    join-point: {struct-definition: example.com/scopes/odd.T}
    advice:
      - add-struct-field: {name: added, type: error}
  - id: inject
    join-point: {struct-definition: example.com/scopes/odd.T}
    advice:
      - inject-declarations:
          ${imports}
          template: |
            func helper(again string) error { hooks.Seen(again); var e error; return e }
            func max(n int) bool { return n == 1 }
${['F', 'G', 'M', 'H'].flatMap((letter) => [0, 1, 2].map((i) => aspectsOf(`${letter}${i}`, rich))).join('')}`;

function aspectsOf(fn: string, rich: boolean): string {
  const kinds = { F: ['Two', 'AfterTwo'], G: ['Two', 'AfterOne'], M: ['Three', 'AfterTwo'], H: ['One', 'AfterOne'] };
  const [before, after] = kinds[fn.charAt(0) as keyof typeof kinds];
  const more = rich ? 'if p := make([]int, 1); len(p) != cap(p) || recover() != nil { panic(nil) }' : '_ = 1';
  return `
  - id: hooks-${fn}
    join-point: {function: [{name: ${fn}}]}
    advice: [{hooks: {path: ${path}, before: ${before}, after: ${after}}}]
  - id: statements-${fn}
    join-point: {function-body: {function: [{name: ${fn}}]}}
    advice:
      - prepend-statements:
          ${imports}
          result-names: retVal
          template: |
            x, n := {{ .Function.Argument 0 }}, int8(1)
            again:
            for c := 0; c < 3; c++ { if c == 1 { continue again }; hooks.Seen(x, n, c, string("s"), true && !false) }
            if helper("s") == error(interface{ error }(helper("t"))) && max(1) { hooks.Seen({{ .Function.Result 0 }}) }
            ${more}
            defer func() { hooks.Seen({{ .Function.Result 0 }}) }()
`;
}

/** The files of a package, woven as example.com/scopes/odd and put elsewhere. */
function wovenFiles({ files, predeclared }: OddPackage, folder: string): Record<string, string> {
  const rich = !['make', 'len', 'cap', 'recover', 'nil'].some((name) => predeclared.includes(name));
  const packageFiles = (asked: string) =>
    asked === path ? [{ name: 'hooks.go', bytes: Buffer.from(hooks) }] : undefined;
  const woven = weave(aspects(rich), files, { facts: { importPath: 'example.com/scopes/odd' }, packageFiles });
  const texts = woven.files.map(({ name, text }) => [name, text?.toString() ?? files[name] ?? ''] as const);
  const all = [...texts, ...woven.added.map(({ name, text }) => [name, text.toString()] as const)];
  const put = all.map(([name, text]) => [
    `${folder}/${name}`,
    text.replaceAll(JSON.stringify(predeclaredPath), '"example.com/scopes/predeclared"'),
  ]);
  // Functions without a body are for packages with assembly.
  return { ...Object.fromEntries(put), [`${folder}/empty.s`]: '' };
}

test('packages that declare what woven text uses compute the same', { timeout: 300_000 }, () => {
  const packages = [
    ...fc.sample(oddPackages(false), { numRuns: 8, seed: 11 }),
    ...fc.sample(oddPackages(true), { numRuns: 3, seed: 12 }),
  ];
  const files: Record<string, string> = {
    'go.mod': 'module example.com/scopes\n\ngo 1.24\n',
    'u/u.go': ground,
    'hooks.v1/hooks.go': hooks,
    'predeclared/predeclared.go': predeclaredSource,
  };
  const lines: string[] = [];
  const imported: string[] = [];
  packages.forEach((each, i) => {
    for (const [name, text] of Object.entries(each.files)) files[`plain${i}/${name}`] = text;
    Object.assign(files, wovenFiles(each, `woven${i}`));
    imported.push(`plain${i} "example.com/scopes/plain${i}"`, `woven${i} "example.com/scopes/woven${i}"`);
    lines.push(
      `plain${i}.Run(); fmt.Println("woven"); woven${i}.Run(); fmt.Println("next", hooks.Count); hooks.Count = 0`,
    );
  });
  const main = `package main\n\nimport (\n"fmt"\nhooks "${path}"\n${imported.join('\n')}\n)\n\nfunc main() {\n${lines.join('\n')}\n}\n`;
  const dir = tempModule({ ...files, 'main.go': main });
  const output = go(['run', '.'], dir);
  const parts = output.split(/^next .*\n/m).slice(0, -1);
  // Each hook and each template was run.
  expect(output.match(/^next .*$/gm)).toEqual(packages.map(({ functions }) => `next ${32 * functions}`));
  for (const part of parts) {
    const [plain, woven] = part.split('woven\n');
    expect(woven).toBe(plain);
  }
});
