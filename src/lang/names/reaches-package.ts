import { stripVendor } from './import-paths.ts';
import type { PackageFacts } from './package-facts.ts';

/** The package itself, a direct import, or no package at all (a builtin or local name). */
export function reachesPackage(path: string | undefined, facts: PackageFacts): boolean {
  return path === undefined || path === facts.importPath || importsOf(facts).has(path);
}

const stripped = new WeakMap<PackageFacts, ReadonlySet<string>>();

/** Imports without vendor prefixes: the standard library imports `vendor/golang.org/x/…`, aspects say `golang.org/x/…`. */
function importsOf(facts: PackageFacts): ReadonlySet<string> {
  let known = stripped.get(facts);
  if (known === undefined) {
    known = new Set([...facts.imports].map(stripVendor));
    stripped.set(facts, known);
  }
  return known;
}
