import { fields, filledTextOf, required, yamlText } from '../../../aspects/schema.ts';
import { keysOf, map, text, typeName } from '../../../aspects/shape.ts';
import type { TypeName } from '../../../lang/names/type-name.ts';
import { typeNameAt } from '../../../lang/names/type-name.ts';
import { adviceBadName } from '../../../report/codes/weave.ts';
import type { Site } from '../../../rewrite/file-session.ts';
import { type GoText, pathsIn, typeText } from '../../../rewrite/render/type-text.ts';
import { wrongNode } from '../../../rewrite/wrong-node.ts';
import type { AdviceKind, AnyAdvice } from '../../advice-kind.ts';

/** Appends a field to a struct type; last, so that the offsets of the others stay. */
export interface AddStructField extends AnyAdvice {
  readonly kind: 'add-struct-field';
  readonly name: string;
  readonly type: TypeName | GoText;
}

const shape = map({
  name: { shape: text('a field name'), doc: 'The field.', required: true },
  type: { shape: typeName, doc: 'Its type.', required: true },
});

export const addStructField: AdviceKind<AddStructField> = {
  words: {
    'add-struct-field': {
      shape,
      doc: 'Adds a field at the end of a struct type.',
      example: '{ name: traced, type: bool }',
      read: (entry, ctx) => {
        const where = '"add-struct-field"';
        const found = fields(ctx, entry.value, { where, known: keysOf(shape) });
        const type = required(found.type, 'type', entry.value, where);
        return {
          kind: 'add-struct-field',
          name: filledTextOf(required(found.name, 'name', entry.value, where), where),
          type: typeNameAt(type.value.span, yamlText(type.value, '"type"')),
          span: entry.span,
        };
      },
    },
  },
  templates: () => [],
  injects: ({ type }) => pathsIn(type),
  reads: () => [],
  onNode: {
    fits: {
      accepts: (kind) => kind === 'TypeSpec',
      wanted: 'the definition of a struct type',
      hint: 'match one with "struct-definition"',
    },
    apply,
    mayHideErrors: () => true,
    mayMoveOrder: true,
    oncePerFile: false,
  },
  onPackage: undefined,
};

/** @throws GotsError advice_wrong_node, advice_bad_name */
function apply(advice: AddStructField, site: Site): void {
  const { node } = site;
  const type = node.syntax.field('type');
  if (node.kind !== 'TypeSpec' || type?.kind !== 'struct_type') wrongNode(site, advice, 'a struct type definition');
  if (!/^[\p{L}_][\p{L}\p{Nd}_]*$/u.test(advice.name)) adviceBadName(advice.span, advice.name);
  const { addedFields } = node.unit.changes;
  const fields = addedFields.get(type) ?? [];
  addedFields.set(type, fields);
  fields.push({
    name: advice.name,
    type: typeText(advice.type, site, { unit: node.unit, syntax: type }),
    span: advice.span,
  });
}
