import type { AdviceOf } from '../../aspects/ir.ts';
import { adviceBadName } from '../../report/codes/weave.ts';
import { typeText } from '../../rewrite/render/type-text.ts';
import type { Site } from '../../rewrite/session.ts';
import { wrongNode } from '../../rewrite/wrong-node.ts';

/** Appends a field to a struct type; last, so that the offsets of the others stay. */
export function addStructField(advice: AdviceOf<'add-struct-field'>, site: Site): void {
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
