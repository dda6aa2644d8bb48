/** A version as golang.org/x/mod/semver reads it: `v1`, `v1.2`, `v1.2.3`, `v1.2.3-pre`, `v1.2.3-pre+build`. */
interface Version {
  readonly numbers: readonly string[];
  /** Identifiers of the pre-release; empty for a release. */
  readonly pre: readonly string[];
}

const number = '(?:0|[1-9][0-9]*)';
const identifier = '[0-9A-Za-z-]+';
const grammar = new RegExp(
  `^v(${number})(?:\\.(${number})(?:\\.(${number})(?:-(${identifier}(?:\\.${identifier})*))?(?:\\+${identifier}(?:\\.${identifier})*)?)?)?$`,
);

function parse(text: string): Version | undefined {
  const match = grammar.exec(text);
  if (!match) return undefined;
  const [, major = '0', minor = '0', patch = '0', pre] = match;
  const identifiers = pre?.split('.') ?? [];
  // A number with a leading zero is no identifier of a pre-release.
  if (identifiers.some((part) => /^0[0-9]+$/.test(part))) return undefined;
  return { numbers: [major, minor, patch], pre: identifiers };
}

/** Whether golang.org/x/mod/semver takes the text for a version: with a `v`, of one to three numbers. */
export function isVersion(text: string): boolean {
  return parse(text) !== undefined;
}

/** Orders versions as golang.org/x/mod/semver.Compare: what is none comes before all, build metadata does not count. */
export function compareVersions(a: string, b: string): number {
  const [x, y] = [parse(a), parse(b)];
  if (!x || !y) return Number(x !== undefined) - Number(y !== undefined);
  for (let i = 0; i < 3; i++) {
    const order = compareNumbers(x.numbers[i] as string, y.numbers[i] as string);
    if (order !== 0) return order;
  }
  return comparePre(x.pre, y.pre);
}

/** By length first: without leading zeros that is by value, however long they are. */
function compareNumbers(a: string, b: string): number {
  return Math.sign(a.length - b.length) || (a < b ? -1 : Number(a > b));
}

function comparePre(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return Number(a.length === 0) - Number(b.length === 0);
  for (const [i, left] of a.entries()) {
    const right = b[i];
    if (right === undefined) return 1;
    const order = compareIdentifiers(left, right);
    if (order !== 0) return order;
  }
  return a.length < b.length ? -1 : 0;
}

function compareIdentifiers(a: string, b: string): number {
  const [isNumber, isOther] = [/^[0-9]+$/.test(a), /^[0-9]+$/.test(b)];
  if (isNumber && isOther) return compareNumbers(a, b);
  if (isNumber !== isOther) return isNumber ? -1 : 1;
  return a < b ? -1 : Number(a > b);
}
