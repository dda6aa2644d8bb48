import fc from 'fast-check';

/** A package that declares names which woven text might use. Its `Run` prints what its functions compute. */
export interface OddPackage {
  /** Text of each file. */
  readonly files: Readonly<Record<string, string>>;
  /** Predeclared names that it declares at the top level. */
  readonly predeclared: readonly string[];
  /** It has functions `F0` …, `G0` …, `H0` …, and methods `M0` …, so many of each. */
  readonly functions: number;
}

const types =
  'any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string uint uint8 uint16 uint32 uint64 uintptr'.split(
    ' ',
  );
const values = ['true', 'false', 'iota', 'nil'];
const functions =
  'append cap clear close complex copy delete imag len make max min new panic print println real recover'.split(' ');
const others =
  'p v c t x zero ok err opts unsafe hooks retVal0 retVal1 _unnamedRetVal0 __result__0 __argument__0 again helper m __gots __gotsC1'.split(
    ' ',
  );

/** Declarations of the package's own, by name, of a kind that fits the name. */
function topLevel(name: string): string {
  if (types.includes(name)) return `type ${name} struct{ ${name}, own u0.Num }`;
  if (values.includes(name)) return `const ${name} = 3`;
  if (functions.includes(name)) return `func ${name}(own u0.Num) u0.Num { return own + 40 }`;
  return `var ${name} = u0.Id(7)`;
}

interface Names {
  readonly a: string;
  readonly b: string;
  readonly c: string;
  readonly label: string;
  readonly result: string;
}

const distinct = fc.uniqueArray(fc.constantFrom(...types, ...values, ...functions, ...others), {
  minLength: 5,
  maxLength: 5,
});
const names: fc.Arbitrary<Names> = distinct.map(([a = '', b = '', c = '', label = '', result = '']) => ({
  a,
  b,
  c,
  label,
  result,
}));

/** Functions without names for results, with them, with a receiver, with unnamed and blank parameters, and a generic one. */
function functionTexts({ a, b, c, label, result }: Names, i: number): string {
  return `
func F${i}(${a} u0.Num, ${b} ...u0.Num) (u0.Num, *T) {
	${c} := ${a} + 3
${label}:
	for ${c} < 40 {
		${c} += u0.Id(${c})
		for range ${b} {
			if ${c} > 30 {
				continue ${label}
			}
		}
	}
	return ${c}, &T{own: ${a}}
}

func G${i}(${a} T, ${b} func() u0.Num) (${result} u0.Num) {
	defer func() { ${result} += ${a}.own }()
	for ${c} := range [3]struct{}{} {
		${result} += u0.Sum(u0.Spread(${b}(), u0.Id(${result}))...)
		_ = ${c}
	}
	return
}

func (T) M${i}(u0.Num, T) (u0.Num, T) { ${a} := u0.Id(5); return ${a}, T{} }

func H${i}[${a} interface{ ~[]${b} }, ${b} interface{}](${c} ${a}) u0.Num {
	${result} := 0
	for range ${c} {
		${result}++
	}
	return u0.Num(${result})
}
`;
}

function calls(i: number): string {
  return `	n${i}, t${i} := F${i}(1, 2, 3)
	m${i}, _ := t${i}.M${i}(1, T{})
	u0.Show("${i}", n${i}, t${i}.own, G${i}(T{own: 2}, func() u0.Num { return 4 }), m${i}, H${i}([]u0.Num{1, 2}))
`;
}

/** @param all the package declares every predeclared name */
export function oddPackages(all: boolean): fc.Arbitrary<OddPackage> {
  const some = fc.subarray([...types, ...values, ...functions]);
  const declared = all ? fc.constant([...types, ...values, ...functions]) : fc.oneof(fc.constant([]), some);
  const own = fc.subarray(others.filter((name) => name !== 'hooks'));
  return fc
    .record({ declared, own, locals: fc.array(names, { minLength: 2, maxLength: 3 }) })
    .map(({ declared: predeclared, own: more, locals }) => {
      const head = 'package odd\n\nimport u0 "example.com/scopes/u"\n\n';
      const tops = [...predeclared, ...more].map(topLevel);
      const body = locals.map(functionTexts).join('');
      return {
        predeclared,
        functions: locals.length,
        files: {
          'a.go': `${head}type T struct{ own u0.Num }\n${body}\nfunc Run() {\n${locals.map((_, i) => calls(i)).join('')}}\n`,
          'b.go': `${head}var _ u0.Num\n\n${tops.join('\n')}\n`,
        },
      };
    });
}

/** What they are made of. */
export const ground = `package u

import "fmt"

type Num = int

func Id(n Num) Num { return n }

func Sum(ns ...Num) (sum Num) {
	for _, n := range ns {
		sum += n
	}
	return
}

func Spread(ns ...Num) []Num { return ns }

func Show(name string, ns ...Num) { fmt.Println(name, ns) }
`;
