import { isDeclaredLocally } from '../../../lang/names/scope.ts';
import { readable } from '../../../lang/syntax/source.ts';
import type { SyntaxNode, SyntaxTree } from '../../../lang/syntax/syntax.ts';
import { type DeclaredFunction, entriesOf, type Functions } from './declared-functions.ts';

/**
 * What a hook does with its context: `kept` if it may outlive the call, else the methods that are called on it. Only what
 * can be seen for certain counts: method calls, and calls of functions of the same package that do no more. Anything
 * else – an assignment, a closure, a `go` statement, a call of something unknown – may keep it.
 */
export type ContextUse = 'kept' | ReadonlySet<string>;

/** How the function's parameter at `index` is used, calls of other functions included. */
export function contextUse(functions: Functions, name: string, index: number): ContextUse {
  const methods = new Set<string>();
  return follow({ functions, methods, seen: new Set() }, name, index) ? methods : 'kept';
}

interface Search {
  readonly functions: Functions;
  readonly methods: Set<string>;
  readonly seen: Set<string>;
}

/** False as soon as the parameter may be kept. */
function follow(search: Search, name: string, index: number): boolean {
  const key = `${name} ${index}`;
  if (search.seen.has(key)) return true;
  search.seen.add(key);
  const declared = search.functions.get(name);
  const entry = declared && entriesOf(declared)[index];
  const body = declared?.node.field('body');
  if (declared === undefined || entry === undefined || body === undefined || entry.variadic) return false;
  if (declared.node.field('type_parameters') !== undefined) return false;
  if (entry.name === '' || entry.name === '_') return true;
  return everyUse(body, (node) => !isNamed(declared.tree, node, entry.name) || isHarmless(search, declared, node));
}

function everyUse(root: SyntaxNode, holds: (node: SyntaxNode) => boolean): boolean {
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === 'identifier' && !holds(node)) return false;
    open.push(...node.children);
  }
  return true;
}

function isNamed(tree: SyntaxTree, node: SyntaxNode, name: string): boolean {
  return readable(tree.source, node.start, node.end) === name;
}

function isHarmless(search: Search, { tree, node: fn }: DeclaredFunction, use: SyntaxNode): boolean {
  const call = use.parent?.kind === 'argument_list' ? use.parent.parent : use.parent?.parent;
  if (call?.kind !== 'call_expression' || !runsBelow(call, fn)) return false;
  const callee = call.field('function');
  if (callee === undefined || call.field('type_arguments') !== undefined) return false;
  const text = (at: SyntaxNode): string => readable(tree.source, at.start, at.end);
  if (callee === use.parent) {
    const method =
      callee.kind === 'selector_expression' && callee.field('operand') === use ? callee.field('field') : undefined;
    if (method === undefined) return false;
    search.methods.add(text(method));
    return true;
  }
  if (callee.kind !== 'identifier' || isDeclaredLocally(tree, callee, text(callee))) return false;
  const index = use.parent?.children.indexOf(use) ?? -1;
  return follow(search, text(callee), index);
}

/**
 * Whether the call is over when the function is: not in a closure, not with `go`, and not deferred where a loop may
 * defer it many times, as such calls wait on the heap.
 */
function runsBelow(call: SyntaxNode, fn: SyntaxNode): boolean {
  let deferred = false;
  for (let up = call.parent; up !== undefined && up !== fn; up = up.parent) {
    if (up.kind === 'func_literal' || up.kind === 'go_statement') return false;
    if (up.kind === 'defer_statement') deferred = true;
    if (deferred && (up.kind === 'for_statement' || up.kind === 'labeled_statement')) return false;
  }
  return !deferred || !hasLabels(fn);
}

function hasLabels(fn: SyntaxNode): boolean {
  return fn.kind === 'labeled_statement' || fn.children.some(hasLabels);
}
