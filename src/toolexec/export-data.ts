import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { GotsError } from '../report/diagnostic.ts';
import { archiveMagic, isArchive, type Member, memberHeaderBytes, readMember } from './archive.ts';

/** What a package archive tells about its package without a go command. */
export interface ArchivePackage {
  /** The compiler's -p: the import path without test suffix, with `vendor/` where the path has it; `main` for every main package. */
  readonly path: string;
  /** Name in the package clause. */
  readonly name: string;
  /**
   * Sorted import paths, as archives have them, of what the compiled files import directly, files made by cgo and cover included;
   * without `unsafe` and `C`, which have no archive.
   */
  readonly imports: readonly string[];
}

/** Versions of the unified export format whose beginning is known: 1 and 2 in Go 1.24 to 1.26, 4 in Go 1.27. */
const exportVersions: ReadonlySet<number> = new Set([1, 2, 3, 4]);
/** Sections of the export data, by number; ten in all (internal/pkgbits/reloc.go). */
const section = { string: 0, meta: 1, package: 3, count: 10 } as const;
const objectMagic = '\x00go120ld';
const fingerprintBytes = 8;
/** The text headers of most object files end well before. */
const objectHeadBytes = 4096;

/**
 * Reads path, name and imports from an archive that gc of Go 1.24 to 1.27 made. Nothing but the few strings asked for is decoded.
 *
 * @returns undefined for everything else: another format or version, a damaged archive, export and object data that do not belong together
 * @see internal/pkgbits (export data in `__.PKGDEF`) and cmd/internal/goobj (autolib block of `_go_.o`) of these versions
 */
export function peekArchive(bytes: Uint8Array): ArchivePackage | undefined {
  return peek(() => {
    const definition = readMember(bytes, '__.PKGDEF');
    const object = readMember(bytes, '_go_.o');
    return definition && object ? { definition: bufferOf(definition), object: bufferOf(object) } : undefined;
  });
}

/**
 * The same for an archive on disk, reading only what is looked at: archives have up to tens of megabytes, and after a plain
 * build every package's is looked at.
 */
export function peekArchiveFile(path: string): ArchivePackage | undefined {
  const fd = openSync(path, 'r');
  try {
    const { size } = fstatSync(fd);
    return peek(() => readParts((from, to) => readRange(fd, from, to, size)));
  } finally {
    closeSync(fd);
  }
}

/**
 * Name in the package clause of an archive's package, from its export data alone: a builder may have put the object elsewhere (`-linkobj`).
 *
 * @returns undefined where {@link peekArchive} would give up on the export data
 */
export function exportedPackageName(bytes: Uint8Array): string | undefined {
  try {
    const definition = readMember(bytes, '__.PKGDEF');
    return definition && readExport(bufferOf(definition))?.name;
  } catch (error) {
    return giveUp(error);
  }
}

/** What is looked at: the first member, and the second as far as its table of imports reaches. */
interface Parts {
  readonly definition: Buffer;
  readonly object: Buffer;
}

function readParts(read: (from: number, to: number) => Buffer): Parts | undefined {
  const first = memberAt(read, archiveMagic.length);
  if (read(0, archiveMagic.length).toString('latin1') !== archiveMagic || first?.name !== '__.PKGDEF') return undefined;
  const second = memberAt(read, first.end + (first.end % 2));
  if (second?.name !== '_go_.o') return undefined;
  const start = objectStart(read, second);
  if (start === undefined) return undefined;
  const offsetAt = second.start + start + objectMagic.length + fingerprintBytes + 4 + 4;
  const end = read(offsetAt, offsetAt + 4).readUInt32LE(0);
  return { definition: read(first.start, first.end), object: read(second.start, second.start + start + end) };
}

/** Where the object begins behind its text headers, which hold a line for each C name of a cgo package. */
function objectStart(read: (from: number, to: number) => Buffer, { start, end }: Member): number | undefined {
  for (let bytes = objectHeadBytes; ; bytes *= 16) {
    const head = read(start, Math.min(end, start + bytes));
    const at = head.indexOf('\n!\n', 0, 'latin1');
    if (at >= 0) return at + 3;
    if (start + bytes >= end) return undefined;
  }
}

function memberAt(read: (from: number, to: number) => Buffer, at: number): Member | undefined {
  const header = read(at, at + memberHeaderBytes).toString('latin1');
  const size = /^([0-9]+) *$/.exec(header.slice(48, 58))?.[1];
  if (size === undefined || !header.endsWith('`\n')) return undefined;
  const start = at + memberHeaderBytes;
  return { name: header.slice(0, 16).trimEnd(), start, end: start + Number(size) };
}

/** @throws RangeError for a range that is not in the file: damaged sizes must not decide what is allocated */
function readRange(fd: number, from: number, to: number, size: number): Buffer {
  if (from > to || to > size) throw new RangeError('the archive is cut off');
  const bytes = Buffer.allocUnsafe(to - from);
  if (readSync(fd, bytes, 0, bytes.length, from) < bytes.length) throw new RangeError('the archive is cut off');
  return bytes;
}

function peek(partsOf: () => Parts | undefined): ArchivePackage | undefined {
  try {
    const parts = partsOf();
    if (!parts) return undefined;
    const own = readExport(parts.definition);
    const linked = readObject(parts.object);
    // The compiler writes the hash of the export data into the object file, so a match proves both were read at the right place.
    if (!own || !linked || !own.fingerprint.equals(linked.fingerprint)) return undefined;
    return { path: own.path, name: own.name, imports: linked.imports };
  } catch (error) {
    return giveUp(error);
  }
}

/** Reads outside the data throw RangeError; listMembers throws archive_corrupt. */
function giveUp(error: unknown): undefined {
  if (error instanceof RangeError || (error instanceof GotsError && error.code === 'archive_corrupt')) return undefined;
  throw error;
}

/** The export data: 'u', version, flags, ends of sections, ends of elements, elements, fingerprint, marker. */
function readExport(
  definition: Buffer,
): { readonly path: string; readonly name: string; readonly fingerprint: Buffer } | undefined {
  const start = definition.indexOf('\n$$B\nu', 0, 'latin1');
  if (!definition.toString('latin1', 0, 10).startsWith('go object ') || start < 0) return undefined;
  const data = definition.subarray(start + '\n$$B\nu'.length);
  const end = data.length - '\n$$\n'.length;
  if (data.toString('latin1', Math.max(0, end)) !== '\n$$\n') return undefined;
  const flags = data.readUInt32LE(4);
  // Flag 1 means sync markers (a debugging aid of the compiler): the elements look different then.
  if (!exportVersions.has(data.readUInt32LE(0)) || flags !== 0) return undefined;
  const elements = elementTable(data.subarray(8, end - fingerprintBytes));
  if (!elements) return undefined;

  // The public root refers to the package itself, and that element to its path and name.
  const root = readElement(elements(section.meta, 0));
  const self = readElement(elements(section.package, root.reference(section.package)));
  const path = elements(section.string, self.reference(section.string)).toString();
  const name = elements(section.string, self.reference(section.string)).toString();
  return { path, name, fingerprint: data.subarray(end - fingerprintBytes, end) };
}

/**
 * Finds elements by section and index.
 *
 * @param data from the ends of sections to the last element
 * @returns undefined if the table does not fit the data
 */
function elementTable(data: Buffer): ((kind: number, index: number) => Buffer) | undefined {
  const total = data.readUInt32LE(4 * (section.count - 1));
  const ends = data.subarray(4 * section.count);
  const content = ends.subarray(4 * total);
  if (total === 0 || ends.readUInt32LE(4 * (total - 1)) !== content.length) return undefined;
  return (kind, index) => {
    const at = (kind === 0 ? 0 : data.readUInt32LE(4 * (kind - 1))) + index;
    if (at >= data.readUInt32LE(4 * kind)) throw new RangeError(`section ${kind} has no element ${index}`);
    return content.subarray(at === 0 ? 0 : ends.readUInt32LE(4 * (at - 1)), ends.readUInt32LE(4 * at));
  };
}

/** An element begins with a table of references (section, index); its data name them by number in that table. */
function readElement(element: Buffer): { reference(kind: number): number } {
  let at = 0;
  const uvarint = (): number => {
    let value = 0;
    for (let scale = 1; scale <= 2 ** 28; scale *= 128) {
      const byte = element.readUInt8(at++);
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
    throw new RangeError('a number is too long');
  };
  const count = uvarint();
  if (count > element.length) throw new RangeError('a reference table is too long');
  const references = Array.from({ length: count }, () => ({ kind: uvarint(), index: uvarint() }));
  return {
    reference(kind) {
      const found = references[uvarint()];
      if (found?.kind !== kind) throw new RangeError(`no reference to section ${kind}`);
      return found.index;
    },
  };
}

/** The object file: text headers, `!`, magic, fingerprint, flags, offsets of blocks (the first is autolib, the second ends it). */
function readObject(member: Buffer): { readonly imports: readonly string[]; readonly fingerprint: Buffer } | undefined {
  const start = member.indexOf('\n!\n', 0, 'latin1');
  if (start < 0) return undefined;
  const object = member.subarray(start + 3);
  if (object.toString('latin1', 0, objectMagic.length) !== objectMagic) return undefined;
  const fingerprintAt = objectMagic.length;
  const offsets = fingerprintAt + fingerprintBytes + 4;
  const end = object.readUInt32LE(offsets + 4);
  const imports = new Set<string>();
  // An entry is the length and offset of the path, and the fingerprint of the imported package.
  for (let at = object.readUInt32LE(offsets); at < end; at += 8 + fingerprintBytes) {
    const text = object.readUInt32LE(at + 4);
    if (text + object.readUInt32LE(at) > object.length) throw new RangeError('a path lies outside the object');
    imports.add(object.toString('utf8', text, text + object.readUInt32LE(at)));
  }
  return {
    imports: [...imports].sort(),
    fingerprint: object.subarray(fingerprintAt, fingerprintAt + fingerprintBytes),
  };
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Whether a file is an archive; false where it cannot be read. */
export function isArchiveFile(path: string): boolean {
  const head = Buffer.alloc(8);
  try {
    const fd = openSync(path, 'r');
    try {
      readSync(fd, head, 0, 8, 0);
    } finally {
      closeSync(fd);
    }
  } catch {
    return false;
  }
  return isArchive(head);
}
