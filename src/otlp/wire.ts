import { invalid } from './otlp-error.ts';

/** How a value's end is found. 3 and 4 begin and end a group, which protobuf has given up and decoders still skip. */
export const wireTypes = { varint: 0, fixed64: 1, bytes: 2, groupStart: 3, groupEnd: 4, fixed32: 5 } as const;

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Reads protobuf's wire format (protobuf.dev/programming-guides/encoding). It never reads beyond its end. */
export class WireReader {
  readonly #bytes: Buffer;
  #at: number;
  readonly #end: number;

  /** @param end offset behind the last byte */
  constructor(bytes: Buffer, at: number = 0, end: number = bytes.length) {
    this.#bytes = bytes;
    this.#at = at;
    this.#end = end;
  }

  get hasMore(): boolean {
    return this.#at < this.#end;
  }

  /** @throws OtlpError for a field number that protobuf does not allow */
  tag(): { readonly number: number; readonly wireType: number } {
    const tag = this.length32();
    const number = tag >>> 3;
    if (number === 0) invalid(`field number 0 at byte ${this.#at}`);
    return { number, wireType: tag & 7 };
  }

  /** A reader of the next bytes, whose number stands before them. */
  part(): WireReader {
    const size = this.length32();
    const from = this.#skip(size);
    return new WireReader(this.#bytes, from, from + size);
  }

  /** The next bytes, not copied. */
  bytes(): Buffer {
    const size = this.length32();
    const from = this.#skip(size);
    return this.#bytes.subarray(from, from + size);
  }

  /** What is no UTF-8 becomes U+FFFD, so that one bad text costs no request. */
  string(): string {
    return utf8.decode(this.bytes());
  }

  varint(): bigint {
    const first = this.#byte();
    if (first < 0x80) return BigInt(first);
    let value = BigInt(first & 0x7f);
    for (let shift = 7n; shift < 70n; shift += 7n) {
      const byte = this.#byte();
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asUintN(64, value);
    }
    return invalid(`a number of more than ten bytes at byte ${this.#at}`);
  }

  /** A number that has to fit into 32 bits: a tag, a length. */
  length32(): number {
    let value = 0;
    for (let at = 0; at < 10; at++) {
      const byte = this.#byte();
      value += (byte & 0x7f) * 2 ** (7 * at);
      if (value > 0xffff_ffff) break;
      if (byte < 0x80) return value;
    }
    return invalid(`a length beyond 32 bits at byte ${this.#at}`);
  }

  fixed32(): number {
    return this.#bytes.readUInt32LE(this.#skip(4));
  }

  fixed64(): bigint {
    return this.#bytes.readBigUInt64LE(this.#skip(8));
  }

  double(): number {
    return this.#bytes.readDoubleLE(this.#skip(8));
  }

  /**
   * Skips a value that is of no interest.
   *
   * @param number of its field: a group ends with the number that it began with
   * @param depth of the groups that it lies in
   */
  skipValue(number: number, wireType: number, enter: (depth: number) => void, depth: number): void {
    if (wireType === wireTypes.varint) this.varint();
    else if (wireType === wireTypes.fixed64) this.#skip(8);
    else if (wireType === wireTypes.bytes) this.#skip(this.length32());
    else if (wireType === wireTypes.fixed32) this.#skip(4);
    else if (wireType === wireTypes.groupStart) this.#skipGroup(number, enter, depth);
    else invalid(`wire type ${wireType} at byte ${this.#at}`);
  }

  #skipGroup(number: number, enter: (depth: number) => void, depth: number): void {
    enter(depth);
    for (;;) {
      const inner = this.tag();
      if (inner.wireType !== wireTypes.groupEnd) this.skipValue(inner.number, inner.wireType, enter, depth + 1);
      else if (inner.number === number) return;
      else invalid(`group ${number} ends as ${inner.number} at byte ${this.#at}`);
    }
  }

  #byte(): number {
    return this.#bytes[this.#skip(1)] as number;
  }

  /** @returns where the bytes begin */
  #skip(size: number): number {
    const from = this.#at;
    if (size > this.#end - from)
      invalid(`${size} bytes are expected at byte ${from}, but the message ends at byte ${this.#end}`);
    this.#at = from + size;
    return from;
  }
}
