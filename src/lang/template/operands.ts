/** Evaluation of pipelines, commands, fields, calls and their arguments. */

import { toBytes } from '../text/bytes.ts';
import { quote } from '../text/quote.ts';
import { type Builtin, builtins } from './built-in-functions.ts';
import { type BuiltinName, builtinNames } from './builtin-names.ts';
import { type AnyNode, type CommandNode, type NumberNode, nodeText, type OperandNode, type PipeNode } from './nodes.ts';
import { fail, guarded, type State, setVariable } from './state.ts';
import { findEntry } from './values/ordering.ts';
import { isTrue } from './values/truth.ts';
import { canBeNil, type GoType, goAny, goTypeName } from './values/types.ts';
import {
  asElement,
  bool,
  bytesValue,
  concrete,
  float,
  fromGo,
  int,
  type Operand,
  type TemplateFunction,
  toGo,
  typeNameOf,
  uint,
} from './values/values.ts';

/** No value comes from the command before. */
const missing = Symbol('missing');
type Piped = Operand | typeof missing;

/** Arguments as written, without the function itself, and what the pipe brings. */
interface Call {
  readonly name: string;
  readonly args: readonly OperandNode[];
  readonly piped: Piped;
  /** Named when the function fails. */
  readonly node: AnyNode;
}

/** Value of the last command; declares or assigns the pipeline's variables. */
export function evalPipeline(state: State, dot: Operand, pipe: PipeNode): Operand {
  state.node = pipe;
  let piped: Piped = missing;
  for (const command of pipe.commands) {
    const value: Operand = evalCommand(state, dot, command, piped);
    piped = value?.kind === 'interface' ? value.value : value;
  }
  const value = piped === missing ? undefined : piped;
  for (const name of pipe.variables) {
    if (pipe.assigns) setVariable(state, name, value);
    else state.variables.push({ name, value });
  }
  return value;
}

function evalCommand(state: State, dot: Operand, command: CommandNode, piped: Piped): Operand {
  const [head, ...args] = command.args;
  const call: Omit<Call, 'name'> = { args, piped, node: head };
  switch (head.kind) {
    case 'field':
    case 'chain':
    case 'variable':
      return evalPath(state, dot, head, call);
    case 'identifier':
      return evalFunction(state, dot, head.name, { ...call, node: command }, head);
  }
  if (head.kind !== 'pipe') state.node = head;
  refuseArguments(state, head, call);
  switch (head.kind) {
    case 'pipe':
      return evalPipeline(state, dot, head);
    case 'dot':
      return dot;
    case 'nil':
      return fail(state, 'nil is not a command');
    case 'bool':
      return bool(head.value);
    case 'string':
      return bytesValue(head.bytes);
    case 'number':
      return untypedNumber(state, head);
  }
}

function refuseArguments(state: State, head: OperandNode, { args, piped }: Pick<Call, 'args' | 'piped'>): void {
  if (args.length > 0 || piped !== missing) fail(state, `can't give argument to non-function ${nodeText(head)}`);
}

/** A number where no type is asked for: its spelling decides. */
function untypedNumber(state: State, node: NumberNode): Operand {
  state.node = node;
  const { literal, text } = node;
  if (literal.complex) return { kind: 'complex', ...literal.complex };
  const hexInteger = /^0[xX][^pP]+$/.test(text);
  const floating = /[.eEpP]/.test(text) && !hexInteger && !text.startsWith("'");
  if (literal.float !== undefined && floating) return float(literal.float);
  if (literal.int !== undefined) return int(literal.int);
  return literal.uint === undefined ? undefined : fail(state, `${text} overflows int`);
}

type Path = Extract<OperandNode, { kind: 'field' | 'chain' | 'variable' }>;

/** `.X.Y`, `(pipe).X`, `$x.Y`: all names but the last without arguments. */
function evalPath(state: State, dot: Operand, path: Path, call: Omit<Call, 'name'>): Operand {
  state.node = path;
  let receiver = dot;
  if (path.kind === 'chain') receiver = evalArg(state, dot, undefined, path.head);
  if (path.kind === 'variable') {
    const variable = state.variables.findLast(({ name }) => name === path.name);
    if (variable === undefined) fail(state, `undefined variable: ${path.name}`);
    receiver = variable.value;
    if (path.fields.length === 0) {
      refuseArguments(state, path, call);
      return receiver;
    }
  }
  const names = path.kind === 'field' ? path.names : path.fields;
  names.forEach((name, i) => {
    const last = i === names.length - 1;
    receiver = evalField(
      state,
      dot,
      receiver,
      last ? { ...call, name } : { name, args: [], piped: missing, node: path },
    );
  });
  return receiver;
}

function evalField(state: State, dot: Operand, receiver: Operand, call: Call): Operand {
  if (receiver === undefined) return undefined;
  const type = typeNameOf(receiver);
  const value = concrete(receiver);
  if (value === undefined) fail(state, `nil pointer evaluating ${type}.${call.name}`);
  const hasArguments = call.args.length > 0 || call.piped !== missing;
  if (value.kind === 'object') {
    const member = value.object.member(call.name);
    if (member?.kind === 'method') return evalCall(state, dot, foreign(member.method), call);
    if (member?.kind === 'field') {
      if (hasArguments) fail(state, `${call.name} has arguments but cannot be invoked as function`);
      return toGo(member.value);
    }
  }
  if (value.kind === 'struct') {
    const field = value.fields.find(([name]) => name === call.name);
    if (field) {
      if (!/^\p{Lu}/u.test(call.name)) fail(state, `${call.name} is an unexported field of struct type ${type}`);
      if (hasArguments) fail(state, `${call.name} has arguments but cannot be invoked as function`);
      return field[1];
    }
  }
  if (value.kind === 'map' && (value.key.kind === 'interface' || goTypeName(value.key) === 'string')) {
    if (hasArguments) fail(state, `${call.name} is not a method but has arguments`);
    const entry = findEntry(value, bytesValue(call.name));
    return entry && asElement(value.elem, entry[1]);
  }
  return fail(state, `can't evaluate field ${call.name} in type ${type}`);
}

const isBuiltin = (name: string): name is BuiltinName => (builtinNames as readonly string[]).includes(name);

/** A function of a caller, taking and giving typed values. A nil result has the static type `any`. */
function foreign(func: TemplateFunction): Builtin {
  return {
    params: func.params,
    variadic: func.variadic,
    call: (args) => toGo(func.call(args.map(fromGo))) ?? { kind: 'interface', value: undefined },
  };
}

function evalFunction(state: State, dot: Operand, name: string, call: Omit<Call, 'name'>, at: AnyNode): Operand {
  state.node = at;
  const own = state.functions.get(name);
  if (own) return evalCall(state, dot, foreign(own), { ...call, name });
  if (!isBuiltin(name)) return fail(state, `${quote(name)} is not a defined function`);
  return evalCall(state, dot, builtins[name], { ...call, name }, name);
}

function evalCall(state: State, dot: Operand, func: Builtin, call: Call, builtin?: BuiltinName): Operand {
  const { name, args, piped, node } = call;
  const given = args.length + (piped === missing ? 0 : 1);
  const fixed = func.params.length;
  if (func.variadic && given < fixed) {
    fail(state, `wrong number of args for ${name}: want at least ${fixed} got ${args.length}`);
  }
  if (!func.variadic && given !== fixed) {
    fail(state, `wrong number of args for ${name}: want ${fixed} got ${given}`);
  }
  if (builtin === 'and' || builtin === 'or') return shortCircuit(state, dot, call, builtin);
  const paramAt = (i: number): GoType => func.params[i] ?? func.variadic ?? goAny;
  const values = args.map((arg, i) => evalArg(state, dot, paramAt(i), arg));
  if (piped !== missing) values.push(assignable(state, piped, paramAt(args.length)));
  if (builtin === 'call') values.unshift(bytesValue(calleeName(args[0], piped)));
  return guarded(
    state,
    (message) => {
      state.node = node;
      return `error calling ${name}: ${toBytes(message)}`;
    },
    () => func.call(values),
  );
}

/** The first argument that settles the question, else the last; later ones are not evaluated. */
function shortCircuit(state: State, dot: Operand, { args, piped }: Call, name: 'and' | 'or'): Operand {
  let value: Operand;
  for (const arg of args) {
    value = evalArg(state, dot, { kind: 'value' }, arg);
    if (isTrue(value) === (name === 'or')) return value;
  }
  return piped === missing ? value : piped;
}

/** What messages of `call` name the function by. */
function calleeName(first: OperandNode | undefined, piped: Piped): string {
  if (first) return nodeText(first);
  if (piped === missing || piped === undefined) return '<invalid Value>';
  return piped.kind === 'string' ? piped.bytes : `<${typeNameOf(piped)} Value>`;
}

/** The value as a parameter of this type takes it. */
function assignable(state: State, operand: Operand, type: GoType | undefined): Operand {
  if (operand === undefined) {
    if (type === undefined || canBeNil(type)) return undefined;
    return fail(state, `invalid value; expected ${goTypeName(type)}`);
  }
  if (type === undefined || type.kind === 'value') return operand;
  if (type.kind === 'interface') return concrete(operand);
  const value = concrete(operand) ?? operand;
  if (typeNameOf(value) === goTypeName(type)) return value;
  return fail(state, `wrong type for value; expected ${goTypeName(type)}; got ${typeNameOf(value)}`);
}

/** @param type of the parameter; undefined: any value, as it is */
function evalArg(state: State, dot: Operand, type: GoType | undefined, node: OperandNode): Operand {
  state.node = node;
  const bare = { args: [], piped: missing, node } as const;
  switch (node.kind) {
    case 'dot':
      return assignable(state, dot, type);
    case 'nil':
      if (type && !canBeNil(type)) fail(state, `cannot assign nil to ${goTypeName(type)}`);
      return undefined;
    case 'field':
    case 'variable':
    case 'chain':
      return assignable(state, evalPath(state, dot, node, bare), type);
    case 'pipe':
      return assignable(state, evalPipeline(state, dot, node), type);
    case 'identifier':
      return assignable(state, evalFunction(state, dot, node.name, bare, node), type);
    case 'bool':
    case 'string':
    case 'number':
      return evalLiteral(state, type ?? goAny, node);
  }
}

type Literal = Extract<OperandNode, { kind: 'bool' | 'string' | 'number' }>;

function evalLiteral(state: State, type: GoType, node: Literal): Operand {
  if (type.kind === 'interface' || type.kind === 'value') {
    if (node.kind === 'number') return untypedNumber(state, node);
    return node.kind === 'bool' ? bool(node.value) : bytesValue(node.bytes);
  }
  if (type.kind !== 'basic') return fail(state, `can't handle ${nodeText(node)} for arg of type ${goTypeName(type)}`);
  const [wanted, value] = literalAs(type.name, node);
  return value ?? fail(state, `expected ${wanted}; found ${nodeText(node)}`);
}

/** The literal as a basic type, and what to call that type when the literal is none. */
function literalAs(name: Extract<GoType, { kind: 'basic' }>['name'], node: Literal): readonly [string, Operand] {
  const number = node.kind === 'number' ? node.literal : {};
  switch (name) {
    case 'bool':
      return ['bool', node.kind === 'bool' ? bool(node.value) : undefined];
    case 'string':
      return ['string', node.kind === 'string' ? bytesValue(node.bytes) : undefined];
    case 'float64':
      return ['float', number.float === undefined ? undefined : float(number.float)];
    case 'complex128':
      return ['complex', number.complex && { kind: 'complex', ...number.complex }];
    case 'int':
    case 'int8':
    case 'int16':
    case 'int32':
    case 'int64':
      return ['integer', number.int === undefined ? undefined : int(number.int, name)];
    default:
      return ['unsigned integer', number.uint === undefined ? undefined : uint(number.uint, name)];
  }
}
