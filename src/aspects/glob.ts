/**
 * Whether a `package-filter` pattern is malformed: by Go's `path.Match` as a whole, or, with `**` in it, segment by
 * segment, as it is then matched.
 */
export function isMalformedGoGlob(pattern: string): boolean {
  const parts = pattern.includes('**') ? pattern.split('/') : [pattern];
  return !parts.every((part) => goGlob.test(part));
}

/** A class is `[`, optional `^`, one or more ranges, `]`; in it, `-` and `]` need a backslash (path.Match, Go 1.26). */
const goGlob = /^(?:[^[\\]|\\.|\[(?:\^|(?!\^))(?:(?:[^\\\]-]|\\.)(?:-(?:[^\\\]-]|\\.))?)+\])*$/su;

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
