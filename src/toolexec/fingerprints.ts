import { readMember } from './archive.ts';

/** How an archive is tied to the archives it was compiled against. */
export interface ArchiveLinks {
  /** Hash of the package's export data, hex. */
  readonly fingerprint: string;
  /** Imported path → fingerprint that the import had when this archive was compiled. */
  readonly imports: ReadonlyMap<string, string>;
}

const magic = '\x00go120ld';
const fingerprintBytes = 8;

/**
 * Fingerprints in the object file of a package archive; what the linker compares before it says "fingerprint mismatch".
 *
 * @returns undefined for an object format that is not Go 1.20–1.27's
 * @see cmd/internal/goobj: magic, fingerprint, flags, block offsets, of which the first two bound the autolib table
 */
export function archiveLinks(bytes: Uint8Array): ArchiveLinks | undefined {
  const member = readMember(bytes, '_go_.o');
  if (!member) return undefined;
  const buffer = Buffer.from(member.buffer, member.byteOffset, member.byteLength);
  const start = buffer.indexOf('\n!\n', 0, 'latin1');
  const object = buffer.subarray(start + 3);
  if (start < 0 || object.toString('latin1', 0, magic.length) !== magic) return undefined;
  const at = magic.length;
  const offsets = at + fingerprintBytes + 4;
  const imports = new Map<string, string>();
  const end = object.readUInt32LE(offsets + 4);
  for (let entry = object.readUInt32LE(offsets); entry < end; entry += 8 + fingerprintBytes) {
    const text = object.readUInt32LE(entry + 4);
    const path = object.toString('utf8', text, text + object.readUInt32LE(entry));
    imports.set(path, object.toString('hex', entry + 8, entry + 8 + fingerprintBytes));
  }
  return { fingerprint: object.toString('hex', at, at + fingerprintBytes), imports };
}
