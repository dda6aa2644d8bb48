import { GotsError } from '../report/diagnostic.ts';
import { readMember } from './archive.ts';

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

/**
 * Reads path, name and imports from an archive that gc of Go 1.24 to 1.27 made. Nothing but the few strings asked for is decoded.
 *
 * @returns undefined for everything else: another format or version, a damaged archive, export and object data that do not belong together
 * @see internal/pkgbits (export data in `__.PKGDEF`) and cmd/internal/goobj (autolib block of `_go_.o`) of these versions
 */
export function peekArchive(bytes: Uint8Array): ArchivePackage | undefined {
  try {
    const definition = readMember(bytes, '__.PKGDEF');
    const object = readMember(bytes, '_go_.o');
    if (!definition || !object) return undefined;
    const own = readExport(bufferOf(definition));
    const linked = readObject(bufferOf(object));
    // The compiler writes the hash of the export data into the object file, so a match proves both were read at the right place.
    if (!own || !linked || !own.fingerprint.equals(linked.fingerprint)) return undefined;
    return { path: own.path, name: own.name, imports: linked.imports };
  } catch (error) {
    // Reads outside the data throw RangeError; listMembers throws archive_corrupt.
    if (error instanceof RangeError || (error instanceof GotsError && error.code === 'archive_corrupt'))
      return undefined;
    throw error;
  }
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
