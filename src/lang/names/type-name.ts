import { aspectBadTypeName } from '../../report/codes/aspect.ts';
import type { Span } from '../../report/diagnostic.ts';

/** `[*]path.Name`; `path` is undefined for names without one (builtin, or of the package itself). */
export interface TypeName {
  readonly pointer: boolean;
  readonly path?: string | undefined;
  readonly name: string;
}

const grammar = /^(?<star>\*)?[\t\n\f\r ]*(?:(?<path>[\w.-]+(?:\/[\w.-]+)*)\.)?(?<name>[A-Za-z_]\w*)$/;

/**
 * Parses `[*][path.]Name`; the last dot ends the path, so `github.com/A/B.C.t` is `t` of `github.com/A/B.C`.
 *
 * @returns undefined where the text is something else; slices, maps, functions and type arguments are not type names
 */
export function parseTypeName(text: string): TypeName | undefined {
  const { star, path, name } = grammar.exec(text)?.groups ?? {};
  if (name === undefined) return undefined;
  const pointer = star !== undefined;
  return path === undefined ? { pointer, name } : { pointer, path, name };
}

/** As {@link parseTypeName}. @throws GotsError aspect_bad_type_name */
export function typeNameAt(span: Span, text: string): TypeName {
  return parseTypeName(text) ?? aspectBadTypeName(span, text);
}

/** How a type name is written. */
export function printTypeName(type: TypeName): string {
  return `${type.pointer ? '*' : ''}${type.path === undefined ? '' : `${type.path}.`}${type.name}`;
}
