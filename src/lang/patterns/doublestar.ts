const known = new Map<string, RegExp>();

/**
 * A pattern of github.com/bmatcuk/doublestar/v4 as a regular expression over a whole path: `*`, `?` and classes stop at
 * slashes, `**` as a whole segment stands for any number of segments, `{a,b}` for one of several.
 *
 * @throws SyntaxError for a malformed pattern
 */
export function doublestar(pattern: string): RegExp {
  let found = known.get(pattern);
  if (found === undefined) {
    const { source, end } = alternative([...pattern], 0, false);
    if (end !== [...pattern].length) throw new SyntaxError(`"${pattern}" has a } without a {`);
    found = new RegExp(`^(?:${source})$`, 'su');
    known.set(pattern, found);
  }
  return found;
}

interface Part {
  readonly source: string;
  /** Index of the first character that is not part of it. */
  readonly end: number;
}

function alternative(chars: readonly string[], start: number, isInner: boolean): Part {
  let out = '';
  let at = start;
  while (at < chars.length) {
    const c = chars[at] as string;
    if (isInner && (c === ',' || c === '}')) return { source: out, end: at };
    if (c === '}') return { source: out, end: at };
    const part = one(chars, at);
    if (part.source === anySegments) out = joinSegments(out, chars, part.end);
    else out += part.source;
    at = part.source === anySegments && chars[part.end] === '/' ? part.end + 1 : part.end;
  }
  if (isInner) throw new SyntaxError('a { is not closed');
  return { source: out, end: at };
}

const anySegments = '<**>';

/** `a/**` matches `a`, a leading one matches nothing at all, and one in the middle a single slash: the slashes belong to the segments. */
function joinSegments(out: string, chars: readonly string[], end: number): string {
  if (chars[end] === '/') return `${out}(?:[^/]+/)*`;
  return out.endsWith('/') ? `${out.slice(0, -1)}(?:/.*)?` : `${out}.*`;
}

function one(chars: readonly string[], at: number): Part {
  const c = chars[at] as string;
  if (c === '*') {
    let end = at;
    while (chars[end] === '*') end++;
    const isSegment =
      (at === 0 || /[/{,]/.test(chars[at - 1] as string)) &&
      (end === chars.length || /[/},]/.test(chars[end] as string));
    return { source: end - at === 2 && isSegment ? anySegments : '[^/]*', end };
  }
  if (c === '?') return { source: '[^/]', end: at + 1 };
  if (c === '[') return characterClass(chars, at + 1);
  if (c === '{') return braces(chars, at + 1);
  if (c !== '\\') return { source: quoted(c), end: at + 1 };
  const next = chars[at + 1];
  if (next === undefined) throw new SyntaxError('it ends in a backslash');
  return { source: quoted(next), end: at + 2 };
}

function braces(chars: readonly string[], start: number): Part {
  const choices: string[] = [];
  let at = start;
  for (;;) {
    const choice = alternative(chars, at, true);
    choices.push(choice.source);
    at = choice.end + 1;
    if (chars[choice.end] === '}') return { source: `(?:${choices.join('|')})`, end: at };
  }
}

function characterClass(chars: readonly string[], start: number): Part {
  let at = start;
  const negated = chars[at] === '^' || chars[at] === '!';
  if (negated) at++;
  let out = '';
  for (; chars[at] !== ']'; at++) {
    if (chars[at] === '\\') at++;
    const c = chars[at];
    if (c === undefined) throw new SyntaxError('a [ is not closed');
    const isRange = c === '-' && chars[at - 1] !== '\\' && out !== '' && chars[at + 1] !== ']';
    out += c !== '-' ? quoted(c) : isRange ? c : '\\-';
  }
  if (out === '') throw new SyntaxError('a class is empty');
  return { source: negated ? `(?!/)[^${out}]` : `(?!/)[${out}]`, end: at + 1 };
}

function quoted(c: string): string {
  return /[\\^$.*+?()[\]{}|]/.test(c) ? `\\${c}` : c;
}
