import type { TypeName } from '../lang/names/type-name.ts';
import type { Span } from '../report/diagnostic.ts';

/** A package that a join point names, perhaps with something that it has to declare. */
export interface Mention {
  readonly path: string;
  readonly span: Span;
  readonly symbol?: MentionedSymbol | undefined;
}

export interface MentionedSymbol {
  readonly name: string;
  /** `declaration`: a function, a type, a variable or a constant; `declaration or method`: one of these, or a method. */
  readonly what: 'type' | 'method' | 'declaration' | 'declaration or method';
  /** The type whose method it is. */
  readonly receiver?: string | undefined;
}

/** The package of a type, which has to declare it. */
export function mentionOfType(type: TypeName, span: Span): Mention[] {
  return type.path === undefined ? [] : [{ path: type.path, span, symbol: { name: type.name, what: 'type' } }];
}
