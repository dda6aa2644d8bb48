/** Execution of templates: text, actions and control structures. Values: operands.ts. */
import { toBytes } from '../text/bytes.ts';
import { quote } from '../text/quote.ts';
import { type BranchNode, type Node, nodeText, type TemplateNode } from './nodes.ts';
import { evalPipeline } from './operands.ts';
import { fail, guarded, type Program, type RawChunk, type State, setVariable } from './state.ts';
import { sortedEntries } from './values/ordering.ts';
import { sprint } from './values/printf.ts';
import { formatOperand, isTrue } from './values/truth.ts';
import {
  asElement,
  concrete,
  type GoValue,
  int,
  items,
  type Operand,
  type Printed,
  type Sequence,
  type TemplateFunction,
  toGo,
  typeNameOf,
} from './values/values.ts';

export type { RawChunk } from './state.ts';

/** Go takes 100000, 1000 where stacks are small. */
const maxDepth = 500;
/** Of templates and their control structures together: keeps far from the end of the JavaScript stack. */
const maxNesting = 1500;

/** How a walk ended: at its end, or on the way out of a range. */
type Exit = 'break' | 'continue' | undefined;

/**
 * Executes the template that has the program's name.
 *
 * @throws TemplateExecError
 */
export function runTemplate(
  program: Program,
  dot: Operand,
  functions: ReadonlyMap<string, TemplateFunction>,
): readonly RawChunk[] {
  const tree = program.trees.get(program.name);
  const out: RawChunk[] = [];
  if (tree === undefined) return out;
  const variables = [{ name: '$', value: dot }];
  const start = { treeName: program.name, depth: 0, nesting: 0, variables, node: tree.root };
  const state: State = { program, functions, out, ...start };
  walk(state, dot, tree.root);
  return out;
}

function walk(state: State, dot: Operand, node: Node): Exit {
  state.node = node;
  if (state.nesting === maxNesting) fail(state, `exceeded maximum nesting of control structures (${maxNesting})`);
  state.nesting++;
  const exit = walkNode(state, dot, node);
  state.nesting--;
  return exit;
}

function walkNode(state: State, dot: Operand, node: Node): Exit {
  switch (node.kind) {
    case 'list':
      for (const child of node.nodes) {
        const exit = walk(state, dot, child);
        if (exit) return exit;
      }
      return undefined;
    case 'text':
      write(state, node.bytes, node.offset);
      return undefined;
    case 'action': {
      const value = evalPipeline(state, dot, node.pipe);
      if (node.pipe.variables.length === 0) printAction(state, node, value);
      return undefined;
    }
    case 'if':
    case 'with':
      return walkCondition(state, dot, node);
    case 'range':
      return walkRange(state, dot, node);
    case 'template':
      walkTemplate(state, dot, node);
      return undefined;
    case 'break':
    case 'continue':
      return node.kind;
  }
}

function write(state: State, bytes: string, offset: number): void {
  if (bytes !== '') state.out.push({ kind: 'bytes', bytes, offset });
}

function printAction(state: State, node: Node, operand: Operand): void {
  state.node = node;
  const printed = guarded(state, toBytes, () => printedForm(operand));
  if (printed === undefined) fail(state, `can't print ${nodeText(node)} of type ${operand && typeNameOf(operand)}`);
  if (typeof printed === 'string') write(state, printed, node.offset);
  else if (printed.kind === 'text') write(state, toBytes(printed.text), node.offset);
  else state.out.push({ kind: 'node', node: printed.node, offset: node.offset });
}

/** Bytes, or what an object says it prints as; undefined for what cannot be printed. */
function printedForm(operand: Operand): string | Printed | undefined {
  if (operand === undefined) return '<no value>';
  const value = concrete(operand);
  if (value?.kind === 'func' || value?.kind === 'seq') return undefined;
  return value?.kind === 'object' ? value.object.print?.() : sprint([value]);
}

function walkCondition(state: State, dot: Operand, node: BranchNode): Exit {
  const mark = state.variables.length;
  const value = evalPipeline(state, dot, node.pipe);
  let exit: Exit;
  if (isTrue(value)) exit = walk(state, node.kind === 'with' ? value : dot, node.list);
  else if (node.otherwise) exit = walk(state, dot, node.otherwise);
  state.variables.length = mark;
  return exit;
}

type Step = readonly [index: Operand, element: Operand];

function walkRange(state: State, dot: Operand, node: BranchNode): Exit {
  state.node = node;
  const outside = state.variables.length;
  const steps = rangeSteps(state, node, concrete(evalPipeline(state, dot, node.pipe)));
  const mark = state.variables.length;
  let ran = false;
  for (const step of steps) {
    ran = true;
    bindStep(state, node, step);
    const exit = walk(state, step[1], node.list);
    state.variables.length = mark;
    if (exit === 'break') break;
  }
  // In the else list, `continue` means the range around this one, but text/template ends only this range at a `break`.
  const exit = !ran && node.otherwise ? walk(state, dot, node.otherwise) : undefined;
  state.variables.length = outside;
  return exit === 'continue' ? exit : undefined;
}

/** With one variable it is the element; with two, index and element. */
function bindStep(state: State, node: BranchNode, [index, element]: Step): void {
  const { variables, assigns } = node.pipe;
  const values = variables.length === 1 ? [element] : [index, element];
  const base = state.variables.length - variables.length;
  for (const [i, name] of variables.entries()) {
    const declared = state.variables[base + i];
    if (assigns) setVariable(state, name, values[i]);
    else if (declared) declared.value = values[i];
  }
}

/** Nothing for nil, which counts as empty. */
function rangeSteps(state: State, node: BranchNode, value: Operand): Iterable<Step> {
  const two = node.pipe.variables.length > 1;
  switch (value?.kind) {
    case undefined:
      return [];
    case 'int':
    case 'uint':
      if (two) fail(state, `can't use ${value.value} to iterate over more than one variable`);
      return count(value);
    case 'slice':
      return items(value).map((item, i): Step => [int(i), item]);
    case 'map':
      return sortedEntries(value).map(([key, item]): Step => [asElement(value.key, key), asElement(value.elem, item)]);
    case 'seq':
      if (two && value.seq.width === 1)
        fail(state, `can't use ${formatOperand(value)} iterate over more than one variable`);
      return sequence(value.seq, two);
    case 'bool':
    case 'float':
    case 'complex':
    case 'string':
    case 'struct':
    case 'func':
    case 'object':
    case 'interface':
      return fail(state, `range can't iterate over ${formatOperand(value)}`);
  }
}

function* count(limit: Extract<GoValue, { kind: 'int' | 'uint' }>): Generator<Step> {
  for (let i = 0n; i < limit.value; i++) yield [undefined, { ...limit, value: i }];
}

function* sequence(seq: Sequence, two: boolean): Generator<Step> {
  for (const [first, second] of seq.iterate()) {
    if (two) yield [toGo(first), toGo(second)];
    else yield [undefined, toGo(first)];
  }
}

function walkTemplate(state: State, dot: Operand, node: TemplateNode): void {
  state.node = node;
  const tree = state.program.trees.get(node.name);
  if (tree === undefined) fail(state, `template ${quote(node.name)} not defined`);
  if (state.depth === maxDepth) fail(state, `exceeded maximum template depth (${maxDepth})`);
  const value = node.pipe ? evalPipeline(state, dot, node.pipe) : undefined;
  const variables = [{ name: '$', value }];
  walk({ ...state, treeName: tree.name, depth: state.depth + 1, variables, node }, value, tree.root);
}
