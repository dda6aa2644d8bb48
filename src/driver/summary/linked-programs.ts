import { type Importcfg, modinfoOf } from '../../toolexec/importcfg.ts';
import { modulesIn } from '../../toolexec/modinfo.ts';

/** What the programs hold that a build has linked, as go knows it: without what weaving adds. */
export class LinkedPrograms {
  private readonly files = new Map<string, string>();
  private readonly versions = new Map<string, string>();

  /** Notes a program. */
  note(importcfg: Importcfg): void {
    for (const [path, file] of importcfg.packageFiles) this.files.set(path, file);
    const modinfo = modinfoOf(importcfg);
    if (modinfo === undefined) return;
    for (const { path, version } of modulesIn(modinfo)) this.versions.set(path, version);
  }

  /** Whether the build linked nothing. */
  get isEmpty(): boolean {
    return this.files.size === 0;
  }

  /** Archive by import path. */
  get packages(): ReadonlyMap<string, string> {
    return this.files;
  }

  /** Version by path of the modules that the build information names, main modules left out; of a replaced module its own. */
  get modules(): ReadonlyMap<string, string> {
    return this.versions;
  }
}
