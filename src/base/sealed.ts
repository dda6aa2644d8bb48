import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { sha256 } from './hash.ts';
import { writeWhole } from './temporary.ts';
import { distrust } from './trust.ts';

/** A sealed text, or why there is none. */
export type Unsealed = { readonly text: string } | { readonly reason: string };

/**
 * Puts a line in front of a text that says what it is and what it must be: a text that was cut off, has grown, was damaged, or is
 * another's is told from the one that was written.
 *
 * @param kind what it is and whose, without line breaks
 */
export function seal(kind: string, text: string): string {
  return headOf(kind, text) + text;
}

/** The text behind such a line. */
export function unseal(kind: string, sealed: string): Unsealed {
  const end = sealed.indexOf('\n');
  const head = sealed.slice(0, Math.max(end, 0));
  if (!head.startsWith('gots ')) return { reason: 'it is damaged, or of another version of gots' };
  const text = sealed.slice(end + 1);
  const hash = head.slice(head.lastIndexOf(' ') + 1);
  if (hash !== sha256(text)) return { reason: 'it is damaged' };
  return head === `gots ${kind} ${hash}`
    ? { text }
    : { reason: 'it was made by another version of gots, or for something else' };
}

/**
 * Writes a sealed file of the user's own, at once.
 *
 * @throws the error of the file system
 */
export function writeSealed(file: string, kind: string, text: string): void {
  writeWhole(file, seal(kind, text));
}

/** Reads such a file; one that somebody else has written, or could have, is not believed. */
export function readSealed(file: string, kind: string): Unsealed {
  const bytes = readBelieved(file);
  return 'reason' in bytes ? bytes : unseal(kind, bytes.toString('utf8'));
}

/**
 * As {@link writeSealed}, for what is no text.
 *
 * @throws the error of the file system
 */
export function writeSealedBytes(file: string, kind: string, bytes: Buffer): void {
  writeWhole(file, Buffer.concat([Buffer.from(headOf(kind, bytes)), bytes]));
}

/** As {@link readSealed}, for what is no text; undefined if it is not there, or not believed. */
export function readSealedBytes(file: string, kind: string): Buffer | undefined {
  const bytes = readBelieved(file);
  if ('reason' in bytes) return undefined;
  const rest = bytes.subarray(bytes.indexOf('\n') + 1);
  const head = Buffer.from(headOf(kind, rest));
  return bytes.length === head.length + rest.length && bytes.subarray(0, head.length).equals(head) ? rest : undefined;
}

function headOf(kind: string, content: string | Buffer): string {
  return `gots ${kind} ${sha256(content)}\n`;
}

function readBelieved(file: string): Buffer | { readonly reason: string } {
  let fd: number;
  try {
    fd = openSync(file, 'r');
  } catch (error) {
    return { reason: `it cannot be read (${(error as NodeJS.ErrnoException).code})` };
  }
  try {
    const reason = distrust(fstatSync(fd), 'group');
    return reason === undefined ? readFileSync(fd) : { reason };
  } catch (error) {
    return { reason: `it cannot be read (${(error as NodeJS.ErrnoException).code})` };
  } finally {
    closeSync(fd);
  }
}
