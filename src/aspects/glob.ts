/**
 * Whether Go's `path.Match` would call a pattern malformed. Segments are judged one by one, as patterns with `**` are.
 */
export function isMalformedGoGlob(pattern: string): boolean {
  return pattern.split('/').some(isMalformedSegment);
}

/** A class is `[`, optional `^`, one or more ranges, `]`; in it, `-` and `]` need a backslash (path.Match, Go 1.26). */
const goGlobSegment = /^(?:[^[\\]|\\.|\[(?:\^|(?!\^))(?:(?:[^\\\]-]|\\.)(?:-(?:[^\\\]-]|\\.))?)+\])*$/su;

function isMalformedSegment(segment: string): boolean {
  return !goGlobSegment.test(segment);
}

/**
 * Compiles a pattern over aspect ids: `*` is any run of characters but `/`, `**` any run at all, `?` one character.
 * Every other character stands for itself.
 */
export function idPattern(pattern: string): (id: string) => boolean {
  const source = pattern.replace(/\*\*|[\s\S]/gu, (part) => {
    if (part === '**') return '[\\s\\S]*';
    if (part === '*') return '[^/]*';
    if (part === '?') return '[^/]';
    return part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  });
  const compiled = new RegExp(`^${source}$`, 'u');
  return (id) => compiled.test(id);
}
