import type { TypeName } from '../lang/names/type-name.ts';
import type { CodeTemplate } from '../lang/template/code-template.ts';
import type { Advice, AdviceKind, AdviceOf, FieldValue, GoText } from './ir.ts';

/** What an advice is made of, as far as anything outside of it counts. */
export interface AdviceParts {
  /** Every template that it renders. */
  readonly templates: readonly CodeTemplate[];
  /** Types that it writes. */
  readonly types: readonly (TypeName | GoText)[];
  /** Packages that get into the program, beyond those that templates and types name. */
  readonly packages: readonly string[];
  /** Packages whose source files it reads. */
  readonly reads: readonly string[];
  /** Files of such packages that become part of the woven one, so that it imports what they import. */
  readonly files: readonly { readonly path: string; readonly file: string }[];
}

const none: AdviceParts = { templates: [], types: [], packages: [], reads: [], files: [] };

/** A record, not a switch: a new kind of advice does not compile until it says here what it is made of. */
const partsByKind: { readonly [K in AdviceKind]: (advice: AdviceOf<K>) => AdviceParts } = {
  'prepend-statements': ({ template }) => ({ ...none, templates: [template] }),
  'wrap-expression': ({ template }) => ({ ...none, templates: [template] }),
  'append-args': ({ type, values }) => ({ ...none, templates: values, types: type === undefined ? [] : [type] }),
  'replace-function': ({ path }) => ({ ...none, packages: path === undefined ? [] : [path] }),
  'assign-value': ({ template }) => ({ ...none, templates: [template] }),
  'set-fields': ({ fields }) => ({ ...none, templates: fields.flatMap(templatesOfField) }),
  'add-struct-field': ({ type }) => ({ ...none, types: [type] }),
  'add-blank-import': ({ path }) => ({ ...none, packages: [path] }),
  'inject-declarations': ({ template, links }) => ({ ...none, templates: [template], packages: links }),
  hooks: ({ path }) => ({ ...none, packages: [path], reads: [path] }),
  'add-file': ({ path, file, unlinked }) => ({
    ...none,
    packages: unlinked === true ? [] : [path],
    reads: [path],
    files: [{ path, file }],
  }),
  'replace-file': ({ path, file }) => ({ ...none, reads: [path], files: [{ path, file }] }),
  plugin: ({ packages }) => ({ ...none, packages }),
};

/** The parts of an advice. All that asks what advice depends on asks here. */
export function adviceParts(advice: Advice): AdviceParts {
  return (partsByKind[advice.kind] as (advice: Advice) => AdviceParts)(advice);
}

function templatesOfField({ wrap, value }: FieldValue): CodeTemplate[] {
  return [wrap, value].filter((template) => template !== undefined);
}
