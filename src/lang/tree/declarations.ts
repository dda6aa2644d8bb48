import { isDefinition, isIdentifier } from '../names/scope.ts';
import type { SyntaxNode, SyntaxTree } from '../syntax/syntax.ts';

/** Whether a node is a name that stands for something: no field, method, label, or name behind a dot. */
export function isName(node: SyntaxNode): boolean {
  if (node.kind === 'type_identifier') return node.parent?.kind !== 'qualified_type';
  return isIdentifier(node);
}

/** Whether a name is declared where it stands, below the top level: a variable, constant, type, parameter or result. */
export function isLocalDeclaration(tree: SyntaxTree, node: SyntaxNode): boolean {
  const { parent } = node;
  switch (parent?.kind) {
    case 'parameter_declaration':
    case 'variadic_parameter_declaration':
    case 'type_parameter_declaration':
      return node.fieldName === 'name';
    case 'var_spec':
    case 'const_spec':
    case 'type_spec':
    case 'type_alias':
      return node.fieldName === 'name' && !isTopLevelSpec(parent);
    case 'expression_list':
      return isDefinedList(tree, parent);
    default:
      return false;
  }
}

/** Whether a name is declared where it stands, at the top level of a file; methods do not count. */
export function isTopLevelDeclaration({ parent, fieldName }: SyntaxNode): boolean {
  if (parent === undefined || fieldName !== 'name') return false;
  if (parent.kind === 'function_declaration') return true;
  return /^(?:var|const|type)_(?:spec|alias)$/.test(parent.kind) && isTopLevelSpec(parent);
}

function isTopLevelSpec(spec: SyntaxNode): boolean {
  const above = spec.parent;
  const declaration = above?.kind.endsWith('_list') ? above.parent : above;
  return declaration?.parent?.kind === 'source_file';
}

/** The left side of `:=`, and the variable of a type switch. */
function isDefinedList(tree: SyntaxTree, list: SyntaxNode): boolean {
  const statement = list.parent;
  if (statement?.kind === 'short_var_declaration') return list.fieldName === 'left';
  if (statement?.kind === 'type_switch_statement') return list.fieldName === 'alias';
  const canDefine = statement?.kind === 'range_clause' || statement?.kind === 'receive_statement';
  return canDefine && list.fieldName === 'left' && isDefinition(tree, list);
}
