import type { PackageFacts } from '../names/package-facts.ts';

/**
 * `package-filter`: whether the import path satisfies the pattern. With `root`, the package must belong to the root
 * module, and the pattern applies to its path inside the module (`.` for the module's own package).
 * A malformed pattern matches nothing, as in Orchestrion.
 */
export function packageFilterMatches(
  filter: { root: boolean; pattern?: string | undefined },
  facts: PackageFacts,
): boolean {
  if (!filter.root) return filter.pattern !== undefined && matchesPattern(filter.pattern, facts.importPath);
  const root = facts.rootModule;
  if (root === undefined) return false;
  if (facts.importPath !== root && !facts.importPath.startsWith(`${root}/`)) return false;
  if (filter.pattern === undefined) return true;
  const relative = facts.importPath === root ? '.' : facts.importPath.slice(root.length + 1);
  return matchesPattern(filter.pattern, relative);
}

/** `*` alone and `**` alone match every path; `**` inside a pattern spans path segments; the rest is Go's `path.Match`. */
export function matchesPattern(pattern: string, path: string): boolean {
  if (pattern === '*' || pattern === '**') return true;
  if (!pattern.includes('**')) return pathMatch(pattern, path);
  return matchSegments(pattern.split('/').flatMap(splitDoubleStar), path.split('/'));
}

/** `a**` is `a*` and then any segments, `**b` any segments and then `*b`, `a**b` is `a*`, any segments, `*b`. */
function splitDoubleStar(segment: string): string[] {
  const at = segment.indexOf('**');
  if (at < 0 || segment === '**') return [segment];
  const before = segment.slice(0, at);
  const after = segment.slice(at + 2);
  return [
    ...(before === '' ? [] : [`${before}*`]),
    '**',
    ...(after === '' ? [] : splitDoubleStar(after.includes('**') ? after : `*${after}`)),
  ];
}

function matchSegments(patterns: readonly string[], segments: readonly string[]): boolean {
  const [first, ...rest] = patterns;
  if (first === undefined) return segments.length === 0;
  if (first === '**') {
    for (let skip = 0; skip <= segments.length; skip++) if (matchSegments(rest, segments.slice(skip))) return true;
    return false;
  }
  const [segment, ...others] = segments;
  return segment !== undefined && pathMatch(first, segment) && matchSegments(rest, others);
}

/** Go's `path.Match`: `*` and `?` stop at `/`; `[a-z]`, `[^a]` and `\x` as there. Malformed patterns match nothing. */
export function pathMatch(pattern: string, text: string): boolean {
  const source = regexpOf(pattern);
  return source !== undefined && new RegExp(`^${source}$`, 'su').test(text);
}

function regexpOf(pattern: string): string | undefined {
  const chars = [...pattern];
  let out = '';
  for (let i = 0; i < chars.length; i++) {
    const c = chars[i] as string;
    if (c === '*') out += '[^/]*';
    else if (c === '?') out += '[^/]';
    else if (c === '[') {
      const set = characterClass(chars, i + 1);
      if (set === undefined) return undefined;
      out += set.source;
      i = set.end;
    } else if (c === '\\') {
      const next = chars[++i];
      if (next === undefined) return undefined;
      out += quoted(next);
    } else out += quoted(c);
  }
  return out;
}

/** A class as `path.Match` defines it: optional `^`, then one or more characters or ranges, each perhaps escaped, then `]`. */
function characterClass(chars: readonly string[], start: number): { source: string; end: number } | undefined {
  let at = start;
  let out = '[';
  if (chars[at] === '^') {
    out += '^';
    at++;
  }
  const one = (): string | undefined => {
    if (chars[at] === '\\') at++;
    else if (chars[at] === '-' || chars[at] === ']') return undefined;
    const c = chars[at++];
    return c;
  };
  for (let count = 0; ; count++) {
    if (chars[at] === ']' && count > 0) return { source: `${out}]`, end: at };
    const low = one();
    if (low === undefined) return undefined;
    let high = low;
    if (chars[at] === '-') {
      at++;
      const upper = one();
      if (upper === undefined) return undefined;
      high = upper;
    }
    // A range whose ends are the wrong way round matches nothing, in Go without an error.
    if (low <= high) out += `${quotedInClass(low)}-${quotedInClass(high)}`;
  }
}

/** A letter outside of classes. With the flag `u`, a dash must not be quoted there. */
function quoted(c: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(c) ? `\\${c}` : c;
}

function quotedInClass(c: string): string {
  return c === '-' ? '\\-' : quoted(c);
}
