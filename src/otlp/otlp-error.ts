/** What was received is no OTLP, or more than this receiver takes. */
export class OtlpError extends Error {
  readonly reason: 'invalid' | 'too-large';

  constructor(reason: OtlpError['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

export function invalid(message: string): never {
  throw new OtlpError('invalid', message);
}

export function tooLarge(message: string): never {
  throw new OtlpError('too-large', message);
}

/**
 * How deep messages may lie in each other, as protobuf's own decoders have it. A request of OTLP needs seven; the rest is for
 * attributes that hold lists.
 */
const maxDepth = 100;

/** Values in one request. An empty message takes two bytes on the wire, and some hundred here. */
const maxValues = 2_000_000;

/** What a decoder may still make of one request. */
export class Budget {
  #values = maxValues;

  /** Takes note of one value at a depth. @throws OtlpError where there are too many, or it lies too deep */
  take(depth: number): void {
    if (depth > maxDepth) invalid(`messages lie in each other more than ${maxDepth} deep`);
    if (this.#values-- <= 0) tooLarge(`the request holds more than ${maxValues} values`);
  }
}
