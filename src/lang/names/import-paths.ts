/** `vendor/p` and `m/vendor/p` are `p` to the author of an aspect (the standard library vendors golang.org/x). */
export function stripVendor(path: string): string {
  if (path.startsWith('vendor/')) return path.slice('vendor/'.length);
  const at = path.lastIndexOf('/vendor/');
  return at < 0 ? path : path.slice(at + '/vendor/'.length);
}

/**
 * Names a package may declare, judged by its path, the likeliest first: `github.com/go-chi/chi/v5` → `chi`,
 * `gopkg.in/yaml.v3` → `yaml`, `github.com/x/go-y` → `go_y`, `y`.
 */
export function guessPackageNames(path: string): string[] {
  const elements = stripVendor(path).split('/');
  let last = elements.at(-1) ?? '';
  if (/^v[0-9]+$/.test(last) && elements.length > 1) last = elements.at(-2) ?? last;
  const plain = last.replace(/\.v[0-9]+$/, '');
  const forms = [
    plain,
    plain.replace(/^go[-.]/, ''),
    plain.replace(/[-.]go$/, ''),
    plain.replace(/^.*[-.]/, ''),
    plain.replace(/[-.].*$/, ''),
    plain.replace(/[-.]/g, ''),
    last,
  ];
  return [...new Set(forms.map((form) => form.replace(/[^\p{L}\p{Nd}_]/gu, '_')))].filter((name) =>
    /^[\p{L}_]/u.test(name),
  );
}

/** A path, and those of which it is below: `a.b/c/d`, `a.b/c`, `a.b`. */
export function* pathAndParents(path: string): Generator<string> {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) yield at;
}
