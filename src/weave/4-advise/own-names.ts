/**
 * The word that every name begins with that gots itself writes into a package. No text of the package and no text that
 * weaving puts into it holds the word, so these names hide nothing, nothing hides them, and none is declared already.
 */
export interface OwnNames {
  readonly word: string;
  /**
   * Tells that `text`, of whatever origin, becomes a part of the package.
   *
   * @throws WordTaken if it holds the word: then the package must be woven again, with another one
   */
  readonly admit: (text: string | Buffer) => void;
  /** A number that no other call in the package got. */
  readonly number: () => number;
}

export class WordTaken extends Error {}

/** @param texts the files of the package; only those words count as tried that none of them holds */
export function ownNames(texts: readonly Buffer[], tried: number): OwnNames {
  const isFree = (word: string): boolean => !texts.some((text) => text.includes(word));
  let last = 0;
  const names: OwnNames = {
    get word() {
      // Only a package that something is put into has to be searched.
      const word = wordOf(isFree, tried);
      Object.defineProperty(names, 'word', { value: word });
      return word;
    },
    admit: (text) => {
      if (text.includes(names.word)) throw new WordTaken();
    },
    number: () => ++last,
  };
  return names;
}

function wordOf(isFree: (word: string) => boolean, tried: number): string {
  let left = tried;
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
export function ownName({ word }: OwnNames, what: string): string {
  return `${word}${what.slice(0, 1).toUpperCase()}${what.slice(1)}`;
}
