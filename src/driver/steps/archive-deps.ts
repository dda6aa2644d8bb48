import { closeSync, openSync, readSync } from 'node:fs';
import { archiveMagic, memberHeaderBytes } from '../../toolexec/archive.ts';
import { type LinkDep, linkDepsMember, parseLinkDeps } from '../../toolexec/link-deps.ts';

const none: readonly LinkDep[] = [];

/** Link dependencies that archives carry, each archive read once; files below `vanillaDir` never carry any. */
export class ArchiveDeps {
  private readonly vanillaDir: string;
  private readonly known = new Map<string, readonly LinkDep[]>();

  constructor(vanillaDir: string) {
    this.vanillaDir = `${vanillaDir}/`;
  }

  /** @throws GotsError link_deps_unreadable */
  of(file: string): readonly LinkDep[] {
    if (file.startsWith(this.vanillaDir)) return none;
    let deps = this.known.get(file);
    if (!deps) {
      const text = readMemberText(file, linkDepsMember);
      deps = text === undefined ? none : parseLinkDeps(text, file);
      this.known.set(file, deps);
    }
    return deps;
  }

  /** Notes what an archive is going to carry, before it is written. */
  set(file: string, deps: readonly LinkDep[]): void {
    this.known.set(file, deps);
  }
}

/** Text of a member, reading only the headers before it: archives are large, and this runs for every import. */
function readMemberText(file: string, name: string): string | undefined {
  let fd: number;
  try {
    fd = openSync(file, 'r');
  } catch {
    return undefined;
  }
  try {
    const header = Buffer.alloc(memberHeaderBytes);
    if (readSync(fd, header, 0, archiveMagic.length, 0) < archiveMagic.length) return undefined;
    if (header.toString('latin1', 0, archiveMagic.length) !== archiveMagic) return undefined;
    let at = archiveMagic.length;
    while (readSync(fd, header, 0, memberHeaderBytes, at) === memberHeaderBytes) {
      const size = Number.parseInt(header.toString('latin1', 48, 58), 10);
      if (!(size >= 0)) return undefined;
      if (header.toString('latin1', 0, 16).trimEnd() === name) {
        const content = Buffer.alloc(size);
        readSync(fd, content, 0, size, at + memberHeaderBytes);
        return content.toString('utf8');
      }
      at += memberHeaderBytes + size + (size % 2);
    }
    return undefined;
  } finally {
    closeSync(fd);
  }
}
