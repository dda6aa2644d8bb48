import { booleanOf, fields } from '../../../aspects/schema.ts';
import { flag, importPath, keysOf, map, text } from '../../../aspects/shape.ts';
import { adoptFile } from '../../../rewrite/adopt-file.ts';
import { addedName, type PackageSession } from '../../../rewrite/package-session.ts';
import type { AdviceKind, AnyAdvice } from '../../advice-kind.ts';
import { fileNamedBy } from '../file-named-by.ts';

/** Adds a Go file of another package's folder to the package, under this package's name. Once per package. */
export interface AddFile extends AnyAdvice {
  readonly kind: 'add-file';
  /** Import path of the package in whose folder the file lies; build constraints of the file do not count. */
  readonly path: string;
  /** Base name. */
  readonly file: string;
  /** Leaves the package that the file comes from out of the program, unless something else imports it. */
  readonly unlinked?: boolean | undefined;
}

const shape = map({
  path: {
    shape: importPath,
    doc: 'Package in whose folder the file lies; its build constraints do not count.',
    required: true,
  },
  file: { shape: text('a file name'), doc: 'Name of the file.', required: true },
  link: { shape: flag, doc: 'Whether the package that the file comes from is linked as well; `true` by default.' },
});

export const addFile: AdviceKind<AddFile> = {
  words: {
    'add-file': {
      shape,
      doc: 'Adds a Go file of another package to the package.',
      example: '{ path: example.com/x, file: extra.go }',
      read: (entry, ctx) => {
        const found = fields(ctx, entry.value, { where: '"add-file"', known: keysOf(shape) });
        const unlinked = found.link !== undefined && !booleanOf(found.link.value, '"link"');
        return { kind: 'add-file', ...fileNamedBy(entry, found), ...(unlinked ? { unlinked } : {}) };
      },
    },
  },
  templates: () => [],
  injects: linksOf,
  reads: ({ path, file }) => [{ path, file }],
  onNode: {
    fits: undefined,
    // Wherever in the package the aspect matched.
    apply: (advice, { session }) => addTo(session.pkg, advice),
    mayHideErrors: () => true,
    mayMoveOrder: true,
    oncePerFile: true,
  },
  onPackage: {
    when: () => 'if-whole',
    apply: (advice, pkg) => {
      addTo(pkg, advice);
      return true;
    },
  },
};

function linksOf({ path, unlinked }: AddFile): readonly string[] {
  return unlinked === true ? [] : [path];
}

function addTo(pkg: PackageSession, advice: AddFile): void {
  const key = `file ${advice.path} ${advice.file}`;
  if (pkg.added.has(key)) return;
  const name = addedName(pkg, advice.file);
  pkg.added.set(key, { name, ...adoptFile(pkg, advice, 'settled'), links: linksOf(advice) });
}
