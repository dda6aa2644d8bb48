/** Asks real Go what it makes of templates and formats, and this implementation the same. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTemplate } from '../../../../src/lang/template/evaluate.ts';
import { parse } from '../../../../src/lang/template/parser.ts';
import { sprintf } from '../../../../src/lang/template/values/printf.ts';
import {
  type GoType,
  goAny,
  goBool,
  goFloat64,
  goInt,
  goString,
  goTypeName,
} from '../../../../src/lang/template/values/types.ts';
import {
  bytesValue,
  type Dotted,
  float,
  fromGo,
  func,
  type GoValue,
  int,
  mapValue,
  slice,
  struct,
  type TemplateFunction,
  toGo,
  uint,
  type Value,
} from '../../../../src/lang/template/values/values.ts';
import { fromBytes, toBytes } from '../../../../src/lang/text/bytes.ts';

/** A value as both sides build it; see testdata/main.go. */
export interface Spec {
  readonly T: string;
  readonly S?: string;
  readonly L?: readonly Spec[];
}

export interface Case {
  /** Template or format; one character per byte. */
  readonly Text: string;
  readonly Data: Spec;
  readonly Printf?: boolean;
}

export interface Answer {
  readonly Out: string;
  readonly Err: string;
}

/** Runs testdata/main.go once on all cases. */
export function askGo(cases: readonly Case[]): readonly Answer[] {
  const dir = mkdtempSync(join(tmpdir(), 'gots-template-'));
  try {
    cpSync(join(import.meta.dirname, 'testdata', 'main.go'), join(dir, 'main.go'));
    writeFileSync(join(dir, 'go.mod'), 'module oracle\n\ngo 1.24\n');
    const env = { ...process.env, GOFLAGS: '', GOWORK: 'off', GOTOOLCHAIN: 'go1.26.8' };
    const options = { cwd: dir, env, input: JSON.stringify(cases), encoding: 'utf8', maxBuffer: 1 << 28 } as const;
    const result = spawnSync('go', ['run', '-p=2', '.'], options);
    if (result.status !== 0) throw new Error(`go run: ${result.error ?? result.stderr}`);
    const answers = JSON.parse(result.stdout) as readonly Answer[];
    return answers.map(({ Out, Err }) => ({ Out, Err: fromBytes(Err) }));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

export function answerHere({ Text, Data, Printf }: Case): Answer {
  if (Printf)
    return {
      Out: sprintf(
        Text,
        (Data.L ?? []).map((arg) => toGo(build(arg))),
      ),
      Err: '',
    };
  const name = 'code.Template';
  try {
    const program = { name, source: Text, trees: parse(name, Text, Object.keys(functions)) };
    const chunks = runTemplate(program, toGo(build(Data)), new Map(Object.entries(functions)));
    return { Out: chunks.map((chunk) => (chunk.kind === 'bytes' ? chunk.bytes : '<node>')).join(''), Err: '' };
  } catch (error) {
    if (!(error instanceof Error) || !/^Template/.test(error.name)) throw error;
    return { Out: '', Err: error.message };
  }
}

const basic: Readonly<Record<string, (text: string) => Value>> = {
  nil: () => null,
  bool: (s) => s === 'true',
  int: (s) => int(BigInt(s)),
  int8: (s) => int(BigInt(s), 'int8'),
  int32: (s) => int(BigInt(s), 'int32'),
  int64: (s) => int(BigInt(s), 'int64'),
  uint: (s) => uint(BigInt(s)),
  uint8: (s) => uint(BigInt(s), 'uint8'),
  uint64: (s) => uint(BigInt(s), 'uint64'),
  float64: (s) => float(parseFloat64(s)),
  string: bytesValue,
};

const parseFloat64 = (s: string): number => Number(s.replace('Inf', 'Infinity'));

const types: Readonly<Record<string, GoType>> = {
  int: goInt,
  string: goString,
  bool: goBool,
  float64: goFloat64,
  uint8: { kind: 'basic', name: 'uint8' },
  'interface {}': goAny,
};

const typeNamed = (name: string | undefined): GoType => {
  const type = types[name ?? ''];
  if (type === undefined) throw new Error(`unknown type ${name}`);
  return type;
};

const containerForm = /^(?<nil>nil )?(?:\[\](?<item>.+)|map\[(?<key>.+)\](?<elem>.+))$/;

function build({ T, S = '', L = [] }: Spec): Value {
  const simple = basic[T];
  if (simple) return simple(S);
  const { nil, item, key, elem } = containerForm.exec(T)?.groups ?? {};
  if (item !== undefined) return slice(typeNamed(item), nil ? null : L.map(build));
  if (key !== undefined) {
    const pairs = L.flatMap((k, i) => (i % 2 === 0 ? [[build(k), build(L[i + 1] ?? { T: 'nil' })] as const] : []));
    return mapValue(typeNamed(key), typeNamed(elem), nil ? null : pairs);
  }
  const other = others[T];
  if (other === undefined) throw new Error(`unknown type ${T}`);
  return other(L);
}

const others: Readonly<Record<string, (parts: readonly Spec[]) => Value>> = {
  complex128: ([re, im]) => ({ kind: 'complex', real: parseFloat64(re?.S ?? ''), imag: parseFloat64(im?.S ?? '') }),
  'main.Pair': (fields) => pair(fields.map(build)),
  '*main.Thing': () => thing(),
  'func upper': () => func(functions['upper'] as TemplateFunction),
  'func add': () => func(functions['add'] as TemplateFunction),
  'func fail': () => func(functions['fail'] as TemplateFunction),
  seq: () => ({ kind: 'seq', seq: { goType: 'iter.Seq[int]', width: 1, iterate: () => [[0], [10], [20]] } }),
  seq2: () => ({
    kind: 'seq',
    seq: {
      goType: 'iter.Seq2[string,int]',
      width: 2,
      iterate: () => [
        ['a', 0],
        ['b', 1],
      ],
    },
  }),
};

function pair([key, value, any]: readonly Value[]): GoValue {
  const boxed: GoValue = { kind: 'interface', value: toGo(any) };
  return struct('main.Pair', { Key: key ?? '', Value: value ?? '', Any: boxed, hidden: 0 });
}

const method = (params: readonly GoType[], call: TemplateFunction['call'], variadic?: GoType): TemplateFunction => ({
  params,
  variadic,
  call,
});

const strings: GoType = { kind: 'slice', elem: goString };

function thing(): Dotted {
  const self: Dotted = {
    goType: '*main.Thing',
    print: () => ({ kind: 'text', text: '_.P0' }),
    placeholder: () => '_.P0',
    member: (name) => {
      if (name === 'Field') return { kind: 'field', value: 'field' };
      const found = Object.hasOwn(methods, name) ? methods[name] : undefined;
      return found && { kind: 'method', method: found };
    },
  };
  const methods: Readonly<Record<string, TemplateFunction>> = {
    String: method([], () => '_.P0'),
    Name: method([], () => 'thing'),
    Self: method([], () => self),
    Nil: method([], () => null),
    Any: method([], () => ({ kind: 'interface', value: bytesValue('any') })),
    Arg: method([goInt], ([n]) => `arg${n}`),
    Two: method([goString, goBool], ([a, b]) => `${a}${b}`),
    Rest: method([goString], ([a, ...rest]) => `${a}[${rest.join(' ')}]`, goInt),
    Float: method([goFloat64], ([f]) => bytesValue(sprintf('%v', [toGo(f)]))),
    Uint: method([{ kind: 'basic', name: 'uint8' }], ([u]) => bytesValue(sprintf('%v', [toGo(u)]))),
    Accept: method([goAny], ([v]) => bytesValue(sprintf('%T', [toGo(v)]))),
    Strings: method([strings], ([v]) => {
      const list = toGo(v);
      return list?.kind === 'slice' ? list.store.map(fromGo).join('+') : '';
    }),
    Fail: method([], () => {
      throw new Error('failed on purpose');
    }),
    List: method([], () => slice(goString, ['x', 'y'])),
    Pairs: method([], () => slice(named('main.Pair'), [pair(['k', 'v', null]), pair(['l', '', null])])),
    Things: method([], () => slice(named('*main.Thing'), [self, self])),
  };
  return self;
}

const named = (name: string): GoType => ({ kind: 'named', name, nilable: name.startsWith('*') });

const functions: Readonly<Record<string, TemplateFunction>> = {
  Version: { ...method([], () => 'v1.2.3'), result: goString },
  upper: { ...method([goString], ([s]) => String(s).toUpperCase()), result: goString },
  add: {
    ...method([goInt], (args) => args.reduce<number>((sum, n) => sum + Number(n), 0), goInt),
    result: goInt,
  },
  fail: method([], () => {
    throw new Error('refused: 100%');
  }),
  null: method([], () => null),
};

/** Short ways to write specs. */
export const spec = {
  nil: { T: 'nil' } as Spec,
  bool: (b: boolean): Spec => ({ T: 'bool', S: String(b) }),
  num: (T: string, n: number | bigint | string): Spec => ({ T, S: String(n) }),
  int: (n: number | bigint): Spec => ({ T: 'int', S: String(n) }),
  float: (n: number): Spec => ({ T: 'float64', S: Object.is(n, -0) ? '-0' : String(n).replace('Infinity', 'Inf') }),
  complex: (re: number, im: number): Spec => ({ T: 'complex128', L: [spec.float(re), spec.float(im)] }),
  str: (text: string): Spec => ({ T: 'string', S: toBytes(text) }),
  raw: (bytes: string): Spec => ({ T: 'string', S: bytes }),
  list: (elem: string, ...L: readonly Spec[]): Spec => ({ T: `[]${elem}`, L }),
  dict: (T: string, ...L: readonly Spec[]): Spec => ({ T, L }),
  any: (entries: Readonly<Record<string, Spec>>): Spec => ({
    T: `map[string]${goTypeName(goAny)}`,
    L: Object.entries(entries).flatMap(([key, value]) => [spec.str(key), value]),
  }),
};
