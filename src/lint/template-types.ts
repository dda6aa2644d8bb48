import type { Kinds } from '../lang/tree/go-kind.ts';
import { fieldNames } from '../rewrite/render/dot/fields.ts';

/** What is known of a value in a template. */
export type ValueType =
  | { readonly kind: 'dot'; readonly nodes: Kinds }
  | { readonly kind: 'node'; readonly nodes: Kinds }
  | { readonly kind: 'function' }
  /** Text, numbers and flags have no members. */
  | { readonly kind: 'plain' }
  | { readonly kind: 'unknown' };

export const unknown: ValueType = { kind: 'unknown' };

const dotMembers = ['AST', 'Function', 'DirectiveArgs'];

const functionMembers: Readonly<Record<string, ValueType>> = Object.fromEntries(
  [
    'Name',
    'QualifiedName',
    'Receiver',
    'Argument',
    'Result',
    'ArgumentOfType',
    'ResultOfType',
    'ArgumentThatImplements',
    'ResultThatImplements',
    'LastResultThatImplements',
    'FinalResultImplements',
  ].map((name) => [name, { kind: 'plain' }]),
);

export interface MissingMember {
  /** What has no such member, for a message. */
  readonly of: string;
  readonly known: readonly string[];
}

/** The type of `value.name`, or what is wrong with it. */
export function memberType(type: ValueType, name: string): ValueType | MissingMember {
  switch (type.kind) {
    case 'dot':
      if (name === 'AST') return { kind: 'node', nodes: type.nodes };
      if (name === 'Function') return { kind: 'function' };
      return name === 'DirectiveArgs' ? unknown : { of: 'the dot of an aspect', known: dotMembers };
    case 'function':
      return functionMembers[name] ?? { of: '.Function', known: Object.keys(functionMembers) };
    case 'node': {
      const known = fieldNames(type.nodes);
      if (!known.includes(name)) return { of: nodeText(type.nodes), known };
      // What kind of node a field holds depends on the code.
      return name === 'Copy' ? type : { kind: 'node', nodes: 'any' };
    }
    case 'plain':
    case 'unknown':
      return unknown;
  }
}

function nodeText(nodes: Kinds): string {
  return nodes === 'any' ? 'any node' : `a ${[...new Set(nodes)].join(' or ')}`;
}
