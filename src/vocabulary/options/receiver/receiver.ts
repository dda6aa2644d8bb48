import { plainBoolean, scalarOf } from '../../../aspects/schema.ts';
import { anyOf, flag, typeName } from '../../../aspects/shape.ts';
import type { YamlEntry } from '../../../aspects/yaml-node.ts';
import { matchesDefinition } from '../../../lang/names/matches-type.ts';
import { printTypeName, type TypeName, typeNameAt } from '../../../lang/names/type-name.ts';
import { receiverText } from '../../../lang/tree/functions.ts';
import { signatureOf, typeOfGroup } from '../../../lang/tree/signature.ts';
import { aspectBadValue } from '../../../report/codes/aspect.ts';
import { nowhere, pathIs } from '../../conditions/condition.ts';
import { nothing } from '../../nothing.ts';
import type { OptionKind } from '../../option-kind.ts';
import { possibly } from '../../reach.ts';
import type { HasReceiver } from '../has-receiver/has-receiver.ts';

/** A method of that type, which belongs to the package of the function. */
export interface Receiver {
  readonly kind: 'receiver';
  readonly type: TypeName;
}

export const receiver: OptionKind<Receiver, Receiver | HasReceiver> = {
  words: {
    receiver: {
      shape: anyOf(flag, typeName),
      doc: 'The type of the receiver, or whether there is one.',
      example: '"*net/http.ServeMux"',
      read,
    },
  },
  types: ({ type }) => [type],
  interfaces: nothing,
  implied: ({ type }) => [type],
  texts: ({ type }) => [type.name],
  near: ({ type }) => [type.name],
  reach: ({ type }, facts) => possibly(type.path === facts.importPath),
  bound: ({ type }) => (type.path === undefined ? nowhere : pathIs(type.path)),
  holds: ({ type }, fn, ctx) => {
    const fields = signatureOf(fn).receiver?.fields;
    const only = fields?.length === 1 ? fields[0] : undefined;
    return only !== undefined && matchesDefinition(type, typeOfGroup(fn.unit, only), ctx);
  },
  explain: {
    package: ({ type }, { importPath }) =>
      type.path === importPath
        ? undefined
        : `the package is ${importPath}, and the receiver is a type of ${type.path ?? 'no package'}`,
    node: (_, fn, { facts }) => {
      const found = receiverText(fn);
      if (found === '') return 'there is no receiver';
      const isPointer = found.startsWith('*');
      return `the receiver is ${isPointer ? '*' : ''}${facts.importPath}.${isPointer ? found.slice(1) : found}`;
    },
  },
  lint: {
    impossible: ({ type }) =>
      type.path === undefined ? `a receiver is named with its package: path.${type.name}` : undefined,
    fixes: ({ type }) => [
      ['a receiver', printTypeName(type)],
      ['whether a function is a method', 'true'],
    ],
    home: ({ type }) => type.path,
  },
};

/** A bare `true` or `false` asks whether there is a receiver; anything else names its type. */
function read(entry: YamlEntry): Receiver | HasReceiver {
  const scalar = scalarOf(entry.value, '"receiver"');
  const has = plainBoolean(scalar);
  if (has !== undefined) return { kind: 'has-receiver', value: has };
  if (scalar.plain && scalar.text !== '' && !Number.isNaN(Number(scalar.text))) {
    aspectBadValue(scalar.span, '"receiver"', scalar.text, 'a type name, true or false');
  }
  return { kind: 'receiver', type: typeNameAt(scalar.span, scalar.text) };
}
