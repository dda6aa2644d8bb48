import { hashParts } from '../../base/hash.ts';
import { readSealed, writeSealed } from '../../base/sealed.ts';

const kindOf = (code: string): string => `aspects ${code}`;

/**
 * The files of the built-in sets as they were read before, in one file. To read their YAML and their templates takes longer than all else that a
 * plan is made of, and they change with gots alone.
 */
export class KeptFiles {
  private readonly file: string;
  private readonly code: string;
  private readonly before: ReadonlyMap<string, unknown>;
  private readonly now = new Map<string, unknown>();

  /** @param code of the weaver: what another made of the files is not believed */
  constructor(file: string, code: string) {
    this.file = file;
    this.code = code;
    const sealed = readSealed(file, kindOf(code));
    this.before = new Map('reason' in sealed ? [] : (JSON.parse(sealed.text) as [string, unknown][]));
  }

  /**
   * What an aspect file says: of a built-in set as it was read before, if its name and content are the same.
   *
   * @param parse reads the file; `isWhole` where it had nothing to warn of, which would be lost
   */
  recall<File>(
    { display, bytes }: { readonly display: string; readonly bytes: Buffer },
    parse: () => { readonly file: File; readonly isWhole: boolean },
  ): File {
    if (!display.startsWith('gots:')) return parse().file;
    const key = hashParts(display, bytes);
    const known = this.now.get(key) ?? this.before.get(key);
    if (known) {
      this.now.set(key, known);
      return known as File; // what the same text was read as
    }
    const { file, isWhole } = parse();
    if (isWhole) this.now.set(key, file);
    return file;
  }

  /** Files what this plan used. What cannot be written is read again. */
  save(): void {
    if ([...this.now.keys()].every((key) => this.before.has(key))) return;
    try {
      writeSealed(this.file, kindOf(this.code), JSON.stringify([...this.before, ...this.now]));
    } catch {
      // The plan itself is written next, and says what is wrong with the folder.
    }
  }
}
