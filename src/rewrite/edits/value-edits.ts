import type { SyntaxNode } from '../../lang/syntax/syntax.ts';
import { governingSpec, writtenValues } from '../../lang/tree/constants.ts';
import type { GoNode, Unit } from '../../lang/tree/unit.ts';
import { constantParts, contentParts, insert, type LocalEdit, type Part, replace, textPart } from './edit-parts.ts';

/** The new values of specifications, and the old ones of constants that repeat those of a changed one. */
export function valueEdits(unit: Unit): LocalEdit[] {
  const { values } = unit.changes;
  const groups = new Set([...values.keys()].flatMap((spec) => (spec.kind === 'const_spec' ? (spec.parent ?? []) : [])));
  return [
    ...[...values].map(([spec, changed]) => assigned(unit, spec, changed)),
    ...[...groups].flatMap((group) => keptConstants(unit, group)),
  ];
}

function assigned(unit: Unit, spec: SyntaxNode, values: readonly GoNode[]): LocalEdit {
  const written = spec.field('value');
  const parts = listParts(values, spec.kind === 'const_spec' ? constantParts : contentParts);
  return written === undefined
    ? insert(spec.end, [...repeatedType(unit, spec), textPart(' = '), ...parts])
    : replace(written, parts);
}

/**
 * A constant without an expression repeats the one above it, which is not its own any more once that was changed. The first
 * of those gets it in writing; the ones below repeat that.
 */
function keptConstants(unit: Unit, group: SyntaxNode): LocalEdit[] {
  const edits: LocalEdit[] = [];
  let repeated: SyntaxNode | undefined;
  for (const spec of group.children) {
    const governing = governingSpec(spec);
    if (unit.changes.values.has(spec)) {
      repeated = undefined;
    } else if (spec !== governing && governing !== repeated && governing !== undefined) {
      const parts = [...repeatedType(unit, spec), textPart(' = '), ...listParts(writtenValues(unit, spec))];
      edits.push(insert(spec.end, parts));
      repeated = governing;
    } else {
      repeated = governing;
    }
  }
  return edits;
}

/** The type is repeated together with the expression. */
function repeatedType(unit: Unit, spec: SyntaxNode): Part[] {
  const governing = governingSpec(spec);
  const type = governing === spec ? undefined : governing?.field('type');
  return type === undefined ? [] : [textPart(' '), { kind: 'range', unit, start: type.start, end: type.end }];
}

function listParts(values: readonly GoNode[], partsOf = contentParts): Part[] {
  return values.flatMap((value, i) => [textPart(i === 0 ? '' : ', '), ...partsOf(value, value.unit, value.syntax)]);
}
