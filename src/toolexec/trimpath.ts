/**
 * A path as the tools record it under `-trimpath`: the first rewrite whose left side is the path or a folder above it applies.
 *
 * @param rewrites `from=>to;from=>to`, where `from` alone means `from=>`
 * @see cmd/internal/objabi/line.go, ApplyRewrites, Go 1.24 to 1.27
 */
export function applyRewrites(path: string, rewrites: string): string {
  for (const rewrite of rewrites.split(';')) {
    const arrow = rewrite.lastIndexOf('=>');
    const from = arrow < 0 ? rewrite : rewrite.slice(0, arrow);
    const to = arrow < 0 ? '' : rewrite.slice(arrow + 2);
    if (from === '') continue;
    if (path === from) return to;
    if (path.startsWith(`${from}/`)) return to === '' ? path.slice(from.length + 1) : `${to}${path.slice(from.length)}`;
  }
  return path;
}
