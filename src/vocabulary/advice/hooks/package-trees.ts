import { sourceFile } from '../../../lang/syntax/source.ts';
import type { SyntaxTree } from '../../../lang/syntax/syntax.ts';
import type { PackageSession } from '../../../rewrite/package-session.ts';

const known = new WeakMap<PackageSession, Map<string, readonly SyntaxTree[] | undefined>>();

/**
 * The parsed files of another package, tests left out. Each is parsed once while a package is woven, however many functions
 * are hooked.
 *
 * @returns undefined if its files are not at hand
 */
export function treesOfPackage(pkg: PackageSession, path: string): readonly SyntaxTree[] | undefined {
  const cache = known.get(pkg) ?? new Map<string, readonly SyntaxTree[] | undefined>();
  known.set(pkg, cache);
  if (!cache.has(path)) {
    const files = pkg.request.packageFiles?.(path);
    cache.set(
      path,
      files?.map((file) => pkg.grammar.parse(sourceFile(file.name, file.bytes))),
    );
  }
  return cache.get(path);
}
