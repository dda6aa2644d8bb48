import { readTemplate } from '../../../aspects/read-template.ts';
import { fields, filledTextOf, listOf, type ReadContext, required } from '../../../aspects/schema.ts';
import { keysOf, list, map, text } from '../../../aspects/shape.ts';
import { templateShape } from '../../../aspects/template-shape.ts';
import type { YamlEntry } from '../../../aspects/yaml-node.ts';
import type { SyntaxNode } from '../../../lang/syntax/syntax.ts';
import type { CodeTemplate } from '../../../lang/template/code-template.ts';
import { current, goNode, syntaxText } from '../../../lang/tree/go-node.ts';
import { literalBody, unwrapElement } from '../../../lang/tree/syntax-shapes.ts';
import type { GoNode } from '../../../lang/tree/unit.ts';
import { aspectMissingKey } from '../../../report/codes/aspect.ts';
import type { Site } from '../../../rewrite/file-session.ts';
import { refuseMoves, renderExpression } from '../../../rewrite/render/render.ts';
import { wrongNode } from '../../../rewrite/wrong-node.ts';
import type { AdviceKind, AnyAdvice } from '../../advice-kind.ts';

/**
 * Sets fields of a struct literal. A field that is there is wrapped, if the advice says how, else replaced; one that is not
 * is put in front of the others. Literals without field names are left as they are.
 */
export interface SetFields extends AnyAdvice {
  readonly kind: 'set-fields';
  readonly fields: readonly FieldValue[];
}

/** A field of a struct literal: what becomes of the value it has, and the value it gets where it has none. At least one. */
export interface FieldValue {
  readonly name: string;
  readonly wrap?: CodeTemplate | undefined;
  readonly value?: CodeTemplate | undefined;
}

const item = map({
  name: { shape: text('a field name'), doc: 'The field.', required: true },
  wrap: { shape: templateShape, doc: 'What becomes of the value it has: `{{ . }}`.' },
  value: {
    shape: templateShape,
    doc: 'The value it gets where it has none; without `wrap`, also in place of the one it has.',
  },
});

export const setFields: AdviceKind<SetFields> = {
  words: {
    'set-fields': {
      shape: list(item),
      doc: 'Sets or wraps fields of a struct literal.',
      example: '[{ name: Transport, wrap: { imports: { x: example.com/x }, template: "x.Wrap({{ . }})" } }]',
      read,
    },
  },
  templates: ({ fields }) =>
    fields.flatMap(({ wrap, value }) => [wrap, value].filter((template) => template !== undefined)),
  injects: () => [],
  reads: () => [],
  onNode: {
    fits: undefined,
    apply,
    mayHideErrors: () => true,
    mayMoveOrder: true,
    oncePerFile: false,
    // The dot is the value that the field has, which can be anything; for the value of a field that is not there, the literal.
    dotKinds: (matched, { fields: all }, template) =>
      all.some(({ wrap, value }) => value === template && wrap !== undefined) ? matched : 'any',
  },
  onPackage: undefined,
};

function read(entry: YamlEntry, ctx: ReadContext): SetFields {
  const where = 'an item of "set-fields"';
  const items = listOf(entry.value, '"set-fields"').items.map((node) => {
    const found = fields(ctx, node, { where, known: keysOf(item) });
    const name = filledTextOf(required(found.name, 'name', node, where), where);
    const wrap = found.wrap && readTemplate(ctx, found.wrap.value, '"wrap"');
    const value = found.value && readTemplate(ctx, found.value.value, '"value"');
    if (wrap === undefined && value === undefined) aspectMissingKey(node.span, 'value', where);
    return { name, ...(wrap ? { wrap } : {}), ...(value ? { value } : {}) };
  });
  return { kind: 'set-fields', fields: items, span: entry.span };
}

/** @throws GotsError advice_wrong_node, template_… */
function apply(advice: SetFields, site: Site): void {
  const { node } = site;
  const body = node.kind === 'CompositeLit' ? literalBody(node.syntax) : undefined;
  if (body === undefined) wrongNode(site, advice, 'a composite literal');
  if (body.children.some((element) => element.kind !== 'keyed_element')) return;
  for (const field of advice.fields) setField(field, body, site);
}

function setField({ name, wrap, value }: FieldValue, body: SyntaxNode, site: Site): void {
  const { node } = site;
  const written = body.children.find((element) => keyOf(node, element) === name)?.field('value');
  const slot = written === undefined ? undefined : goNode(node.unit, unwrapElement(written));
  if (slot !== undefined) {
    const template = wrap ?? value;
    if (template !== undefined)
      node.unit.changes.slots.set(slot.syntax, renderExpression(template, site, current(slot)));
  } else if (value !== undefined) {
    const rendered = renderExpression(value, site, node);
    refuseMoves(rendered.unit);
    const { addedElements } = node.unit.changes;
    addedElements.set(body, [...(addedElements.get(body) ?? []), { name, value: rendered }]);
  }
}

function keyOf(node: GoNode, element: SyntaxNode): string | undefined {
  const key = element.field('key');
  return key === undefined ? undefined : syntaxText(node.unit, unwrapElement(key));
}
