import type { CodeTemplate } from '../../lang/template/code-template.ts';

/**
 * Packages of the interfaces that a template names: `.Function.ArgumentThatImplements "path.Name"` and its kin. Strings that
 * cannot be such names do no harm.
 */
export function askedPackages({ source }: CodeTemplate): string[] {
  if (!source.includes('Implements')) return [];
  return [...source.matchAll(/["`]\*?([\w.~\-/]+)\.\w+["`]/g)].map(([, path]) => path as string);
}
