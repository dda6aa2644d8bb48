import { sprint } from './printf.ts';
import { concrete, type Operand } from './values.ts';

/** What `if`, `with`, `and`, `or` and `not` take for true: not the zero value of its type. Structs and objects are true. */
export function isTrue(operand: Operand): boolean {
  const value = concrete(operand);
  switch (value?.kind) {
    case undefined:
      return false;
    case 'bool':
      return value.value;
    case 'int':
    case 'uint':
      return value.value !== 0n;
    case 'float':
      return value.value !== 0;
    case 'complex':
      return value.real !== 0 || value.imag !== 0;
    case 'string':
      return value.bytes !== '';
    case 'slice':
      return value.to > value.from;
    case 'map':
      return value.entries.length > 0;
    case 'struct':
    case 'func':
    case 'seq':
    case 'object':
    case 'interface':
      return true;
  }
}

/** As messages of `range` show a value: fmt's `%v`; objects by their type, for Go shows what they point to. */
export function formatOperand(operand: Operand): string {
  const value = concrete(operand);
  return value?.kind === 'object' ? value.object.goType : sprint([value]);
}
