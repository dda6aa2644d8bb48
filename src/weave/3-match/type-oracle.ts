import type { TypeName } from '../../aspects/ir.ts';

/** An expression or type expression of an original file, by its bytes. */
export interface Place {
  /** As in {@link import('../weave-request.ts').GoFile.name}. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** A named (defined) type, reached directly or through one pointer; `path` is empty for types of the universe. */
export interface NamedType {
  readonly path: string;
  readonly name: string;
  readonly pointer: boolean;
}

/** Answers about one package that only type checking can give. Synchronous: answers are prepared by the caller. */
export interface TypeOracle {
  /** Type of the expression; undefined where it has no named type. Type arguments are left out. */
  readonly typeOf: (place: Place) => NamedType | undefined;
  /** Whether the type written at `place` implements the interface; undefined where the interface cannot be found. */
  readonly implementsInterface: (place: Place, type: TypeName) => boolean | undefined;
}
