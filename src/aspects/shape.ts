/** What a value in an aspect file looks like. The readers take their keys from it, the JSON schema is made of it. */
export type Shape =
  | { readonly kind: 'text'; readonly of?: string | undefined; readonly pattern?: string | undefined }
  | { readonly kind: 'flag' }
  | { readonly kind: 'number' }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  /** `empty`: the value may be left out altogether. */
  | { readonly kind: 'list'; readonly of: Shape; readonly empty?: boolean | undefined }
  | { readonly kind: 'texts-by-name' }
  | { readonly kind: 'map'; readonly keys: Keys; readonly empty?: boolean | undefined }
  | { readonly kind: 'any-of'; readonly shapes: readonly Shape[] }
  | { readonly kind: 'ref'; readonly name: 'join-point' | 'advice' | 'function-option' | 'aspect' };

export interface Key {
  readonly shape: Shape;
  readonly doc: string;
  readonly required?: boolean | undefined;
}

export type Keys = Readonly<Record<string, Key>>;

/** A word with its meaning: a join point, an option of `function`, an advice. */
export interface Word {
  readonly shape: Shape;
  readonly doc: string;
  /** The value as one would write it, on one line. */
  readonly example: string;
}

export const text = (of?: string, pattern?: string): Shape => ({ kind: 'text', of, pattern });
export const flag: Shape = { kind: 'flag' };
export const number: Shape = { kind: 'number' };
export const textsByName: Shape = { kind: 'texts-by-name' };
export const choice = (...values: string[]): Shape => ({ kind: 'choice', values });
export const list = (of: Shape, empty = false): Shape => ({ kind: 'list', of, empty });
export const anyOf = (...shapes: Shape[]): Shape => ({ kind: 'any-of', shapes });
export const ref = (name: Extract<Shape, { kind: 'ref' }>['name']): Shape => ({ kind: 'ref', name });
export const map = <K extends Keys>(keys: K, empty = false): { kind: 'map'; keys: K; empty: boolean } => ({
  kind: 'map',
  keys,
  empty,
});

/** The keys that a mapping knows, for `fields`. */
export function keysOf<K extends Keys>(shape: { readonly keys: K }): readonly (keyof K & string)[] {
  return Object.keys(shape.keys);
}

/** `[*]path.Name`, as the readers take it. */
export const typeName = text('a type name', '^\\*?\\s*(?:[\\w.\\-]+(?:/[\\w.\\-]+)*\\.)?[A-Za-z_]\\w*$');
export const importPath = text('an import path');
