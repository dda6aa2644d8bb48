import { fields } from '../../../aspects/schema.ts';
import { importPath, keysOf, map, text } from '../../../aspects/shape.ts';
import { replacedFileMissing } from '../../../report/codes/hooks.ts';
import { adoptFile } from '../../../rewrite/adopt-file.ts';
import { baseName, type PackageSession } from '../../../rewrite/package-session.ts';
import type { AdviceKind, AnyAdvice } from '../../advice-kind.ts';
import { fileNamedBy } from '../file-named-by.ts';

/** Compiles a Go file of another package's folder in place of the package's own file of the same name. */
export interface ReplaceFile extends AnyAdvice {
  readonly kind: 'replace-file';
  /** Import path of the package in whose folder the file lies. That package is not linked. */
  readonly path: string;
  /** Base name, here and there. */
  readonly file: string;
}

const shape = map({
  path: { shape: importPath, doc: 'Package in whose folder the file lies.', required: true },
  file: { shape: text('a file name'), doc: 'Name of the file, here and there.', required: true },
});

export const replaceFile: AdviceKind<ReplaceFile> = {
  words: {
    'replace-file': {
      shape,
      doc: "Compiles a Go file of another package in place of the package's own file of the same name.",
      example: '{ path: example.com/x, file: server.go }',
      read: (entry, ctx) => {
        const found = fields(ctx, entry.value, { where: '"replace-file"', known: keysOf(shape) });
        return { kind: 'replace-file', ...fileNamedBy(entry, found) };
      },
    },
  },
  templates: () => [],
  injects: () => [],
  reads: ({ path, file }) => [{ path, file }],
  // A file can only be replaced before it is looked at.
  onNode: undefined,
  onPackage: {
    when: () => 'always',
    apply: (advice, pkg) => {
      replaceIn(pkg, advice);
      return true;
    },
  },
};

/** @throws GotsError replaced_file_missing, and those of {@link adoptFile} */
function replaceIn(pkg: PackageSession, advice: ReplaceFile): void {
  const { request, replaced } = pkg;
  const own = request.files.find(({ name }) => baseName(name) === advice.file);
  if (own === undefined) {
    const known = request.files.map(({ name }) => baseName(name));
    replacedFileMissing(advice.span, { file: advice.file, path: request.facts.importPath }, known);
  }
  if (!replaced.has(own.name)) replaced.set(own.name, adoptFile(pkg, advice, 'kept'));
}
