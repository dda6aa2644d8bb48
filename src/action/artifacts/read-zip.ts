import { inflateRawSync } from 'node:zlib';

/** A zip that is not one, or that is larger inside than it may be. */
export class ZipProblem extends Error {}

/**
 * One file of a zip archive that nobody vouches for. Nothing is written anywhere, and no more than `most` bytes are unpacked,
 * whatever the archive says of itself.
 *
 * @returns undefined if there is no file of this name
 * @throws ZipProblem
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3
 */
export function fileInZip(zip: Buffer, name: string, most: number): Buffer | undefined {
  const entry = entriesOf(zip).find((each) => each.name === name);
  if (!entry) return undefined;
  const { method, size, offset } = entry;
  if (offset + 30 > zip.length || zip.readUInt32LE(offset) !== 0x04034b50) throw new ZipProblem('no local header');
  const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
  if (start + size > zip.length) throw new ZipProblem(`${name} is cut off`);
  const packed = zip.subarray(start, start + size);
  if (method === 0) {
    if (packed.length > most) throw new ZipProblem(`${name} has more than ${most} bytes`);
    return packed;
  }
  if (method !== 8) throw new ZipProblem(`${name} is packed by method ${method}`);
  try {
    return inflateRawSync(packed, { maxOutputLength: most });
  } catch (error) {
    const isLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new ZipProblem(isLarge ? `${name} has more than ${most} bytes` : `${name} cannot be unpacked`);
  }
}

interface ZipEntry {
  readonly name: string;
  readonly method: number;
  /** As packed. */
  readonly size: number;
  readonly offset: number;
}

function entriesOf(zip: Buffer): readonly ZipEntry[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > zip.length) throw new ZipProblem('no zip archive');
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  for (let n = 0; n < count; n++) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) throw new ZipProblem('a broken directory');
    const nameLength = zip.readUInt16LE(at + 28);
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      method: zip.readUInt16LE(at + 10),
      size: zip.readUInt32LE(at + 20),
      offset: zip.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}
