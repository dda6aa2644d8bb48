import { templateFrom } from '../../../aspects/read-template.ts';
import { fields, textsOf } from '../../../aspects/schema.ts';
import { keysOf } from '../../../aspects/shape.ts';
import { templateShape } from '../../../aspects/template-shape.ts';
import type { CodeTemplate } from '../../../lang/template/code-template.ts';
import { appendDeclarations } from '../../../rewrite/append-declarations.ts';
import { settleSymbols } from '../../../rewrite/names/settle-symbols.ts';
import { needImport, needLink } from '../../../rewrite/need-import.ts';
import { refuseMoves, renderDeclarations } from '../../../rewrite/render/render.ts';
import type { Site } from '../../../rewrite/session.ts';
import type { AdviceKind, AnyAdvice } from '../../advice-kind.ts';

/** Appends declarations to the file, where the same walk visits them. */
export interface InjectDeclarations extends AnyAdvice {
  readonly kind: 'inject-declarations';
  readonly template: CodeTemplate;
  /** Packages that must be in the binary, though nothing imports them. */
  readonly links: readonly string[];
}

export const injectDeclarations: AdviceKind<InjectDeclarations> = {
  words: {
    'inject-declarations': {
      shape: templateShape,
      doc: 'Adds declarations at the end of the file.',
      example: '{ template: "func init() { println(1) }" }',
      read: (entry, ctx) => {
        const found = fields(ctx, entry.value, { where: '"inject-declarations"', known: keysOf(templateShape) });
        return {
          kind: 'inject-declarations',
          template: templateFrom(ctx, found, entry.value),
          links: textsOf(found.links).map(({ text }) => text),
          span: entry.span,
        };
      },
    },
  },
  templates: ({ template }) => [template],
  injects: ({ links }) => links,
  reads: () => [],
  onNode: {
    fits: undefined,
    apply,
    mayHideErrors: () => true,
    mayMoveOrder: true,
    oncePerFile: false,
  },
  onPackage: undefined,
};

/** @throws GotsError template_…, weave_endless_injection */
function apply({ template, links, span }: InjectDeclarations, site: Site): void {
  const { session } = site;
  const unit = renderDeclarations(template, site, site.node);
  refuseMoves(unit);
  settleSymbols(unit, links, session.pkg.own);
  appendDeclarations(unit, site, span);
  if (links.length === 0) return;
  // Directives that tie a name to a symbol need it.
  needImport(session, 'unsafe');
  for (const path of links) needLink(session, path);
}
