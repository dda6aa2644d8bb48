import type { SyntaxNode } from '../../lang/syntax/syntax.ts';
import { wantsConstant } from '../../lang/tree/constants.ts';
import { spanOf } from '../../lang/tree/span.ts';
import type { AddedElement, AddedField, Beside, FieldGroups, Prepended, Unit } from '../../lang/tree/unit.ts';
import { callEdits, inFunction } from './call-edits.ts';
import { constantParts, contentParts, insert, type LocalEdit, type Part, replace, textPart } from './edit-parts.ts';
import { valueEdits } from './value-edits.ts';

/** Everything that advice did to a unit, as edits; of two with the same range, the later is the outer one. */
export function localEdits(unit: Unit): LocalEdit[] {
  const { changes } = unit;
  const edits: LocalEdit[] = [];
  for (const [{ start, end }, said] of changes.directives) edits.push({ start, end, parts: [textPart(said)] });
  for (const [node, replacement] of changes.texts)
    edits.push(replace(node, [textPart(replacement, spanOf(unit, node.start))]));
  for (const node of changes.dropped) edits.push(replace(node, []));
  for (const [node, moved] of unit.rendered?.holes ?? []) edits.push(replace(node, contentParts(moved, unit, node)));
  for (const [node, content] of changes.slots) {
    const partsOf = wantsConstant(unit, node) ? constantParts : contentParts;
    const late = node.parent && changes.late.get(node.parent);
    edits.push(replace(node, late ? inFunction(content, late.span) : partsOf(content, unit, node)));
  }
  for (const block of new Set([...changes.prepended.keys(), ...changes.jumps.keys()])) {
    const prepended = (changes.prepended.get(block) ?? []).toReversed().flatMap(blockParts);
    const jumps = (changes.jumps.get(block) ?? []).map((jump) => textPart(jump.text, jump.span));
    edits.push(insert(block.start + 1, [...prepended, ...jumps]));
  }
  for (const [statement, placed] of changes.beside) {
    const parts = (placement: Beside['placement']): Part[] =>
      placed.flatMap((each) => (each.placement === placement ? blockParts({ unit: each.unit, open: true }) : []));
    const [before, after] = [parts('before'), parts('after')];
    if (before.length > 0) edits.push(insert(statement.start, before));
    if (after.length > 0) edits.push(insert(statement.end, after));
  }
  for (const [body, elements] of changes.addedElements) edits.push(addedElements(body, elements));
  edits.push(...callEdits(unit));
  edits.push(...valueEdits(unit));
  for (const [struct, fields] of changes.addedFields) {
    const list = struct.children[0] ?? struct;
    edits.push(insert(list.end - 1, addedFields(unit, list, fields)));
  }
  for (const { receiver, parameters, results } of changes.signatures.values()) {
    for (const groups of [receiver, parameters, results]) if (groups?.changed) edits.push(...renamed(groups));
  }
  return edits;
}

/** Statements in a block of their own, so that what they declare stays inside. */
function blockParts({ unit, open }: Prepended): Part[] {
  const body = unit.tree.root.children.find((child) => child.kind === 'function_declaration')?.field('body');
  if (body === undefined) return [];
  const statements: Part = { kind: 'range', unit, start: body.start + 1, end: body.end - 1 };
  // The text ends in a newline, which ends its last statement.
  return open ? [statements] : [textPart('{'), statements, textPart('};')];
}

function addedElements(body: SyntaxNode, elements: readonly AddedElement[]): LocalEdit {
  const isLast = (i: number): boolean => i === elements.length - 1 && body.children.length === 0;
  const parts = elements.flatMap(({ name, value }, i) => [
    textPart(`${name}: `),
    ...contentParts(value, value.unit, value.syntax),
    textPart(isLast(i) ? '' : ', '),
  ]);
  return insert(body.start + 1, parts);
}

/** Fields are separated by newlines or semicolons; two separators in a row would be a syntax error. */
function addedFields(unit: Unit, list: SyntaxNode, fields: readonly AddedField[]): Part[] {
  const last = list.children.at(-1);
  const before = unit.tree.source.text.slice(last?.end ?? list.end, list.end - 1);
  const isSeparated = last === undefined || before.includes('\n') || /^\s*;/.test(before);
  return fields.flatMap(({ name, type, span }, i) => [
    textPart(i === 0 && isSeparated ? ' ' : '; '),
    textPart(`${name} ${type}`, span),
  ]);
}

/** An unnamed list gets a name for each entry, a named one new names for its `_`. */
function renamed({ syntax, fields }: FieldGroups): LocalEdit[] {
  const edits = fields.flatMap(({ written, names, syntax: field }) => {
    if (written.length === 0) return [insert(field.start, [textPart(`${names[0] ?? '_'} `)])];
    return written.map((name, i) => replace(name, [textPart(names[i] ?? '_')]));
  });
  // A single result stands without parentheses as long as it has no name.
  if (syntax === undefined || syntax.kind === 'parameter_list') return edits;
  const [only] = edits;
  return [insert(syntax.start, [textPart('('), ...(only?.parts ?? [])]), insert(syntax.end, [textPart(')')])];
}
