import type { TypeName } from './type-name.ts';

/** An expression or type expression of an original file, by its bytes. */
export interface SourcePlace {
  /** As in {@link import('../../rewrite/package-source.ts').GoFile.name}. */
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

/** How many values go into a call and come out of it. */
export interface CallShape {
  /** Values of its only argument: those of `g()` in `f(g())`. 1 where there are more arguments, or none. */
  readonly values: number;
  /** What is called is a function, not a type or something predeclared. */
  readonly called: boolean;
  /** Parameters in front of the variadic one. */
  readonly params: number;
  readonly variadic: boolean;
  readonly results: number;
  /** The function is generic, and its type arguments are not all written. */
  readonly inferred: boolean;
  /** Of each argument, whether it is a constant or nil. */
  readonly constant: readonly boolean[];
}

/** Type checking did not get that far, and why: the package has errors, or one of its imports cannot be read. */
export interface TypeUnknown {
  readonly unknown: string;
}

export function isUnknown(answer: unknown): answer is TypeUnknown {
  return typeof answer === 'object' && answer !== null && 'unknown' in answer;
}

/** Answers about one package that only type checking can give. Synchronous: answers are prepared by the caller. */
export interface TypeOracle {
  /** Type of the expression; undefined where it has no named type. Aliases are looked through, type arguments left out. */
  readonly typeOf: (place: SourcePlace) => NamedType | TypeUnknown | undefined;
  /** Whether the type written at `place` implements the interface; undefined where the interface cannot be found. */
  readonly implementsInterface: (place: SourcePlace, type: TypeName) => boolean | TypeUnknown | undefined;
  /**
   * The shape of the call at `place`.
   *
   * @param onlyValues what counts is whether its argument has one value: almost always, and where it has not, what is woven for one value
   *   does not compile
   */
  readonly callShape: (place: SourcePlace, onlyValues?: boolean) => CallShape | TypeUnknown;
  /** Path of the package, or '' for the universe, in which the identifier at `place` is declared; undefined for one of a block. */
  readonly packageOf: (place: SourcePlace) => string | TypeUnknown | undefined;
}

/** A question as the oracle program reads it (`helper/oracle/answer.go`). */
export interface TypeQuestion extends SourcePlace {
  readonly kind: 'type' | 'implements' | 'name' | 'call';
  /** {@link likelyAnswer} will do, where the compiler has a look at what is woven: it refuses that if the answer is another. */
  readonly isRefutable?: true;
  readonly interface?: { readonly path: string; readonly name: string };
}

/** A question about the whole package. */
export interface PackageQuestion {
  readonly kind: 'error' | 'order';
}

/** An answer of the oracle program. None of the fields: no named type, a name of no package. */
export interface TypeAnswer {
  readonly named?: NamedType;
  readonly implements?: boolean;
  readonly call?: CallShape;
  /** A package that the program must be shown before it can answer. */
  readonly missing?: string;
  readonly noInterface?: string;
  readonly unknown?: string;
  /** The first thing that is wrong with the package. */
  readonly error?: string;
  /** Variables that are initialised while the program runs, in that order. */
  readonly order?: readonly string[];
}

/** An oracle that knows some answers, and notes the questions to which it does not. */
export interface Inquiry {
  readonly oracle: TypeOracle;
  /** Questions without an answer, each once. What was weaved meanwhile is void: it rests on guesses. */
  readonly open: ReadonlyMap<string, TypeQuestion>;
}

/** @param known answers by the keys of {@link Inquiry.open} */
export function inquiry(known: ReadonlyMap<string, TypeAnswer>): Inquiry {
  const open = new Map<string, TypeQuestion>();
  const ask = (question: TypeQuestion): TypeAnswer | undefined => {
    const key = JSON.stringify(question);
    const answer = known.get(key);
    if (answer === undefined) open.set(key, question);
    return answer;
  };
  const oracle: TypeOracle = {
    typeOf: (place) => {
      const answer = ask({ kind: 'type', ...place });
      return unknownOf(answer) ?? answer?.named;
    },
    implementsInterface: (place, { path = '', name, pointer }) => {
      // No pointer is an interface.
      if (pointer) return undefined;
      const answer = ask({ kind: 'implements', ...place, interface: { path, name } });
      return answer === undefined ? false : (unknownOf(answer) ?? answer.implements);
    },
    callShape: (place, onlyValues) => {
      const answer = ask({ kind: 'call', ...place, ...(onlyValues ? { isRefutable: true } : {}) });
      return unknownOf(answer) ?? answer?.call ?? unknownShape;
    },
    packageOf: (place) => {
      const answer = ask({ kind: 'name', ...place });
      return unknownOf(answer) ?? answer?.named?.path;
    },
  };
  return { oracle, open };
}

/** Until the answer is there. */
const unknownShape: CallShape = {
  values: 1,
  called: false,
  params: 0,
  variadic: false,
  results: 0,
  inferred: false,
  constant: [],
};

/** What almost always is the answer to a question that is refutable. */
export const likelyAnswer: TypeAnswer = { call: unknownShape };

function unknownOf(answer: TypeAnswer | undefined): TypeUnknown | undefined {
  return answer?.unknown === undefined ? undefined : { unknown: answer.unknown };
}
