import type { ImportSpec, ImportTable } from '../../lang/names/imports.ts';
import { samePath } from '../../lang/names/names.ts';
import { isDeclaredLocally } from '../../lang/names/scope.ts';
import type { SyntaxNode } from '../../lang/syntax/syntax.ts';
import type { Unit } from '../../lang/tree/unit.ts';
import { importName, type OwnNames } from './own-names.ts';

/** Names under which woven code of one file refers to packages. Owns the imports that weaving adds to the file. */
export interface ImportNames {
  /**
   * The name to use for a package: the file's own import where it is visible, else that of an added import, which
   * nothing in the package can capture.
   *
   * @param key name the aspect uses, part of the added import's name
   * @param at where the name is going to stand
   */
  readonly nameFor: (path: string, key: string, at: UseSite) => string;
  /** Path → name of the added imports. */
  readonly added: ReadonlyMap<string, string>;
}

export interface UseSite {
  readonly unit: Unit;
  readonly syntax: SyntaxNode;
}

export function importNames(table: ImportTable, own: OwnNames): ImportNames {
  const added = new Map<string, string>();
  return {
    added,
    nameFor: (path, key, at) => {
      const written = ownImport(table, path, at);
      if (written !== undefined) return written.name;
      const known = added.get(path);
      if (known !== undefined) return known;
      const name = freshName(importName(own, key), [...added.values()]);
      added.set(path, name);
      return name;
    },
  };
}

function ownImport(table: ImportTable, path: string, at: UseSite): ImportSpec | undefined {
  return table.specs.find(
    (spec) => spec.name !== '' && spec.certain && samePath(spec.path, path) && isVisible(spec.name, at),
  );
}

/** Whether a file-level name means the same where the text is going to stand, through every text it is nested in. */
function isVisible(name: string, { unit, syntax }: UseSite): boolean {
  if (isDeclaredLocally(unit.tree, syntax, name)) return false;
  const host = unit.rendered?.host;
  return host === undefined || isVisible(name, host);
}

function freshName(base: string, taken: readonly string[]): string {
  for (let i = 0; ; i++) {
    const name = i === 0 ? base : `${base}${i}`;
    if (!taken.includes(name)) return name;
  }
}

/** The key for paths that come without one: the last element without a version, `github.com/x/go-y/v2` → `go_y`. */
export function keyOfPath(path: string): string {
  const elements = path.split('/');
  if (elements.length > 1 && /^v[0-9]+$/.test(elements.at(-1) ?? '')) elements.pop();
  return (elements.at(-1) ?? '').replace(/\.v[0-9]+$/, '').replace(/[^\p{L}\p{Nd}_]/gu, '_');
}
