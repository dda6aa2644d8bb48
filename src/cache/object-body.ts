import { readFileSync, unlinkSync } from 'node:fs';

/** Bytes of an object: in memory, or in a file that may be moved. */
export type Body = Buffer | { readonly file: string; readonly size: number };

export function bodySize(body: Body): number {
  return Buffer.isBuffer(body) ? body.length : body.size;
}

/** The bytes themselves; a file is left as it is. */
export function readBody(body: Body): Buffer {
  return Buffer.isBuffer(body) ? body : readFileSync(body.file);
}

/** Removes the file of a body that is kept elsewhere. */
export function discardBody(body: Body): void {
  if (!Buffer.isBuffer(body)) unlinkSync(body.file);
}

/** The bytes themselves; a file is read and removed. */
export function takeBytes(body: Body): Buffer {
  const bytes = readBody(body);
  discardBody(body);
  return bytes;
}

/** A file that is being written. */
export interface SpoolFile {
  readonly fd: number;
  readonly path: string;
}

/**
 * Opens a file for a body that arrives in parts, where a cache can move it into place without a copy.
 *
 * @returns undefined if there is no such place, or it cannot be written: the body is kept in memory
 */
export type Spool = (outputId: string) => SpoolFile | undefined;
