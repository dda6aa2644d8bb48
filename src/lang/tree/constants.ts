import type { SyntaxNode } from '../syntax/syntax.ts';
import { current, goNode, syntaxText } from './go-node.ts';
import { listed, unparenthesized } from './syntax-shapes.ts';
import type { GoNode, Unit } from './unit.ts';

/**
 * The specification whose expressions a specification has: itself, or of a constant that repeats those above it, the nearest
 * that has any. Undefined where there is none.
 */
export function governingSpec(spec: SyntaxNode): SyntaxNode | undefined {
  if (spec.field('value') !== undefined) return spec;
  const specs = spec.kind === 'const_spec' ? (spec.parent?.children ?? []) : [];
  return specs.filter((each) => each.start < spec.start && each.field('value') !== undefined).at(-1);
}

/** The values that a specification is written with, one for each name or one call for all; of constants also repeated ones. */
export function writtenValues(unit: Unit, spec: SyntaxNode): readonly GoNode[] {
  return listed(governingSpec(spec)?.field('value')).flatMap((syntax) => {
    const value = goNode(unit, syntax);
    return value === undefined ? [] : [current(value)];
  });
}

/** Whether only a constant can stand there: as the value of one, as the length of an array, as an index in an array literal. */
export function wantsConstant(unit: Unit, place: SyntaxNode): boolean {
  let child = place;
  for (let up = place.parent; up !== undefined; up = up.parent) {
    switch (up.kind) {
      case 'const_spec':
        return child.fieldName === 'value' || child.fieldName === undefined;
      case 'array_type':
        return child.fieldName === 'length';
      case 'keyed_element':
        return child.fieldName === 'key' && isArrayLiteral(up.parent?.parent);
      case 'argument_list':
        // Sizes are constant whatever they are taken of.
        if (isSizeOf(unit, up.parent)) return false;
        break;
      case 'block':
      case 'func_literal':
      case 'literal_value':
      case 'source_file':
        return false;
    }
    child = up;
  }
  return false;
}

function isArrayLiteral(literal: SyntaxNode | undefined): boolean {
  return /^(?:array|implicit_length_array|slice)_type$/.test(literal?.field('type')?.kind ?? '');
}

function isSizeOf(unit: Unit, call: SyntaxNode | undefined): boolean {
  const name = call?.field('function')?.field('field');
  return name !== undefined && /^(?:Sizeof|Alignof|Offsetof)$/.test(syntaxText(unit, name));
}

/** Functions whose results may be constant. */
const builtins = /^(?:len|cap|min|max|real|imag|complex)$/;

/**
 * The part of an expression that makes it no constant, whatever its names stand for; undefined where it may be one. Of
 * conversions and calls of other packages only the compiler can tell which they are.
 */
export function inconstantPart(node: GoNode): GoNode | undefined {
  const { unit, syntax } = current(node);
  const kind = syntax.kind;
  switch (kind) {
    case 'unary_expression': {
      const operator = unit.tree.source.text[syntax.start];
      return operator === '&' || operator === '*' || operator === '<' ? current(node) : firstOf(unit, syntax.children);
    }
    case 'binary_expression':
    case 'parenthesized_expression':
      return firstOf(unit, syntax.children);
    case 'call_expression':
      return inconstantCall(unit, syntax);
    case 'type_conversion_expression':
      return firstOf(unit, syntax.fields('operand'));
    case 'composite_literal':
    case 'func_literal':
    case 'index_expression':
    case 'slice_expression':
    case 'type_assertion_expression':
    case 'nil':
      return current(node);
    default:
      return undefined;
  }
}

function inconstantCall(unit: Unit, call: SyntaxNode): GoNode | undefined {
  const callee = unparenthesized(call.field('function') ?? call);
  const name = callee.kind === 'identifier' ? syntaxText(unit, callee) : '';
  const args = call.field('arguments')?.children ?? [];
  const isCall =
    callee.kind === 'func_literal' ||
    callee.kind === 'call_expression' ||
    /^(?:make|new|append|copy|recover)$/.test(name);
  // A conversion has one operand.
  if (isCall || (args.length !== 1 && name !== '' && !builtins.test(name))) return goNode(unit, call);
  return isSizeOf(unit, call) || builtins.test(name) ? undefined : firstOf(unit, args);
}

function firstOf(unit: Unit, parts: readonly SyntaxNode[]): GoNode | undefined {
  for (const part of parts) {
    const node = part.kind === 'operator' ? undefined : goNode(unit, part);
    const found = node && inconstantPart(node);
    if (found !== undefined) return found;
  }
  return undefined;
}
