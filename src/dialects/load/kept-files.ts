import { hashParts } from '../../base/hash.ts';
import { KeptValues } from '../../base/kept-values.ts';

/**
 * The files of the built-in sets as they were read before, in one file. To read their YAML and their templates takes longer than all else that a
 * plan is made of, and they change with gots alone.
 */
export class KeptFiles {
  private readonly values: KeptValues<unknown>;

  /** @param code of the weaver: what another made of the files is not believed */
  constructor(file: string, code: string) {
    this.values = new KeptValues(file, `aspects ${code}`);
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
    const known = this.values.get(key);
    if (known) {
      this.values.note(key, known);
      return known as File; // what the same text was read as
    }
    const { file, isWhole } = parse();
    if (isWhole) this.values.note(key, file);
    return file;
  }

  /** Files what this plan used beside what others did. */
  save(): void {
    this.values.save(true);
  }
}
