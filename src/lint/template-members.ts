import type { CodeTemplate } from '../aspects/ir.ts';
import { fromBytes } from '../weave/4-advise/template/bytes.ts';
import type { BranchNode, CommandNode, ListNode, Node, Operand, PipeNode } from '../weave/4-advise/template/nodes.ts';
import { parseTemplate } from '../weave/4-advise/template/template.ts';
import { type MissingMember, memberType, unknown, type ValueType } from './template-types.ts';

/** A member that the value in front of it never has. */
export interface BadMember extends MissingMember {
  readonly name: string;
  /** Bytes from the start of the template. */
  readonly offset: number;
}

/** A use of the function around the node, which fails where there is none. */
export interface FunctionUse {
  readonly name: string;
  readonly offset: number;
}

interface Scope {
  readonly dot: ValueType;
  readonly variables: ReadonlyMap<string, ValueType>;
}

interface Walk {
  readonly bad: BadMember[];
  readonly functions: FunctionUse[];
}

/**
 * Follows what a template asks of its dot. Values whose type is not known (what functions return, items of lists) are let
 * pass.
 *
 * @param template syntax is right
 */
export function templateMembers(template: CodeTemplate, dot: ValueType): Walk {
  const walk: Walk = { bad: [], functions: [] };
  const { trees, name } = parseTemplate('code.Template', template.source, ['Version']);
  for (const [tree, { root }] of trees) {
    // What a defined template is given depends on its callers.
    const type = tree === name ? dot : unknown;
    list(root, { dot: type, variables: new Map([['$', type]]) }, walk);
  }
  return walk;
}

function list({ nodes }: ListNode, scope: Scope, walk: Walk): void {
  let inside = scope;
  for (const node of nodes) inside = visit(node, inside, walk);
}

/** Returns the scope behind the node: it may declare variables. */
function visit(node: Node, scope: Scope, walk: Walk): Scope {
  switch (node.kind) {
    case 'action':
      return pipe(node.pipe, scope, walk).scope;
    case 'template':
      if (node.pipe) pipe(node.pipe, scope, walk);
      return scope;
    case 'if':
    case 'with':
    case 'range':
      branch(node, scope, walk);
      return scope;
    case 'list':
      list(node, scope, walk);
      return scope;
    default:
      return scope;
  }
}

function branch(node: BranchNode, scope: Scope, walk: Walk): void {
  const value = pipe(node.pipe, scope, walk, node.kind === 'range');
  const dot = node.kind === 'if' ? scope.dot : node.kind === 'with' ? value.type : unknown;
  list(node.list, { ...value.scope, dot }, walk);
  if (node.otherwise) list(node.otherwise, value.scope, walk);
}

function pipe(node: PipeNode, scope: Scope, walk: Walk, isRange = false): { type: ValueType; scope: Scope } {
  let type: ValueType = unknown;
  for (const command of node.commands) type = commandType(command, scope, walk);
  if (node.commands.length !== 1) type = unknown;
  if (node.variables.length === 0) return { type, scope };
  const variables = new Map(scope.variables);
  // A variable that is assigned anew may hold either value from then on.
  for (const name of node.variables) variables.set(name, isRange || node.assigns ? unknown : type);
  return { type, scope: { ...scope, variables } };
}

function commandType({ args }: CommandNode, scope: Scope, walk: Walk): ValueType {
  const [first, ...others] = args;
  for (const argument of others) operand(argument, scope, walk);
  return operand(first, scope, walk);
}

function operand(node: Operand, scope: Scope, walk: Walk): ValueType {
  switch (node.kind) {
    case 'dot':
      return scope.dot;
    case 'field':
      return members(scope.dot, node.names, { offset: node.offset, walk });
    case 'variable':
      return members(scope.variables.get(node.name) ?? unknown, node.fields, { offset: node.offset, walk });
    case 'chain':
      return members(operand(node.head, scope, walk), node.fields, { offset: node.offset, walk });
    case 'pipe':
      return pipe(node, scope, walk).type;
    default:
      return unknown;
  }
}

function members(start: ValueType, names: readonly string[], at: { offset: number; walk: Walk }): ValueType {
  let type = start;
  for (const bytes of names) {
    const name = fromBytes(bytes);
    if (type.kind === 'function') at.walk.functions.push({ name, offset: at.offset });
    const next = memberType(type, name);
    if ('kind' in next) type = next;
    else {
      at.walk.bad.push({ ...next, name, offset: at.offset });
      return unknown;
    }
  }
  return type;
}
