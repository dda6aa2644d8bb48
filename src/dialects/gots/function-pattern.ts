import { aspectBadFunctionPattern } from '../../report/codes/aspect.ts';
import type { Span } from '../../report/diagnostic.ts';
import type { FunctionOption } from '../../vocabulary/options.ts';
import type { JoinPoint } from '../../vocabulary/points.ts';

/** What a pattern says of functions: where they are and how they are called. */
interface Functions {
  /** An import path; `...` in it stands for any number of segments. */
  readonly path: string;
  /** Pattern of the receiver's type; undefined for functions that are no methods. */
  readonly type: string | undefined;
  /** Only methods on pointers. */
  readonly pointer: boolean;
  readonly name: string;
}

/** What is wrong with a pattern, at which of its characters. */
type Refuse = (at: number, problem: string) => never;

const names = /^[\p{L}_*][\p{L}\p{Nd}_*]*$/u;
const segment = /^(?:\.\.\.|(?!\.)[\p{L}\p{Nd}._~+=@-]+)$/u;

/**
 * The bodies of the functions that a pattern of `spans` names: `PATH[...]?.[(*T|T).]NAME`. `...` at the end of a path stands for the package and all
 * below it, in a path for any packages, `*` in a name for any letters. Functions above which the directive stands are left out: their spans are
 * those that it asks for.
 *
 * @throws GotsError aspect_bad_function_pattern
 */
export function functionsNamed(pattern: string, span: Span, directive: string): JoinPoint {
  const found = readPattern(pattern, (at, problem) =>
    aspectBadFunctionPattern(
      { ...span, column: span.column + Buffer.byteLength(pattern.slice(0, at)) },
      pattern,
      problem,
    ),
  );
  const points = found.map((functions) => pointOf(functions, span));
  const [only] = points;
  const some: JoinPoint = only && points.length === 1 ? only : { kind: 'one-of', points, span };
  const others: JoinPoint = { kind: 'not', point: { kind: 'directive', name: directive, span }, span };
  return { kind: 'function-body', point: { kind: 'all-of', points: [some, others], span }, span };
}

/** Mostly one; two where a dot may belong to a path as well as stand before a name. */
function readPattern(pattern: string, refuse: Refuse): readonly Functions[] {
  const slash = pattern.lastIndexOf('/');
  const head = pattern.slice(0, slash + 1);
  const last = pattern.slice(slash + 1);
  if (slash === 0) return refuse(0, 'a part of the path is missing');
  checkPath(head.slice(0, -1), 0, refuse);
  if (last.startsWith('...')) {
    if (slash < 0) return refuse(0, 'say whose packages: example.com/...');
    const skipped = last[3] === '.' ? 4 : 3;
    return [{ path: `${head}...`, ...readName(last.slice(skipped), slash + 1 + skipped, refuse) }];
  }
  const bracket = last.indexOf('.(');
  if (bracket >= 0) {
    const path = last.slice(0, bracket);
    checkPath(path, slash + 1, refuse);
    return [{ path: head + path, ...readName(last.slice(bracket + 1), slash + 2 + bracket, refuse) }];
  }
  return readDotted(head, last, refuse);
}

/** `shop.Place`, `shop.Cart.Place`; of `yaml.v3.Decode`, `v3` may be a type, or a part of the path. */
function readDotted(head: string, last: string, refuse: Refuse): readonly Functions[] {
  const words = last.split('.');
  const end = head.length + last.length;
  const name = words.at(-1) ?? '';
  if (words.length < 2) return refuse(end, 'a dot and the name of a function are missing');
  const at = (index: number): number => head.length + words.slice(0, index).join('.').length + (index > 0 ? 1 : 0);
  checkPath(words[0] ?? '', head.length, refuse);
  for (const [index, word] of words.entries())
    if (index > 0) checkName(word, at(index), { refuse, what: index === words.length - 1 ? 'function' : 'type' });
  const type = words.length > 2 ? words.at(-2) : undefined;
  const whole = words.slice(0, -1).join('.');
  const found: Functions[] = [];
  if (!whole.includes('*')) found.push({ path: head + whole, type: undefined, pointer: false, name });
  if (type !== undefined) found.push({ path: head + words.slice(0, -2).join('.'), type, pointer: false, name });
  return found;
}

/** `Place`, `Cart.Place`, `(*Cart).Place` */
function readName(text: string, start: number, refuse: Refuse): Omit<Functions, 'path'> {
  if (text.startsWith('(')) {
    const [whole, type = '', name = ''] = /^\(\*([^()]*)\)\.(.*)$/su.exec(text) ?? [];
    if (whole === undefined)
      return refuse(start, 'a pointer receiver is written (*T), with a dot and a name behind it');
    checkName(type, start + 2, { refuse, what: 'type' });
    checkName(name, start + 4 + type.length, { refuse, what: 'function' });
    return { type, pointer: true, name };
  }
  const words = text.split('.');
  const [first = '', second] = words;
  if (words.length > 2)
    return refuse(start + first.length + 1 + (second ?? '').length, 'only a type and a name stand behind the packages');
  if (second === undefined) {
    checkName(first, start, { refuse, what: 'function' });
    return { type: undefined, pointer: false, name: first };
  }
  checkName(first, start, { refuse, what: 'type' });
  checkName(second, start + first.length + 1, { refuse, what: 'function' });
  return { type: first, pointer: false, name: second };
}

function checkPath(path: string, start: number, refuse: Refuse): void {
  if (path === '' && start === 0) return;
  let at = start;
  for (const each of path.split('/')) {
    if (!segment.test(each)) {
      const star = each.indexOf('*');
      if (star >= 0) refuse(at + star, '* stands for letters of a name; packages are ...');
      refuse(at, each === '' ? 'a part of the path is missing' : `${JSON.stringify(each)} is not a part of a path`);
    }
    at += each.length + 1;
  }
}

function checkName(
  word: string,
  at: number,
  { refuse, what }: { readonly refuse: Refuse; readonly what: string },
): void {
  if (word === '') refuse(at, `the name of a ${what} is missing`);
  if (!names.test(word)) refuse(at, `${JSON.stringify(word)} is not the name of a ${what}`);
}

function pointOf({ path, type, pointer, name }: Functions, span: Span): JoinPoint {
  const where: JoinPoint = path.includes('...')
    ? {
        kind: 'import-glob',
        pattern: path
          .split('/')
          .map((each) => (each === '...' ? '**' : each))
          .join('/'),
        span,
      }
    : { kind: 'import-path', path, span };
  const options: FunctionOption[] = [nameOption(name), { kind: 'has-receiver', value: type !== undefined }];
  if (type !== undefined)
    options.push({ kind: 'receiver-matches', pattern: `^${pointer ? '\\*' : '\\*?'}${type.replaceAll('*', '.*')}$` });
  options.push({ kind: 'has-body', value: true });
  const point: JoinPoint = { kind: 'all-of', points: [where, { kind: 'function', options, span }], span };
  return type === undefined && name.includes('*') ? withoutStarts(point, span) : point;
}

function nameOption(name: string): FunctionOption {
  return name.includes('*') ? { kind: 'name-glob', pattern: name } : { kind: 'name', name };
}

/** What runs before telemetry, and as long as the program, is meant only where it is named. */
function withoutStarts(point: JoinPoint, span: Span): JoinPoint {
  const starts = ['init', 'main'].map(
    (name): JoinPoint => ({
      kind: 'not',
      point: {
        kind: 'function',
        options: [
          { kind: 'name', name },
          { kind: 'has-receiver', value: false },
        ],
        span,
      },
      span,
    }),
  );
  return { kind: 'all-of', points: [point, ...starts], span };
}
