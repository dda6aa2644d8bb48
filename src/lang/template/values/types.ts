/**
 * Types of template values, as far as text/template and fmt can tell them apart. Not modelled, because nothing hands
 * them to a template here: arrays, channels, float32, complex64, pointers other than {@link Dotted} objects.
 */

export type SignedName = 'int' | 'int8' | 'int16' | 'int32' | 'int64';
export type UnsignedName = 'uint' | 'uint8' | 'uint16' | 'uint32' | 'uint64' | 'uintptr';
type BasicName = SignedName | UnsignedName | 'bool' | 'string' | 'float64' | 'complex128';

export type GoType =
  | { readonly kind: 'basic'; readonly name: BasicName }
  | { readonly kind: 'slice'; readonly elem: GoType }
  | { readonly kind: 'map'; readonly key: GoType; readonly elem: GoType }
  | { readonly kind: 'interface' }
  /** A struct, an object or a function type; equal when the names are. */
  | { readonly kind: 'named'; readonly name: string; readonly nilable: boolean }
  /** Only for parameters of built-in functions: the value as it is, even none (Go: reflect.Value). */
  | { readonly kind: 'value' };

export const goInt: GoType = { kind: 'basic', name: 'int' };
export const goString: GoType = { kind: 'basic', name: 'string' };
export const goBool: GoType = { kind: 'basic', name: 'bool' };
export const goFloat64: GoType = { kind: 'basic', name: 'float64' };
export const goAny: GoType = { kind: 'interface' };
export const goValue: GoType = { kind: 'value' };

/** As Go's reflect spells the type: `map[string]interface {}`. */
export function goTypeName(type: GoType): string {
  switch (type.kind) {
    case 'basic':
    case 'named':
      return type.name;
    case 'slice':
      return `[]${goTypeName(type.elem)}`;
    case 'map':
      return `map[${goTypeName(type.key)}]${goTypeName(type.elem)}`;
    case 'interface':
      return 'interface {}';
    case 'value':
      return 'reflect.Value';
  }
}

/** Whether an untyped nil may stand for a value of the type. */
export function canBeNil(type: GoType): boolean {
  return type.kind === 'named' ? type.nilable : type.kind !== 'basic';
}
