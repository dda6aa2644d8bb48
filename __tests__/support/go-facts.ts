import type { NodeKind, SyntaxNode, SyntaxTree } from '../../src/lang/syntax/syntax.ts';
import { callOf, skipBlanks } from './syntax-views.ts';

/** What the Go program go-facts prints for the same file, read from gots' tree; sorted. */
export function factsOf(tree: SyntaxTree): string[] {
  const out: string[] = tree.comments.map((comment) => `comment ${comment.start}`);
  const visit = (node: SyntaxNode) => {
    const fact = facts[node.kind]?.(node, tree);
    if (typeof fact === 'string') out.push(fact);
    else if (fact) out.push(...fact);
    for (const child of node.children) visit(child);
  };
  visit(tree.root);
  return out.sort();
}

type Fact = (node: SyntaxNode, tree: SyntaxTree) => string | readonly string[] | undefined;

const at = (node: SyntaxNode | undefined): string => (node ? String(node.start) : '-');
const span = (node: SyntaxNode): string => `${node.start} ${node.end}`;
const name: Fact = (node) => `name ${span(node)}`;
const call: Fact = (node, tree) => {
  const found = callOf(tree, node);
  return found && `call ${node.start} ${found.open} ${node.end} ${found.arguments.length}`;
};
const declaration =
  (kind: string): Fact =>
  (node) =>
    `${kind} ${span(node)}`;
const literal =
  (kind: string): Fact =>
  (node) =>
    `${kind} ${span(node)}`;
const values: Fact = (node) => {
  const names = node.fields('name').filter((child) => child.kind === 'identifier');
  const list = node.field('value');
  return `values ${node.start} ${names.length} ${at(node.field('type'))} ${list?.children.length ?? 0} ${node.end}`;
};
const named = (node: SyntaxNode): number => node.fields('name').length;
const field: Fact = (node) => {
  const type = node.field('type') as SyntaxNode;
  return `field ${type.start} ${type.end} ${named(node)}`;
};
/** A result that stands without parentheses is a field list of its own. */
const result = (node: SyntaxNode): string[] => {
  const type = node.field('result');
  return type && type.kind !== 'parameter_list' ? [`field ${span(type)} 0`] : [];
};
const func: Fact = (node) => {
  const [label, parameters] = [node.field('name'), node.field('parameters')];
  return [`func ${node.start} ${at(label)} ${at(parameters)} ${at(node.field('body'))} ${node.end}`, ...result(node)];
};

const facts: Partial<Record<NodeKind, Fact>> = {
  package_clause: (node) => `package ${span(node.children[0] as SyntaxNode)}`,
  function_declaration: func,
  method_declaration: func,
  func_literal: (node) => [`literal ${node.start} ${at(node.field('body'))} ${node.end}`, ...result(node)],
  function_type: result,
  call_expression: call,
  type_conversion_expression: call,
  literal_value: (node) => {
    const start = node.parent?.kind === 'composite_literal' ? node.parent.start : node.start;
    return `composite ${start} ${node.start} ${node.end} ${node.children.length}`;
  },
  keyed_element: (node) => {
    const [key, value] = [node.field('key'), node.field('value')];
    return `pair ${node.start} ${key?.end} ${at(value)} ${node.end}`;
  },
  type_spec: (node) => `type ${node.start} ${at(node.field('type'))} ${node.end}`,
  type_alias: (node) => `alias ${node.start} ${at(node.field('type'))} ${node.end}`,
  import_spec: (node) => `import ${at(node.field('name'))} ${node.field('path')?.start} ${node.end}`,
  var_spec: values,
  const_spec: values,
  import_declaration: declaration('import'),
  const_declaration: declaration('const'),
  var_declaration: declaration('var'),
  type_declaration: declaration('type'),
  struct_type: (node) => {
    const list = node.children[0] as SyntaxNode;
    return `struct ${node.start} ${list.start} ${node.end} ${list.children.length}`;
  },
  interface_type: (node) => `interface ${span(node)}`,
  selector_expression: (node) => `selector ${node.start} ${at(node.field('field'))} ${node.end}`,
  qualified_type: (node) => `selector ${node.start} ${at(node.field('name'))} ${node.end}`,
  parameter_declaration: field,
  type_parameter_declaration: field,
  variadic_parameter_declaration: (node, tree) => {
    const label = node.field('name');
    const dots = label ? skipBlanks(tree, label.end) : node.start;
    return `field ${dots} ${node.end} ${label ? 1 : 0}`;
  },
  field_declaration: (node) => {
    const type = node.field('type') as SyntaxNode;
    return `field ${named(node) > 0 ? type.start : node.start} ${type.end} ${named(node)}`;
  },
  method_elem: (node) => {
    const parameters = node.field('parameters') as SyntaxNode;
    return [`field ${parameters.start} ${node.end} 1`, ...result(node)];
  },
  type_elem: (node) => (node.parent?.kind === 'interface_type' ? `field ${span(node)} 0` : undefined),
  return_statement: (node) => `return ${node.start} ${node.children[0]?.children.length ?? 0} ${node.end}`,
  block: (node) => `block ${span(node)}`,
  statement_list: (node) =>
    node.children
      .filter((child) => child.kind !== 'empty_statement')
      .map((child) => `statement ${child.kind === 'labeled_statement' ? child.start : span(child)}`),
  int_literal: literal('INT'),
  float_literal: literal('FLOAT'),
  imaginary_literal: literal('IMAG'),
  rune_literal: literal('CHAR'),
  interpreted_string_literal: literal('STRING'),
  raw_string_literal: literal('STRING'),
  identifier: name,
  type_identifier: name,
  field_identifier: name,
  package_identifier: name,
  label_name: name,
  blank_identifier: name,
  dot: name,
  nil: name,
  true: name,
  false: name,
  iota: name,
};
