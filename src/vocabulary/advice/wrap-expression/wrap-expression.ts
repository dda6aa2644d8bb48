import { readTemplate } from '../../../aspects/read-template.ts';
import { templateShape } from '../../../aspects/template-shape.ts';
import type { CodeTemplate } from '../../../lang/template/code-template.ts';
import { wantsConstant } from '../../../lang/tree/constants.ts';
import { isExpression } from '../../../lang/tree/go-kind.ts';
import { current, goNode, moved } from '../../../lang/tree/go-node.ts';
import { unwrapElement } from '../../../lang/tree/syntax-shapes.ts';
import type { GoNode } from '../../../lang/tree/unit.ts';
import type { Site } from '../../../rewrite/file-session.ts';
import { renderExpression } from '../../../rewrite/render/render.ts';
import { requireConstant } from '../../../rewrite/require-constant.ts';
import { wrongNode } from '../../../rewrite/wrong-node.ts';
import type { AdviceKind, AnyAdvice } from '../../advice-kind.ts';
import { runLate } from './late-call.ts';

/** Replaces an expression by the rendered one; of a `key: value` pair only the value, which then is the dot. */
export interface WrapExpression extends AnyAdvice {
  readonly kind: 'wrap-expression';
  readonly template: CodeTemplate;
  /** Behind `go` and `defer`, what stands in the template's arguments is called at once, as in Orchestrion. */
  readonly quirks?: true | undefined;
}

export const wrapExpression: AdviceKind<WrapExpression> = {
  words: {
    'wrap-expression': {
      shape: templateShape,
      doc: 'Replaces an expression by another, which may hold it. Behind `go` and `defer`, the call that it holds is still made later, with arguments evaluated at once.',
      example: '{ imports: { x: example.com/x }, template: "x.Wrap({{ . }})" }',
      read: (entry, ctx) => ({
        kind: 'wrap-expression',
        template: readTemplate(ctx, entry.value, '"wrap-expression"'),
        ...(ctx.quirks ? { quirks: ctx.quirks } : {}),
        span: entry.span,
      }),
    },
  },
  templates: ({ template }) => [template],
  injects: () => [],
  reads: () => [],
  onNode: {
    fits: { accepts: isExpression, wanted: 'an expression', hint: 'match a call or a literal' },
    apply,
    mayHideErrors: () => true,
    mayMoveOrder: true,
    oncePerFile: false,
    // Of a `key: value` pair the value is wrapped, and that can be anything.
    dotKinds: (matched) => (matched !== 'any' && matched.includes('KeyValueExpr') ? 'any' : matched),
  },
  onPackage: undefined,
};

/** @throws GotsError advice_wrong_node, advice_no_constant, template_…, weave_needs_types, weave_type_unknown */
function apply(advice: WrapExpression, site: Site): void {
  const slot = slotOf(site);
  if (slot === undefined) wrongNode(site, advice, 'an expression');
  const wrapped = renderExpression(advice.template, site, current(slot));
  const shown = moved(wrapped);
  const statement = slot.syntax.parent?.kind;
  const isLate = statement === 'go_statement' || statement === 'defer_statement';
  if (isLate && shown.kind !== 'CallExpr') {
    wrongNode(site, advice, `to render a call where go or defer stands in front, not a ${shown.kind}`);
  }
  if (wantsConstant(slot.unit, slot.syntax)) requireConstant(wrapped, advice, slot);
  if (isLate && !advice.quirks) runLate(advice, { ...site, slot }, wrapped);
  slot.unit.changes.slots.set(slot.syntax, wrapped);
}

function slotOf({ slot, node }: Site): GoNode | undefined {
  if (node.kind === 'KeyValueExpr') {
    const value = node.syntax.field('value');
    return value === undefined ? undefined : goNode(node.unit, unwrapElement(value));
  }
  return isExpression(node.kind) ? slot : undefined;
}
