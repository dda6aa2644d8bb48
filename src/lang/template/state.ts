/** State of one execution, and the error every part of it raises. */

import { fromBytes } from '../text/bytes.ts';
import { quote } from '../text/quote.ts';
import { TemplateExecError } from './errors.ts';
import { type AnyNode, nodeText, type Tree } from './nodes.ts';
import type { Operand, TemplateFunction } from './values/values.ts';

export type RawChunk =
  | { readonly kind: 'bytes'; readonly bytes: string; readonly offset: number }
  | { readonly kind: 'node'; readonly node: unknown; readonly offset: number };

export interface Program {
  readonly name: string;
  readonly source: string;
  readonly trees: ReadonlyMap<string, Tree>;
}

export interface State {
  readonly program: Program;
  readonly functions: ReadonlyMap<string, TemplateFunction>;
  readonly out: RawChunk[];
  /** Of the template being executed. */
  readonly treeName: string;
  /** Templates that called each other to come here. */
  readonly depth: number;
  /** Innermost last. */
  readonly variables: { readonly name: string; value: Operand }[];
  /** Nodes inside one another that are being walked, over all those templates. */
  nesting: number;
  /** What is being evaluated, for messages. */
  node: AnyNode;
}

/** The text of what was thrown. */
const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

/** @throws TemplateExecError naming the place and the node, as Go does; `message` holds bytes */
export function fail(state: State, message: string, cause?: unknown): never {
  const { offset } = state.node;
  const before = state.program.source.slice(0, offset);
  const line = before.split('\n').length;
  const place = `${state.program.name}:${line}:${offset - (before.lastIndexOf('\n') + 1)}`;
  const where = `executing ${quote(state.treeName)} at <${nodeText(state.node)}>`;
  throw new TemplateExecError(fromBytes(`template: ${place}: ${where}: ${message}`), offset, cause);
}

/** Errors that are bugs of this program rather than of a template. */
const isBug = (thrown: unknown): boolean =>
  thrown instanceof TypeError || thrown instanceof ReferenceError || thrown instanceof RangeError;

/** Runs foreign code; `describe` words its error. Bugs pass through. */
export function guarded<T>(state: State, describe: (message: string) => string, run: () => T): T {
  try {
    return run();
  } catch (thrown) {
    if (isBug(thrown) || thrown instanceof TemplateExecError) throw thrown;
    return fail(state, describe(messageOf(thrown)), thrown);
  }
}

export function setVariable(state: State, name: string, value: Operand): void {
  const variable = state.variables.findLast((v) => v.name === name);
  if (variable === undefined) fail(state, `undefined variable: ${name}`);
  variable.value = value;
}
