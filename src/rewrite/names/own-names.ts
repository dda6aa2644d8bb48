/**
 * The names that gots itself writes into a package. All begin with one word that no text of the package and no text that weaving
 * puts into it holds, so these names hide nothing, nothing hides them, and none is declared already.
 */
export interface OwnNames {
  readonly word: string;
  /**
   * Tells that `text`, of whatever origin, becomes a part of the package.
   *
   * @throws WeaveAgain if it holds the word
   */
  readonly admit: (text: string | Buffer) => void;
  /** A number that no other call in the package got. */
  readonly number: () => number;
  readonly foresight: Foresight;
  /** Something was added to it that should have been known when weaving began. */
  isStale: boolean;
}

/** What was found out too late while a package was woven, and is known when it is woven again. */
export interface Foresight {
  /** How many words texts turned out to hold that came later. */
  wordsTaken: number;
  /** Names that injected text declares at the top level, and that mean something else in the package. */
  readonly injected: Set<string>;
  /** File → functions, by where they begin, and those of their local names that hide predeclared ones from templates. */
  readonly locals: Map<string, Map<number, Set<string>>>;
  /** Function, by where it begins and its file → names that it declares and that open statements in it declare too. */
  readonly open: Map<string, Set<string>>;
}

/** The package has to be woven again, with what {@link Foresight} holds now: thrown at the end, so that one time more is enough. */
export class WeaveAgain extends Error {}

export function noForesight(): Foresight {
  return { wordsTaken: 0, injected: new Set(), locals: new Map(), open: new Map() };
}

/** @param texts the files of the package */
export function ownNames(texts: readonly Buffer[], foresight: Foresight): OwnNames {
  const isFree = (word: string): boolean => !texts.some((text) => text.includes(word));
  let last = 0;
  let word: string | undefined;
  const names: OwnNames = {
    foresight,
    isStale: false,
    get word() {
      // Only a package that something is put into has to be searched.
      word ??= wordOf(isFree, foresight.wordsTaken);
      return word;
    },
    admit: (text) => {
      if (!text.includes(names.word)) return;
      foresight.wordsTaken++;
      throw new WeaveAgain();
    },
    number: () => ++last,
  };
  return names;
}

function wordOf(isFree: (word: string) => boolean, taken: number): string {
  let left = taken;
  for (let n = 0; ; n++) {
    const word = n === 0 ? '__gots' : `__gots${n}`;
    if (isFree(word) && left-- === 0) return word;
  }
}

/** A name for an import that the aspect calls `key`. Behind the word of every other name comes a capital letter. */
export function importName({ word }: OwnNames, key: string): string {
  return `${word}_${key.replace(/[^\p{L}\p{Nd}_]/gu, '_')}`;
}

/** A name for anything but an import: `what` in camel case. */
export function ownName({ word }: Pick<OwnNames, 'word'>, what: string): string {
  return `${word}${what.slice(0, 1).toUpperCase()}${what.slice(1)}`;
}

/** The name of what injected text declares as `name`. */
export function injectedName(own: OwnNames, name: string): string {
  return ownName(own, `X${name}`);
}
