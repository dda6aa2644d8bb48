import type { SyntaxNode } from '../syntax/syntax.ts';
import { type GoNode, goNode, syntaxText, type Unit } from './go-node.ts';
import { isVariadic } from './syntax-shapes.ts';

/** A function's receiver, parameters and results, with the names that they have by now. */
export interface Signature {
  readonly receiver: FieldGroups | undefined;
  readonly parameters: FieldGroups;
  readonly results: FieldGroups;
}

export interface FieldGroups {
  readonly unit: Unit;
  /** The parameter list or the single result type; undefined for no results. */
  readonly syntax: SyntaxNode | undefined;
  readonly fields: readonly FieldGroup[];
  /** Set when advice has given names. */
  changed: boolean;
}

/** `a, b int` is one group of two names; an unnamed parameter is a group without names. */
export interface FieldGroup {
  readonly syntax: SyntaxNode;
  readonly type: SyntaxNode;
  readonly variadic: boolean;
  readonly written: readonly SyntaxNode[];
  /** As written, or as given by advice. */
  names: string[];
}

/** The signature of a FuncDecl or FuncLit; the same object every time, so that renames are seen by whoever asks later. */
export function signatureOf(fn: GoNode): Signature {
  const { signatures } = fn.unit.changes;
  let signature = signatures.get(fn.syntax);
  if (signature === undefined) {
    const receiver = fn.syntax.field('receiver');
    signature = {
      receiver: receiver === undefined ? undefined : groups(fn.unit, receiver),
      parameters: groups(fn.unit, fn.syntax.field('parameters')),
      results: groups(fn.unit, fn.syntax.field('result')),
    };
    signatures.set(fn.syntax, signature);
  }
  return signature;
}

function groups(unit: Unit, syntax: SyntaxNode | undefined): FieldGroups {
  if (syntax === undefined) return { unit, syntax, fields: [], changed: false };
  if (syntax.kind !== 'parameter_list') {
    const only: FieldGroup = { syntax, type: syntax, variadic: false, written: [], names: [] };
    return { unit, syntax, fields: [only], changed: false };
  }
  return { unit, syntax, fields: syntax.children.map((field) => group(unit, field)), changed: false };
}

function group(unit: Unit, syntax: SyntaxNode): FieldGroup {
  const written = syntax.fields('name');
  return {
    syntax,
    type: syntax.field('type') ?? syntax,
    variadic: isVariadic(syntax),
    written,
    names: written.map((name) => syntaxText(unit, name)),
  };
}

/** The type of a group as an expression; undefined for `...T`, which is no named type. */
export function typeOfGroup(unit: Unit, field: FieldGroup): GoNode | undefined {
  return field.variadic ? undefined : goNode(unit, field.type);
}
