import { importPath, list, map, text, textsByName } from './shape.ts';

/** The keys of every mapping that holds a template. */
export const templateFields = {
  template: {
    shape: text("Go with actions of Go's text/template"),
    doc: 'The text; `{{ . }}` is the node that matched.',
  },
  imports: { shape: textsByName, doc: 'Names under which the template uses packages, each with its import path.' },
  lang: {
    shape: text('a language version', '^go1(\\.\\d+.*)?$'),
    doc: 'Language version that the template needs, as `go1.21`.',
  },
  links: { shape: list(importPath, true), doc: 'Packages that must be in the binary, though nothing imports them.' },
};

/** Every mapping that holds a template. `links` is read everywhere and used by `inject-declarations` only. */
export const templateShape = map(templateFields, true);
