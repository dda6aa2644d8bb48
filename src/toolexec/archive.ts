import { archiveBadMemberName, archiveBuildIdLength, archiveCorrupt } from '../report/codes/toolexec.ts';

/** A member of an ar archive; offsets are those of its content in the archive. */
export interface Member {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** First bytes of every ar archive. */
export const archiveMagic = '!<arch>\n';
/** Bytes of the header before each member. */
export const memberHeaderBytes = 60;

/** Whether these bytes begin as an ar archive does. */
export function isArchive(bytes: Uint8Array): boolean {
  return bytes.length >= archiveMagic.length && latin1(bytes, 0, archiveMagic.length) === archiveMagic;
}

/**
 * Lists the members of an archive in order.
 *
 * @throws GotsError archive_corrupt
 * @see cmd/internal/archive, Go 1.24 to 1.27: header `%-16s%-12d%-6d%-6d%-8o%-10d` and a backquote, content padded to an even length
 */
export function listMembers(bytes: Uint8Array): readonly Member[] {
  if (!isArchive(bytes)) archiveCorrupt('it does not begin with "!<arch>"');
  const members: Member[] = [];
  let at = archiveMagic.length;
  while (at < bytes.length) {
    const header = latin1(bytes, at, at + memberHeaderBytes);
    const size = /^[0-9]+ *$/.test(header.slice(48, 58)) ? Number.parseInt(header.slice(48, 58), 10) : -1;
    if (!header.endsWith('`\n') || header.length < memberHeaderBytes || size < 0) {
      archiveCorrupt(`the header of its member ${members.length + 1} cannot be read`);
    }
    const start = at + memberHeaderBytes;
    const end = start + size;
    if (end > bytes.length) archiveCorrupt(`its member ${members.length + 1} is cut off`);
    members.push({ name: header.slice(0, 16).trimEnd(), start, end });
    at = end + (size % 2);
  }
  return members;
}

/**
 * Content of the first member of that name.
 *
 * @returns a view of `bytes`, not a copy; undefined if there is none
 * @throws GotsError archive_corrupt
 */
export function readMember(bytes: Uint8Array, name: string): Uint8Array | undefined {
  const member = listMembers(bytes).find((candidate) => candidate.name === name);
  return member && bytes.subarray(member.start, member.end);
}

/**
 * Header and content of a member, padded, ready to be written behind an archive. Deterministic: no time, no owner, mode 0644.
 *
 * @param name at most 15 bytes, with an extension other than .o and .syso: else the linker loads the member as an object
 *   (cmd/link/internal/ld/lib.go, loadobjfile)
 * @param content at least 8 bytes: cmd/internal/archive looks at so many, also in the last member
 * @throws GotsError archive_bad_member_name
 */
export function printMember(name: string, content: Uint8Array): Buffer {
  if (!/^[\x21-\x7e]{1,15}$/.test(name) || !/\.(?!o$|syso$)[^.]+$/.test(name)) archiveBadMemberName(name);
  const size = String(content.length);
  const header = `${name.padEnd(16)}${'0'.padEnd(12)}${'0'.padEnd(6)}${'0'.padEnd(6)}${'644'.padEnd(8)}${size.padEnd(10)}\`\n`;
  const padding = Buffer.alloc(content.length % 2);
  return Buffer.concat([Buffer.from(header, 'latin1'), content, padding]);
}

/**
 * The archive with one more member at its end.
 *
 * @throws GotsError archive_corrupt, archive_bad_member_name
 */
export function appendMember(bytes: Uint8Array, name: string, content: Uint8Array): Buffer {
  const last = listMembers(bytes).at(-1);
  const padding = Buffer.alloc(last === undefined ? 0 : last.end + (last.end % 2) - bytes.length);
  return Buffer.concat([bytes, padding, printMember(name, content)]);
}

/**
 * The archive without the members of these names; a copy also if there was none.
 *
 * @throws GotsError archive_corrupt
 */
export function removeMembers(bytes: Uint8Array, names: ReadonlySet<string>): Buffer {
  const kept = listMembers(bytes).filter(({ name }) => !names.has(name));
  const parts = kept.map(({ start, end }) => bytes.subarray(start - memberHeaderBytes, end + (end % 2)));
  return Buffer.concat([bytes.subarray(0, archiveMagic.length), ...parts]);
}

/**
 * Whether compile alone made this archive, so that a cached copy may stand in for running compile. Anything else (assembly, cgo,
 * .syso) was packed by cmd/go afterwards, which would pack it a second time.
 *
 * @param ours names of members that gots itself appended
 * @throws GotsError archive_corrupt
 */
export function isRestorable(bytes: Uint8Array, ours: ReadonlySet<string>): boolean {
  const names = listMembers(bytes).map(({ name }) => name);
  return names[0] === '__.PKGDEF' && names[1] === '_go_.o' && names.slice(2).every((name) => ours.has(name));
}

/**
 * The build id that an archive carries, as `action/content`.
 *
 * @returns undefined if the archive was compiled without one
 * @throws GotsError archive_corrupt
 * @see cmd/internal/buildid/buildid.go, ReadFile: second line of the first member's content, `build id "…"`
 */
export function readBuildId(bytes: Uint8Array): string | undefined {
  const packageDefinition = readMember(bytes, '__.PKGDEF');
  if (packageDefinition === undefined) archiveCorrupt('it has no member "__.PKGDEF"');
  const lines = latin1(packageDefinition, 0, 1024).split('\n');
  return /^build id "([^"\\]*)"$/.exec(lines[1] ?? '')?.[1];
}

/**
 * A copy of the bytes with each occurrence of one build id replaced by another of the same length.
 *
 * @throws GotsError archive_build_id_length
 */
export function replaceBuildId(bytes: Uint8Array, from: string, to: string): Buffer {
  if (from.length !== to.length || from.length === 0) archiveBuildIdLength(from, to);
  // A copy to write to: the search must not see what has been replaced already.
  const result = Buffer.from(bytes);
  const original = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const key = Buffer.from(from, 'latin1');
  for (let at = original.indexOf(key); at >= 0; at = original.indexOf(key, at + key.length))
    result.write(to, at, 'latin1');
  return result;
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', start, end);
}
