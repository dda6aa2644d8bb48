import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const testdata = join(import.meta.dirname, '../../helper/shim/testdata');

/** Text, bytes in hex, repeated text, or the bytes of another frame. */
type Value =
  | string
  | { readonly hex: string }
  | { readonly repeat: string; readonly times: number }
  | { frame: string };

/** A message of the protocol; see helper/shim/testdata/README.md. */
export interface FrameFixture {
  readonly name: string;
  readonly writer: 'shim' | 'front' | 'server';
  readonly kind: string;
  readonly fields: readonly (readonly [name: string, ...values: Value[]])[];
  /** The object that the server reads or writes, with {@link Value} in place of bytes. */
  readonly message?: unknown;
  readonly sealed?: boolean;
}

/** A frame that is wrong, incomplete or unusual. */
export interface OddFrame {
  readonly name: string;
  readonly hex: string;
  /** Why the server refuses it; `reads` or `waits` if it does not. */
  readonly server: string;
  readonly message?: unknown;
}

/** What frames.json holds. */
export function frameFixtures(): { readonly frames: readonly FrameFixture[]; readonly odd: readonly OddFrame[] } {
  return JSON.parse(readFileSync(join(testdata, 'frames.json'), 'utf8'));
}

/** Bytes of a frame as the file holds them. */
export function frameBytes(name: string): Buffer {
  return readFileSync(join(testdata, 'frames', `${name}.frame`));
}

/** Names of the files with bytes, sorted. */
export function frameFiles(): readonly string[] {
  return readdirSync(join(testdata, 'frames'))
    .map((name) => name.replace(/\.frame$/, ''))
    .sort();
}

/** What a value of a field stands for. */
export function frameValue(value: Value): string | Buffer {
  if (typeof value === 'string') return value;
  if ('hex' in value) return Buffer.from(value.hex, 'hex');
  return 'frame' in value ? frameBytes(value.frame) : value.repeat.repeat(value.times);
}
