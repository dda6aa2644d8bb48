import { filledTextOf } from '../../../aspects/schema.ts';
import { importPath } from '../../../aspects/shape.ts';
import { needImport } from '../../../rewrite/need-import.ts';
import type { AdviceKind, AnyAdvice } from '../../advice-kind.ts';

/** Puts `import _ "path"` into the file, once, unless the file imports the path anyway. */
export interface AddBlankImport extends AnyAdvice {
  readonly kind: 'add-blank-import';
  readonly path: string;
}

export const addBlankImport: AdviceKind<AddBlankImport> = {
  words: {
    'add-blank-import': {
      shape: importPath,
      doc: 'Imports a package for what it does when it is initialized.',
      example: 'example.com/x/init',
      read: (entry) => ({ kind: 'add-blank-import', path: filledTextOf(entry, 'the advice'), span: entry.span }),
    },
  },
  templates: () => [],
  injects: ({ path }) => [path],
  reads: () => [],
  onNode: {
    fits: undefined,
    apply: ({ path }, { session }) => needImport(session, path),
    mayHideErrors: () => false,
    mayMoveOrder: false,
    oncePerFile: true,
  },
  onPackage: undefined,
};
