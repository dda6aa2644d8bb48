import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import { ZipFile } from 'yazl';

/** What is made of one program: the same bytes whenever it is packed. */
export interface PackedProgram {
  readonly name: string;
  readonly path: string;
}

/** Artifacts and releases keep no modes of files; an archive does. The time that all files are given. */
const epoch = new Date('1980-01-01T00:00:00Z');

/**
 * Packs a program as it is handed out: a zip for Windows, else a tar.gz, with the bit that lets it run.
 *
 * @param name of the archive, without its ending
 */
export async function packProgram(program: string, goos: string, name: string, folder: string): Promise<PackedProgram> {
  const isZip = goos === 'windows';
  const file = `${name}${isZip ? '.zip' : '.tar.gz'}`;
  const path = join(folder, file);
  const bytes = readFileSync(program);
  if (isZip) {
    const zip = new ZipFile();
    zip.addBuffer(bytes, basename(program), { mtime: epoch, mode: 0o100755, forceDosTimestamp: true });
    zip.end();
    await pipeline(zip.outputStream, createWriteStream(path));
  } else {
    const tar = pack();
    tar.entry({ name: basename(program), mode: 0o755, mtime: epoch, uid: 0, gid: 0 }, bytes);
    tar.finalize();
    await pipeline(tar, createGzip({ level: 9 }), createWriteStream(path));
  }
  return { name: file, path };
}

/** SHA-256 of a file, hex. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
