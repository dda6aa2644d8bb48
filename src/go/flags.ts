/**
 * Flags of a go command line that change what a package's archive holds, so that packages built
 * beside it can be built alike.
 */
export interface BuildFlags {
  /** Sub-command: build, test, run, install, vet, list, …; '' if there is none. */
  readonly command: string;
  /** Value of -C, or undefined. */
  readonly chdir: string | undefined;
  /** Package patterns or files as given; empty means `.` */
  readonly packages: readonly string[];
  /** Last value of each build flag, without dashes; boolean flags are 'true' or 'false'. */
  readonly values: ReadonlyMap<string, string>;
  /** Per-package flags in order: `-gcflags` and its kin may be repeated. */
  readonly perPackage: readonly { readonly flag: string; readonly value: string }[];
}

const booleans = new Set(
  'a n v x race msan asan cover work trimpath linkshared modcacherw json c i failfast short benchmem fullpath artifacts e deps export find compiled test m u versions'.split(
    ' ',
  ),
);
const optional = new Set(['buildvcs']);
const perPackageFlags = new Set(['gcflags', 'asmflags', 'gccgoflags', 'ldflags']);
/** Flags that `go list` takes as well and that change an archive. Those of {@link perPackageFlags} are handled apart. */
const archiveFlags = new Set(
  'race msan asan cover covermode coverpkg tags trimpath compiler buildmode installsuffix mod modfile modcacherw overlay'.split(
    ' ',
  ),
);

/**
 * Reads a go command line.
 *
 * @param argv arguments behind the program name
 * @param goflags the effective GOFLAGS, already split; its flags come first, as in cmd/go
 * @see cmd/go/internal/work/build.go AddBuildFlags, cmd/go/internal/test/testflag.go (Go 1.26)
 */
export function readFlags(argv: readonly string[], goflags: readonly string[]): BuildFlags {
  const values = new Map<string, string>();
  const perPackage: { flag: string; value: string }[] = [];
  const packages: string[] = [];
  const set = (flag: string, value: string) => {
    if (perPackageFlags.has(flag)) perPackage.push({ flag, value });
    else values.set(flag, value);
  };
  for (const word of goflags) {
    const [flag, value] = splitFlag(word);
    if (flag !== 'toolexec') set(flag, value ?? 'true');
  }
  let chdir: string | undefined;
  let at = 0;
  if (argv[0] === '-C' || argv[0] === '--C') at = 2;
  else if (/^--?C=/.test(argv[0] ?? '')) at = 1;
  if (at > 0) chdir = at === 2 ? argv[1] : splitFlag(argv[0] as string)[1];
  const command = argv[at] ?? '';
  for (at++; at < argv.length; at++) {
    const word = argv[at] as string;
    if (word === '-args' || word === '--args' || word === '--') break;
    if (!word.startsWith('-') || word === '-') {
      packages.push(word);
      if (command === 'run' || command === 'tool') break;
      continue;
    }
    const [flag, inline] = splitFlag(word);
    const name = flag.replace(/^test\./, '');
    const value = takesNext(name, inline) ? (argv[++at] ?? '') : (inline ?? 'true');
    if (flag === 'C') chdir = value;
    else set(name, value);
  }
  return { command, chdir, packages, values, perPackage };
}

function takesNext(name: string, inline: string | undefined): boolean {
  return inline === undefined && !booleans.has(name) && !optional.has(name);
}

/**
 * Takes `-toolexec` out of a go command line.
 *
 * @param argv arguments behind the program name
 * @returns the other arguments, and the flag's last value; undefined where it is not given
 */
export function takeToolexec(argv: readonly string[]): {
  readonly others: readonly string[];
  readonly toolexec: string | undefined;
} {
  const others: string[] = [];
  let toolexec: string | undefined;
  let command: string | undefined;
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] as string;
    const isLast = word === '-args' || word === '--args' || word === '--';
    if (isLast || ((command === 'run' || command === 'tool') && !word.startsWith('-'))) {
      others.push(...argv.slice(at));
      break;
    }
    const [flag, inline] = splitFlag(word);
    if (!word.startsWith('-') || word === '-') command ??= word;
    const takes = word.startsWith('-') && takesNext(flag.replace(/^test\./, ''), inline);
    const value = takes ? argv.slice(at + 1, ++at + 1) : [];
    const given = inline ?? value[0];
    // What go refuses is left to go.
    if (flag === 'toolexec' && word.startsWith('-') && given !== undefined && isQuotedWell(given)) toolexec = given;
    else others.push(word, ...value);
  }
  return { others, toolexec };
}

/** Whether quotes are closed, as go wants them. */
function isQuotedWell(text: string): boolean {
  return text.replace(/"[^"]*"|'[^']*'|[^\s'"]\S*/g, '').trim() === '';
}

function splitFlag(word: string): [string, string | undefined] {
  const match = /^--?([^=]*)(?:=([\s\S]*))?$/.exec(word);
  return match ? [match[1] as string, match[2]] : [word, undefined];
}

/**
 * Flags for a `go list -export` of packages that are injected into what these flags build.
 *
 * A per-package flag without a pattern means the packages named on the command line; in the child those are the injected
 * ones, so it is bound to the parent's names (build-protocol D1). `go test -cover` without -coverpkg instruments only the
 * packages under test, which are never injected, so nothing is passed.
 *
 * @param pgo path of the profile the host is compiled with, or 'off'
 */
export function childFlags(flags: BuildFlags, pgo: string): string[] {
  const result: string[] = [];
  const bareCover = flags.command === 'test' && !flags.values.has('coverpkg');
  for (const [flag, value] of flags.values) {
    if (!archiveFlags.has(flag) || value === 'false') continue;
    if (bareCover && (flag === 'cover' || flag === 'covermode')) continue;
    result.push(value === 'true' && booleans.has(flag) ? `-${flag}` : `-${flag}=${value}`);
  }
  if (flags.values.has('coverpkg') && !flags.values.has('cover')) result.push('-cover');
  for (const { flag, value } of flags.perPackage) {
    if (flag === 'ldflags') continue;
    if (!value.startsWith('-') && value.includes('=')) {
      result.push(`-${flag}=${value}`);
      continue;
    }
    const roots = flags.packages.filter((name) => !name.endsWith('.go'));
    const files = flags.packages.length > roots.length;
    for (const root of roots.length > 0 ? roots : files ? [] : ['.']) result.push(`-${flag}=${root}=${value}`);
  }
  result.push(`-pgo=${pgo}`);
  return result.sort();
}

/** Of a go command's flags those by which modules and the folders of packages are found. */
export function findFlags({ values }: Pick<BuildFlags, 'values'>): string[] {
  return ['mod', 'modfile', 'overlay'].flatMap((name) => (values.has(name) ? [`-${name}=${values.get(name)}`] : []));
}

/** Splits a GOFLAGS value as cmd/internal/quoted does: blanks separate, a word may be wrapped in one kind of quotes. */
export function splitQuoted(text: string): string[] {
  const words: string[] = [];
  for (const match of text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g))
    words.push(match[1] ?? match[2] ?? (match[3] as string));
  return words;
}

/** Quotes a word for GOFLAGS or GOCACHEPROG; undefined if it holds both kinds of quotes, which they cannot express. */
export function quoteWord(word: string): string | undefined {
  if (!/[\s'"]/.test(word) && word !== '') return word;
  if (!word.includes('"')) return `"${word}"`;
  if (!word.includes("'")) return `'${word}'`;
  return undefined;
}
