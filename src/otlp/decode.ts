import { type Field, type Message, requestMessages, type ScalarType } from './message-fields.ts';
import { Budget } from './otlp-error.ts';
import type { OtlpRequest, Signal } from './otlp-json.ts';
import { WireReader, wireTypes } from './wire.ts';

/** A message while it is being read: fields by their JSON names. */
export type Draft = Record<string, unknown>;

/**
 * Decodes a request of OTLP in protobuf into its JSON form. Unknown fields are left out, as protobuf demands; fields that have
 * their default value and are not written stay undefined.
 *
 * @throws OtlpError
 */
export function decode(signal: Signal, message: Uint8Array): OtlpRequest {
  const bytes = Buffer.from(message.buffer, message.byteOffset, message.byteLength);
  const draft: Draft = {};
  readMessage(new WireReader(bytes), requestMessages[signal], draft, { budget: new Budget(), depth: 0 });
  return draft;
}

interface Place {
  readonly budget: Budget;
  readonly depth: number;
}

/** Reads into a draft that may hold fields already: parts of one message may come apart. */
function readMessage(reader: WireReader, message: Message, draft: Draft, place: Place): void {
  while (reader.hasMore) {
    const { number, wireType } = reader.tag();
    place.budget.take(place.depth);
    const field = message.byNumber.get(number);
    if (!field || !readField(reader, field, wireType, draft, place))
      reader.skipValue(number, wireType, (depth) => place.budget.take(depth), place.depth + 1);
  }
}

/** @returns false where the value is of another wire type than the field's; then nothing is read, and the field counts as unknown */
function readField(reader: WireReader, field: Field, wireType: number, draft: Draft, place: Place): boolean {
  const { name, type, isRepeated } = field;
  if (typeof type !== 'string') {
    if (wireType !== wireTypes.bytes) return false;
    const before = isRepeated ? undefined : (draft[name] as Draft | undefined);
    const value: Draft = before ?? {};
    readMessage(reader.part(), type, value, { ...place, depth: place.depth + 1 });
    store(draft, field, value);
    return true;
  }
  const { wire, read } = scalars[type];
  if (wireType === wire) {
    store(draft, field, read(reader));
    return true;
  }
  // Numbers of a repeated field come packed into one value, or one by one.
  if (!isRepeated || wireType !== wireTypes.bytes) return false;
  for (const packed = reader.part(); packed.hasMore; ) {
    place.budget.take(place.depth);
    store(draft, field, read(packed));
  }
  return true;
}

function store(draft: Draft, { name, isRepeated, rivals }: Field, value: unknown): void {
  if (isRepeated) {
    const list = draft[name] as unknown[] | undefined;
    if (list) list.push(value);
    else draft[name] = [value];
    return;
  }
  for (const rival of rivals) delete draft[rival];
  draft[name] = value;
}

interface Scalar {
  readonly wire: number;
  readonly read: (reader: WireReader) => unknown;
}

const low32 = (reader: WireReader) => Number(BigInt.asIntN(32, reader.varint()));
const scalars: Readonly<Record<ScalarType, Scalar>> = {
  string: { wire: wireTypes.bytes, read: (reader) => reader.string() },
  bytes: { wire: wireTypes.bytes, read: (reader) => reader.bytes().toString('base64') },
  id: { wire: wireTypes.bytes, read: (reader) => reader.bytes().toString('hex') },
  bool: { wire: wireTypes.varint, read: (reader) => reader.varint() !== 0n },
  enum: { wire: wireTypes.varint, read: low32 },
  uint32: { wire: wireTypes.varint, read: (reader) => low32(reader) >>> 0 },
  sint32: {
    wire: wireTypes.varint,
    read: (reader) => {
      const zigzag = low32(reader);
      return (zigzag >>> 1) ^ -(zigzag & 1);
    },
  },
  fixed32: { wire: wireTypes.fixed32, read: (reader) => reader.fixed32() },
  fixed64: { wire: wireTypes.fixed64, read: (reader) => reader.fixed64().toString() },
  sfixed64: { wire: wireTypes.fixed64, read: (reader) => BigInt.asIntN(64, reader.fixed64()).toString() },
  int64: { wire: wireTypes.varint, read: (reader) => BigInt.asIntN(64, reader.varint()).toString() },
  uint64: { wire: wireTypes.varint, read: (reader) => reader.varint().toString() },
  double: { wire: wireTypes.fixed64, read: (reader) => doubleOf(reader.double()) },
};

/** JSON has no number for these three. */
function doubleOf(value: number): number | string {
  return Number.isFinite(value) ? value : String(value);
}
