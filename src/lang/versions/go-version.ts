const int = '(?:0|[1-9][0-9]*)';
const grammar = new RegExp(`^go(?<major>${int})(?:\\.(?<minor>${int})(?:\\.${int}|[a-z]+(?:${int})?)?)?$`);

/**
 * The language version of a Go version: `go1.21.3`, `go1.21rc2` and `go1.21-custom` are all `go1.21`.
 *
 * @returns undefined where go/version.IsValid says no (Go 1.26, go/version and internal/gover)
 */
export function languageVersion(version: string): string | undefined {
  const [plain = ''] = version.split('-', 1);
  const groups = grammar.exec(plain)?.groups;
  if (!groups) return undefined;
  const { major, minor = '0' } = groups;
  return major === '1' && minor === '0' ? 'go1' : `go${major}.${minor}`;
}
