import { stringify } from 'yaml';
import type { ProgramFacts, ProgramFunction } from './program-facts.ts';

/** A way to weave the programs of Go's suite; each leaves what they do as it is. */
export type SuiteVariant = 'statements' | 'hooks' | 'calls';

export const suiteVariants: readonly SuiteVariant[] = ['statements', 'hooks', 'calls'];

/** A program, by its import path. */
export interface SuiteProgram {
  readonly importPath: string;
  readonly facts: ProgramFacts;
}

type Aspect = Readonly<Record<string, unknown>>;

/** gots.yml of a variant for programs of one module, whose package `module/woven` holds {@link wovenPackage}. */
export function suiteAspects(variant: SuiteVariant, module: string, programs: readonly SuiteProgram[]): string {
  const woven = `${module}/woven`;
  return stringify({ aspects: variants[variant](woven, programs) });
}

const variants: Readonly<Record<SuiteVariant, (woven: string, programs: readonly SuiteProgram[]) => Aspect[]>> = {
  /** At the top of every function and literal. */
  statements: (woven, programs) =>
    programs.map(({ importPath }) => ({
      id: `statements ${importPath}`,
      'join-point': { 'all-of': [{ 'import-path': importPath }, { 'function-body': { function: [] } }] },
      advice: [{ 'prepend-statements': { imports: { woven }, template: 'woven.Enter()' } }],
    })),
  /** Before and after every function that has a body; the hooks read every parameter and write it again. */
  hooks: (woven, programs) =>
    programs.flatMap(({ importPath, facts }) =>
      [...byHooks(facts.functions)].map(([hooks, functions]) => ({
        id: `hooks ${importPath} ${hooks}`,
        'join-point': {
          'all-of': [
            { 'import-path': importPath },
            {
              'one-of': functions.map(({ name, receiver }) => ({
                function: [{ name }, receiverOf(importPath, receiver)],
              })),
            },
          ],
        },
        advice: [{ hooks: { path: woven, before: hooks.split(' ')[0], after: hooks.split(' ')[1] } }],
      })),
    ),
  /** Around every call of one value. */
  calls: (woven, programs) =>
    programs
      .filter(({ facts }) => facts.calls.length + facts.methods.length > 0)
      .map(({ importPath, facts }) => ({
        id: `calls ${importPath}`,
        'join-point': {
          'all-of': [
            { 'import-path': importPath },
            {
              'one-of': [
                ...facts.calls.map((name) => ({ 'function-call': name })),
                ...facts.methods.map(({ path, type, name }) => ({
                  'method-call': { receiver: `${path === 'main' ? importPath : path}.${type}`, name },
                })),
              ],
            },
          ],
        },
        advice: [{ 'wrap-expression': { imports: { woven }, template: 'woven.Value({{ . }})' } }],
      })),
};

function receiverOf(importPath: string, receiver: string): Aspect {
  if (receiver === '') return { receiver: false };
  return { receiver: receiver.startsWith('*') ? `*${importPath}.${receiver.slice(1)}` : `${importPath}.${receiver}` };
}

function byHooks(functions: readonly ProgramFunction[]): Map<string, ProgramFunction[]> {
  const groups = new Map<string, ProgramFunction[]>();
  for (const f of functions) groups.set(hooksOf(f), [...(groups.get(hooksOf(f)) ?? []), f]);
  return groups;
}

/** Hooks are told apart by how many values they get. */
function hooksOf({ receiver, params, results, generic }: ProgramFunction): string {
  const given = params + (receiver === '' ? 0 : 1);
  return generic ? `BeforeGeneric${given} AfterGeneric${results}` : `Before${given} After${results}`;
}

/** The package that woven programs call: it counts, and hands on what it gets. It imports nothing. */
export function wovenPackage(programs: readonly SuiteProgram[]): string {
  const functions = programs.flatMap(({ facts }) => facts.functions);
  const most = (of: (f: ProgramFunction) => number) => Math.max(0, ...functions.map(of));
  const list = (n: number) => Array.from({ length: n }, (_, i) => `, v${i} interface{}`).join('');
  const range = (n: number) => Array.from({ length: n + 1 }, (_, i) => i);
  const text = [
    packageText,
    ...range(most(({ params }) => params) + 1).flatMap((n) => [
      `func Before${n}(ctx HookContext${list(n)}) { before(ctx) }`,
      `func BeforeGeneric${n}(ctx HookContext${list(n)}) { ctx.SetData(ctx.GetFuncName()) }`,
    ]),
    ...range(most(({ results }) => results)).flatMap((n) => [
      `func After${n}(ctx HookContext${list(n)}) { after(ctx) }`,
      `func AfterGeneric${n}(ctx HookContext${list(n)}) { _ = ctx.GetData().(string) }`,
    ]),
  ];
  return `${text.join('\n')}\n`;
}

const packageText = `package woven

var entered int

func Enter() { entered++ }

// Value counts, so that programs show that they call it. It can be inlined: of functions with type parameters that cannot,
// the compiler refuses to slice the pointers to arrays that they return.
func Value[T any](v T) T {
	entered++
	return v
}

type HookContext interface {
	SetSkipCall(bool)
	IsSkipCall() bool
	SetData(interface{})
	GetData() interface{}
	GetKeyData(key string) interface{}
	SetKeyData(key string, val interface{})
	HasKeyData(key string) bool
	GetParamCount() int
	GetParam(idx int) interface{}
	SetParam(idx int, val interface{})
	GetReturnValCount() int
	GetReturnVal(idx int) interface{}
	SetReturnVal(idx int, val interface{})
	GetFuncName() string
	GetPackageName() string
}

func before(ctx HookContext) {
	ctx.SetData(ctx.GetFuncName())
	for i := 0; i < ctx.GetParamCount(); i++ {
		ctx.SetParam(i, ctx.GetParam(i))
	}
}

func after(ctx HookContext) {
	if ctx.GetData().(string) != ctx.GetFuncName() {
		panic("the data of another call")
	}
	for i := 0; i < ctx.GetReturnValCount(); i++ {
		ctx.SetReturnVal(i, ctx.GetReturnVal(i))
	}
}
`;
