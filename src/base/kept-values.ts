import { readSealed, writeSealed } from './sealed.ts';

/** Values by key that an earlier process found out, in a sealed file, and those of this one. Plain JSON. The file is read when it is first asked. */
export class KeptValues<T> {
  private readonly file: string;
  private readonly kind: string;
  private known: ReadonlyMap<string, T> | undefined;
  private readonly now = new Map<string, T>();

  /** @param kind what they are and whose: a file of another kind is not believed */
  constructor(file: string, kind: string) {
    this.file = file;
    this.kind = kind;
  }

  get(key: string): T | undefined {
    return this.now.get(key) ?? this.before.get(key);
  }

  /** Notes a value that counts in this process: one that it found out, or one that it was told by `get`. */
  note(key: string, value: T): void {
    this.now.set(key, value);
  }

  /**
   * Files what this process noted, if that changes the file. What cannot be written is found out again.
   *
   * @param withOthers whether the values stay that it did not note
   */
  save(withOthers: boolean): void {
    if (withOthers && this.now.size === 0) return;
    const values = new Map([...(withOthers ? this.before : []), ...this.now]);
    const isSame =
      values.size === this.before.size && [...values].every(([key, value]) => this.before.get(key) === value);
    if (isSame) return;
    try {
      writeSealed(this.file, this.kind, JSON.stringify([...values]));
    } catch {
      // As where it was never written.
    }
  }

  private get before(): ReadonlyMap<string, T> {
    if (!this.known) {
      const sealed = readSealed(this.file, this.kind);
      this.known = new Map('reason' in sealed ? [] : (JSON.parse(sealed.text) as [string, T][]));
    }
    return this.known;
  }
}
