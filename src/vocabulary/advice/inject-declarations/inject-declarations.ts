import { templateFrom } from '../../../aspects/read-template.ts';
import { booleanOf, fields, textsOf } from '../../../aspects/schema.ts';
import { flag, keysOf, map } from '../../../aspects/shape.ts';
import { templateFields } from '../../../aspects/template-shape.ts';
import type { CodeTemplate } from '../../../lang/template/code-template.ts';
import { appendDeclarations } from '../../../rewrite/append-declarations.ts';
import type { Site } from '../../../rewrite/file-session.ts';
import { settleSymbols } from '../../../rewrite/names/settle-symbols.ts';
import { needImport, needLink } from '../../../rewrite/need-import.ts';
import type { PackageSession } from '../../../rewrite/package-session.ts';
import { refuseMoves, renderDeclarations } from '../../../rewrite/render/render.ts';
import type { AdviceKind, AnyAdvice } from '../../advice-kind.ts';

/** Appends declarations to the file, where the same walk visits them. */
export interface InjectDeclarations extends AnyAdvice {
  readonly kind: 'inject-declarations';
  readonly template: CodeTemplate;
  /** Packages that must be in the binary, though nothing imports them. */
  readonly links: readonly string[];
  /** Only for the first match in a package: for helpers that every match needs and the package may declare once. */
  readonly once?: boolean | undefined;
}

const shape = map(
  {
    ...templateFields,
    once: {
      shape: flag,
      doc: 'Only for the first match in each package, so that what is declared there may have a name.',
    },
  },
  true,
);

export const injectDeclarations: AdviceKind<InjectDeclarations> = {
  words: {
    'inject-declarations': {
      shape,
      doc: 'Adds declarations at the end of the file.',
      example: '{ template: "func init() { println(1) }" }',
      read: (entry, ctx) => {
        const found = fields(ctx, entry.value, { where: '"inject-declarations"', known: keysOf(shape) });
        const { links, ...text } = found;
        const once = found.once !== undefined && booleanOf(found.once.value, '"once"');
        return {
          kind: 'inject-declarations',
          template: templateFrom(ctx, text, entry.value),
          links: textsOf(links).map((link) => link.text),
          ...(once ? { once } : {}),
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
function apply(advice: InjectDeclarations, site: Site): void {
  const { template, links, span } = advice;
  const { session } = site;
  if (advice.once && !isFirst(advice, session.pkg)) return;
  const unit = renderDeclarations(template, site, site.node);
  refuseMoves(unit);
  settleSymbols(unit, links, session.pkg.own);
  appendDeclarations(unit, site, span);
  if (links.length === 0) return;
  // Directives that tie a name to a symbol need it.
  needImport(session, 'unsafe');
  for (const path of links) needLink(session, path);
}

/** Advice that was applied once for all of a package. */
const applied = new WeakMap<PackageSession, Set<InjectDeclarations>>();

function isFirst(advice: InjectDeclarations, pkg: PackageSession): boolean {
  const before = applied.get(pkg) ?? new Set();
  applied.set(pkg, before);
  if (before.has(advice)) return false;
  before.add(advice);
  return true;
}
