import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { type Entry, fromBuffer, type Options, type ZipFile } from 'yauzl';

/** A file that is not a zip archive, or holds more than it may. */
export class ZipProblem extends Error {}

const open = promisify<Buffer, Options, ZipFile>(fromBuffer);

/**
 * Reads one file of an untrusted zip archive. It writes nothing to disk and unpacks at most `most` bytes, whatever sizes
 * the archive claims: yauzl ends a file that is longer than its entry says.
 *
 * @returns undefined if there is no file of this name
 * @throws ZipProblem
 */
export async function fileInZip(zip: Buffer, name: string, most: number): Promise<Buffer | undefined> {
  try {
    const archive = await open(zip, { lazyEntries: true, validateEntrySizes: true });
    const entry = await findEntry(archive, name);
    if (!entry) return undefined;
    if (entry.uncompressedSize > most) throw new ZipProblem(`${name} has more than ${most} bytes`);
    return await buffer(await promisify<Entry, NodeJS.ReadableStream>(archive.openReadStream.bind(archive))(entry));
  } catch (error) {
    if (error instanceof ZipProblem) throw error;
    throw new ZipProblem(`${name} cannot be unpacked: ${(error as Error).message}`);
  }
}

function findEntry(archive: ZipFile, name: string): Promise<Entry | undefined> {
  return new Promise((found, fail) => {
    archive.on('entry', (entry) => (entry.fileName === name ? found(entry) : archive.readEntry()));
    archive.once('end', () => found(undefined));
    archive.once('error', fail);
    archive.readEntry();
  });
}
