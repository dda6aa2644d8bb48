import type { SyntaxNode } from '../syntax/syntax.ts';
import { goNode, syntaxText } from './go-node.ts';
import { isVariadic } from './syntax-shapes.ts';
import type { FieldGroup, FieldGroups, GoNode, Signature, Unit } from './unit.ts';

/** The signature of a FuncDecl or FuncLit; the same object every time, so that later callers see renames. */
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
