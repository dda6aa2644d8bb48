import type { CodeTemplate } from '../lang/template/code-template.ts';
import type { BranchNode, CommandNode, ListNode, Node, OperandNode, PipeNode } from '../lang/template/nodes.ts';
import { parseTemplate } from '../lang/template/template.ts';
import { fromBytes } from '../lang/text/bytes.ts';
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
  /** Variables that hold something of the function around the node. */
  readonly ofFunction: ReadonlySet<string>;
  /** A condition has shown that there is a function around the node. */
  readonly hasFunction: boolean;
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
    const variables = new Map([['$', type]]);
    list(root, { dot: type, variables, ofFunction: new Set(), hasFunction: false }, walk);
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
    case 'text':
    case 'break':
    case 'continue':
      return scope;
  }
}

function branch(node: BranchNode, scope: Scope, walk: Walk): void {
  const value = pipe(node.pipe, scope, walk, node.kind === 'range');
  const dot = node.kind === 'if' ? scope.dot : node.kind === 'with' ? value.type : unknown;
  const hasFunction = scope.hasFunction || value.isOfFunction || isOfFunction(node.pipe, scope);
  list(node.list, { ...value.scope, dot, hasFunction }, walk);
  if (node.otherwise) list(node.otherwise, value.scope, walk);
}

/** `{{ if $x }}`, where the variable holds something of the function. */
function isOfFunction({ commands: [command, ...others] }: PipeNode, { ofFunction }: Scope): boolean {
  const [operand, ...more] = command?.args ?? [];
  return others.length === 0 && more.length === 0 && operand?.kind === 'variable' && ofFunction.has(operand.name);
}

interface PipeValue {
  readonly type: ValueType;
  readonly scope: Scope;
  /** It asks the function around the node, and nothing is done with the answer. */
  readonly isOfFunction: boolean;
}

function pipe(node: PipeNode, scope: Scope, walk: Walk, isRange = false): PipeValue {
  const asked = walk.functions.length;
  let type: ValueType = unknown;
  for (const command of node.commands) type = commandType(command, scope, walk);
  if (node.commands.length !== 1) type = unknown;
  const [first] = node.commands[0]?.args ?? [];
  const isField = first?.kind === 'field' || first?.kind === 'variable';
  const isOfFunction = walk.functions.length > asked && node.commands.length === 1 && isField;
  if (node.variables.length === 0) return { type, scope, isOfFunction };
  const variables = new Map(scope.variables);
  const ofFunction = new Set(scope.ofFunction);
  for (const name of node.variables) {
    if (isOfFunction && !node.assigns) ofFunction.add(name);
    else ofFunction.delete(name);
  }
  // A variable that is assigned again may hold either value from then on.
  for (const name of node.variables) variables.set(name, isRange || node.assigns ? unknown : type);
  return { type, scope: { ...scope, variables, ofFunction }, isOfFunction };
}

function commandType({ args }: CommandNode, scope: Scope, walk: Walk): ValueType {
  const [first, ...others] = args;
  for (const argument of others) operand(argument, scope, walk);
  return operand(first, scope, walk);
}

function operand(node: OperandNode, scope: Scope, walk: Walk): ValueType {
  switch (node.kind) {
    case 'dot':
      return scope.dot;
    case 'field':
      return members(scope.dot, node.names, { offset: node.offset, walk, scope });
    case 'variable':
      return members(scope.variables.get(node.name) ?? unknown, node.fields, { offset: node.offset, walk, scope });
    case 'chain':
      return members(operand(node.head, scope, walk), node.fields, { offset: node.offset, walk, scope });
    case 'pipe':
      return pipe(node, scope, walk).type;
    case 'identifier':
    case 'number':
    case 'bool':
    case 'string':
    case 'nil':
      return unknown;
  }
}

function members(
  start: ValueType,
  names: readonly string[],
  at: { offset: number; walk: Walk; scope: Scope },
): ValueType {
  let type = start;
  for (const bytes of names) {
    const name = fromBytes(bytes);
    if (type.kind === 'function' && !at.scope.hasFunction) at.walk.functions.push({ name, offset: at.offset });
    const next = memberType(type, name);
    if ('kind' in next) type = next;
    else {
      at.walk.bad.push({ ...next, name, offset: at.offset });
      return unknown;
    }
  }
  return type;
}
