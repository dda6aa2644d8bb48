import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** A file of an archive. */
export interface ArchiveFile {
  /** With slashes, relative. A tar takes a folder, whose name ends with a slash. */
  readonly name: string;
  readonly bytes: Buffer;
  /** 0o755, 0o644, … */
  readonly mode: number;
}

/** Archives hold no times: equal files give equal archives. DOS, and with it zip, begins in 1980. */
const zipTime = new Date(1980, 0, 1);

/** A zip whose entries keep their modes, as platforms want that run what is in it. Equal files give equal bytes. */
export async function zip(files: readonly ArchiveFile[]): Promise<Buffer> {
  const { ZipFile } = await import('yazl');
  const archive = new ZipFile();
  for (const { name, bytes, mode } of files) {
    // The DOS form takes the local time apart as it was put together above; the other holds a time that depends on the zone.
    archive.addBuffer(bytes, name, { mtime: zipTime, mode: 0o100000 | mode, forceDosTimestamp: true });
  }
  archive.end();
  return collect(archive.outputStream as AsyncIterable<Buffer>);
}

/** A tar of files that belong to root and have no times. Equal files give equal bytes. */
export async function tar(files: readonly ArchiveFile[]): Promise<Buffer> {
  const { pack } = await import('tar-stream');
  const archive = pack();
  const owner = { uid: 0, gid: 0, mtime: new Date(0) };
  for (const { name, bytes, mode } of files) {
    if (name.endsWith('/')) archive.entry({ name: name.slice(0, -1), mode, type: 'directory', ...owner });
    else archive.entry({ name, mode, ...owner }, bytes);
  }
  archive.finalize();
  return collect(archive as AsyncIterable<Buffer>);
}

/** Without time or system in its header (RFC 1952, byte 9), which zlib fills in as it was built. */
export function gzip(bytes: Buffer): Buffer {
  const packed = gzipSync(bytes, { level: 9 });
  packed[9] = 255;
  return packed;
}

/** Writes a package, and says what it is. */
export function writePackage(path: string, bytes: Buffer): { path: string; bytes: number; sha256: string } {
  writeFileSync(path, bytes);
  return { path, bytes: statSync(path).size, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** A program for an archive. */
export function programFile(name: string, path: string): ArchiveFile {
  return { name, bytes: readFileSync(path), mode: 0o755 };
}

async function collect(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
