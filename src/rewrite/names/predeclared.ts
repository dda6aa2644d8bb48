import {
  type AddedSource,
  addedName,
  isTopLevelName,
  type Need,
  nameOfPackage,
  type PackageSession,
} from '../package-session.ts';
import { importName, ownName } from './own-names.ts';
import { predeclaredPath } from './predeclared-package.ts';

type Spelling = (own: { readonly name: string }) => string;

interface Entry {
  /** Predeclared names in `plain`. */
  readonly of: readonly string[];
  readonly plain: Spelling;
  /** The same by way of the package whose names nothing hides. */
  readonly imported: (own: { readonly name: string; readonly from: string }) => string;
}

const entries: Readonly<Record<Need, Entry>> = {
  any: { of: [], plain: ({ name }) => `type ${name} = interface{}`, imported: () => '' },
  // Into a copy: behind the slice may be elements of another one.
  appended: {
    of: ['append', 'len'],
    plain: ({ name }) =>
      `func ${name}[T interface{}](to []T, more ...T) []T { return append(to[:len(to):len(to)], more...) }`,
    imported: ({ name, from }) =>
      `func ${name}[T interface{}](to []T, more ...T) []T { return ${from}.Appended(to, more) }`,
  },
  bool: alias('bool', 'Bool'),
  int: alias('int', 'Int'),
  string: alias('string', 'String'),
  uintptr: alias('uintptr', 'Uintptr'),
  noMap: {
    of: ['string', 'bool', 'nil'],
    plain: ({ name }) => `func ${name}(m map[string]interface{}) bool { return m == nil }`,
    imported: ({ name, from }) =>
      `func ${name}(m map[${from}.String]interface{}) ${from}.Bool { return ${from}.NoMap(m) }`,
  },
  panic: {
    of: ['panic'],
    plain: ({ name }) => `func ${name}(v interface{}) { panic(v) }`,
    imported: ({ name, from }) => `func ${name}(v interface{}) { ${from}.Panic(v) }`,
  },
  // Deferred, its method says what a hook panicked with.
  failure: {
    of: ['string', 'recover', 'nil', 'println', 'error'],
    plain: ({ name }) => `type ${name} string

func (what ${name}) Report() {
	if e := recover(); e != nil {
		println(string(what))
		if err, ok := e.(error); ok {
			println(err.Error())
		}
	}
}`,
    imported: ({ name, from }) => `type ${name} = ${from}.Failure[struct{}]`,
  },
};

function alias(type: string, exported: string): Entry {
  return {
    of: [type],
    plain: ({ name }) => `type ${name} = ${type}`,
    imported: ({ name, from }) => `type ${name} = ${from}.${exported}`,
  };
}

export function needPredeclared({ needs }: PackageSession, more: readonly Need[]): void {
  for (const need of more) needs.add(need);
}

/** The file that declares what {@link needPredeclared} was asked for. */
export function predeclaredFile(
  pkg: PackageSession,
): (AddedSource & { readonly langs: readonly string[] }) | undefined {
  const { needs, own } = pkg;
  if (needs.size === 0) return undefined;
  const from = importName(own, 'predeclared');
  let isImported = false;
  const texts = [...needs].sort().map((need) => {
    const { of, plain, imported } = entries[need];
    const name = ownName(own, need);
    if (!of.some((each) => isTopLevelName(pkg, each))) return plain({ name });
    isImported = true;
    return imported({ name, from });
  });
  const base = 'names.go';
  const clause = `//line <gots>/${base}:1:1\npackage ${nameOfPackage(pkg) ?? '_'}\n`;
  const head = isImported ? `${clause}\nimport ${from} ${JSON.stringify(predeclaredPath)}\n` : clause;
  const text = Buffer.from(`${head}\n${texts.join('\n\n')}\n`);
  // What is imported is generic.
  const more = isImported ? { imports: [predeclaredPath], langs: ['go1.18'] } : { imports: [], langs: [] };
  return { name: addedName(pkg, base), text, links: [], ...more };
}
