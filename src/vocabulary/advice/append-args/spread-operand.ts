import { isDeclaredLocally } from '../../../lang/names/scope.ts';
import type { SyntaxNode } from '../../../lang/syntax/syntax.ts';
import { forEachNode } from '../../../lang/tree/for-each-node.ts';
import { syntaxText } from '../../../lang/tree/go-node.ts';
import { argumentsOf, unparenthesized } from '../../../lang/tree/syntax-shapes.ts';
import type { Unit } from '../../../lang/tree/unit.ts';
import type { Site } from '../../../rewrite/file-session.ts';

/**
 * Whether appending to the last argument of `f(xs...)` writes into no array of the program: there must be no room behind the
 * slice, as with a literal. What appends then is the predeclared function, by its name.
 */
export function canAppendInPlace({ node, session }: Site): boolean {
  const operand = argumentsOf(node.syntax).at(-1);
  if (operand === undefined || isDeclaredLocally(node.unit.tree, node.syntax, 'append')) return false;
  return !session.ctx.packageLevel().has('append') && isTight(node.unit, unparenthesized(operand));
}

function isTight(unit: Unit, operand: SyntaxNode): boolean {
  if (operand.kind === 'composite_literal' || operand.kind === 'nil') return true;
  return (
    operand.kind === 'identifier' && isLiteralVariable(unit, syntaxText(unit, operand), declarationAround(operand))
  );
}

function declarationAround(node: SyntaxNode): SyntaxNode {
  let up = node;
  while (up.parent !== undefined && up.parent.kind !== 'source_file') up = up.parent;
  return up;
}

/** Whether all that gives the name a value in the declaration is one `name := []T{…}`. */
function isLiteralVariable(unit: Unit, name: string, declaration: SyntaxNode): boolean {
  let definitions = 0;
  let others = 0;
  forEachNode(declaration, (node) => {
    if (node.kind !== 'identifier' || syntaxText(unit, node) !== name) return;
    if (isLiteralDefinition(node)) definitions++;
    else if (mayChange(unit, node)) others++;
  });
  return definitions === 1 && others === 0;
}

function isLiteralDefinition({ parent: list }: SyntaxNode): boolean {
  const statement = list?.fieldName === 'left' ? list.parent : undefined;
  const [value, ...more] = statement?.field('right')?.children ?? [];
  const isOne = statement?.kind === 'short_var_declaration' && list?.children.length === 1 && more.length === 0;
  return isOne && value?.kind === 'composite_literal' && value.field('type')?.kind === 'slice_type';
}

/** Whether the name is declared, assigned to or pointed to there. */
function mayChange(unit: Unit, node: SyntaxNode): boolean {
  if (node.fieldName === 'name') return true;
  let { parent } = node;
  while (parent?.kind === 'parenthesized_expression') parent = parent.parent;
  if (parent?.kind === 'unary_expression') return unit.tree.source.text[parent.start] === '&';
  return parent?.kind === 'expression_list' && parent.fieldName === 'left';
}
