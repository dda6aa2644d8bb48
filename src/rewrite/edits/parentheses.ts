import type { SyntaxNode } from '../../lang/syntax/syntax.ts';
import { current, goNode, syntaxText } from '../../lang/tree/go-node.ts';
import { calleeOf } from '../../lang/tree/syntax-shapes.ts';
import type { GoNode, Unit } from '../../lang/tree/unit.ts';

/** Whether an expression needs parentheses to stand, as one operand, where another expression or a placeholder stood. */
export function needsParentheses(content: GoNode, unit: Unit, place: SyntaxNode): boolean {
  const parent = place.parent;
  if (parent === undefined || parent.kind === 'parenthesized_expression') return false;
  return bindsLooser(content, unit, place, parent) || (isInHeader(place) && showsLiteral(content));
}

function bindsLooser(content: GoNode, unit: Unit, place: SyntaxNode, parent: SyntaxNode): boolean {
  switch (parent.kind) {
    case 'selector_expression':
      return isLoose(content) || /^(?:int|float|imaginary)_literal$/.test(content.syntax.kind);
    case 'call_expression':
    case 'type_conversion_expression':
      return calleeOf(parent) === place && isLoose(content);
    case 'index_expression':
    case 'slice_expression':
    case 'type_assertion_expression':
      return place.fieldName === 'operand' && isLoose(content);
    case 'type_instantiation_expression':
      return place.fieldName === 'type' && isLoose(content);
    case 'unary_expression':
      // Two operators in a row could read as one: `&` `&x`, `-` `-x`.
      return content.kind === 'BinaryExpr' || content.kind === 'UnaryExpr';
    case 'binary_expression':
      return looserOperand(content, unit, place, parent);
    default:
      return false;
  }
}

/** Operators, and types that would swallow what follows, `<-chan T` or `func()`. */
function isLoose({ kind }: GoNode): boolean {
  return /^(?:BinaryExpr|UnaryExpr|StarExpr|FuncType|ChanType)$/.test(kind);
}

function looserOperand(content: GoNode, unit: Unit, place: SyntaxNode, parent: SyntaxNode): boolean {
  const isRight = place.fieldName === 'right';
  if (content.kind === 'UnaryExpr' || content.kind === 'StarExpr') return isRight;
  if (content.kind !== 'BinaryExpr') return false;
  const outer = precedence(unit, parent);
  const inner = precedence(content.unit, content.syntax);
  return isRight ? inner <= outer : inner < outer;
}

/** Go specification, "Operator precedence": 5 binds strongest. */
function precedence(unit: Unit, binary: SyntaxNode): number {
  const operator = binary.field('operator');
  switch (operator === undefined ? '' : syntaxText(unit, operator)) {
    case '||':
      return 1;
    case '&&':
      return 2;
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return 3;
    case '+':
    case '-':
    case '|':
    case '^':
      return 4;
    default:
      return 5;
  }
}

/** In the head of `if`, `for` and `switch` the `{` of a literal would be taken for the block's. */
function isInHeader(place: SyntaxNode): boolean {
  let child = place;
  for (let up = place.parent; up !== undefined; up = up.parent) {
    switch (up.kind) {
      case 'parenthesized_expression':
      case 'argument_list':
      case 'literal_value':
      case 'block':
      case 'statement_list':
        return false;
      case 'index_expression':
        if (child.fieldName === 'index') return false;
        break;
      case 'slice_expression':
        if (child.fieldName !== 'operand') return false;
        break;
      case 'if_statement':
      case 'for_statement':
      case 'expression_switch_statement':
      case 'type_switch_statement':
        return true;
      case 'expression_case':
      case 'type_case':
      case 'communication_case':
        return false;
    }
    child = up;
  }
  return false;
}

/** Whether a literal `T{…}` with a plain type name stands in the open, outside of any brackets. */
function showsLiteral(node: GoNode | undefined): boolean {
  if (node === undefined) return false;
  const { unit, syntax } = node;
  const shows = (part: SyntaxNode | undefined): boolean => {
    const inner = part === undefined ? undefined : goNode(unit, part);
    return inner !== undefined && showsLiteral(current(inner));
  };
  switch (node.kind) {
    case 'CompositeLit': {
      const type = syntax.field('type')?.kind;
      return type === 'type_identifier' || type === 'qualified_type' || type === 'generic_type';
    }
    case 'BinaryExpr':
      return shows(syntax.field('left')) || shows(syntax.field('right'));
    case 'CallExpr':
      return shows(calleeOf(syntax));
    case 'SelectorExpr':
    case 'IndexExpr':
    case 'SliceExpr':
    case 'TypeAssertExpr':
    case 'UnaryExpr':
    case 'StarExpr':
      return shows(syntax.field('operand'));
    default:
      return false;
  }
}
