import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '../../../src/otlp/decode.ts';
import { decodeJson, decodeValue } from '../../../src/otlp/from-json.ts';
import { OtlpError } from '../../../src/otlp/otlp-error.ts';
import { type Signal, signals } from '../../../src/otlp/otlp-json.ts';

const testdata = join(import.meta.dirname, 'testdata');
const recorded = (name: string, signal: Signal) => ({
  protobuf: readFileSync(join(testdata, `${name}-${signal}.pb`)),
  json: readFileSync(join(testdata, `${name}-${signal}.json`), 'utf8'),
});

/** Without what has its default value: whether that is written is up to the encoder. */
function sparse(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => sparse(each) ?? {});
  if (typeof value !== 'object' || value === null)
    return value === '' || value === '0' || value === 0 || value === false ? undefined : value;
  const fields = Object.entries(value)
    .map(([name, field]) => [name, sparse(field)] as const)
    .filter(([, field]) => field !== undefined && !(Array.isArray(field) && field.length === 0));
  return fields.length === 0 ? undefined : Object.fromEntries(fields);
}

describe.each(['exported', 'full'])('requests of the official exporters, %s', (name) => {
  test.each(signals)('%s decode to what the Collector makes of them', (signal) => {
    const { protobuf, json } = recorded(name, signal);
    const decoded = decode(signal, protobuf);
    expect(sparse(decoded)).toEqual(sparse(JSON.parse(json)));
    // Read as JSON they give the same, and their own JSON changes nothing.
    expect(sparse(decodeJson(signal, json))).toEqual(sparse(decoded));
    expect(decodeValue(signal, decoded)).toEqual(decoded);
  });
});

test('the order of oneof values, numbers beyond 2^53 and what JSON has no number for', () => {
  const { resourceSpans } = decode('traces', recorded('full', 'traces').protobuf);
  const attributes = resourceSpans?.[0]?.resource?.attributes ?? [];
  expect(Object.fromEntries(attributes.map(({ key, value }) => [key, value]))).toMatchObject({
    text: { stringValue: 'größe \u2028 😀' },
    empty: { stringValue: '' },
    no: { boolValue: false },
    least: { intValue: '-9223372036854775808' },
    most: { intValue: '9223372036854775807' },
    zero: { intValue: '0' },
    tiny: { doubleValue: 5e-324 },
    huge: { doubleValue: '-Infinity' },
    none: { doubleValue: 'NaN' },
    bytes: { bytesValue: 'AAH+/w==' },
  });
});

/** A field of the wire format. */
const field = (number: number, wireType: number, ...content: (number | Buffer)[]) =>
  Buffer.concat([
    Buffer.from([(number << 3) | wireType]),
    ...content.map((part) => (typeof part === 'number' ? Buffer.from([part]) : part)),
  ]);
const nested = (number: number, content: Buffer) => field(number, 2, varint(content.length), content);
function varint(value: number): Buffer {
  const bytes: number[] = [];
  for (let left = value; ; left = Math.floor(left / 128)) {
    bytes.push((left % 128) + (left >= 128 ? 128 : 0));
    if (left < 128) return Buffer.from(bytes);
  }
}
const spanOf = (content: Buffer) => nested(1, nested(2, nested(2, content)));
const decodedSpan = (content: Buffer) =>
  decode('traces', spanOf(content)).resourceSpans?.[0]?.scopeSpans?.[0]?.spans?.[0];

describe('the wire format', () => {
  test('unknown fields of every wire type are skipped, groups in groups as well', () => {
    const strange = Buffer.concat([
      Buffer.from([0xa0, 0x01, 0x05]), // 20, varint
      Buffer.from([0xa1, 0x01, 1, 2, 3, 4, 5, 6, 7, 8]), // 20, 64 bits
      Buffer.from([0xa2, 0x01, 2, 9, 9]), // 20, bytes
      Buffer.from([0xa3, 0x01, 0xab, 0x01, 0xac, 0x01, 0xa4, 0x01]), // 20, a group with a group of 21
      Buffer.from([0xa5, 0x01, 1, 2, 3, 4]), // 20, 32 bits
    ]);
    expect(decodedSpan(Buffer.concat([strange, nested(5, Buffer.from('name'))]))).toEqual({ name: 'name' });
  });

  test('a field of another wire type counts as unknown', () => {
    expect(decodedSpan(Buffer.concat([field(5, 0, 1), field(6, 0, 2)]))).toEqual({ kind: 2 });
  });

  test('parts of one message are joined; of a oneof the last value stays', () => {
    const status = Buffer.concat([nested(15, nested(2, Buffer.from('why'))), nested(15, field(3, 0, 2))]);
    expect(decodedSpan(status)).toEqual({ status: { message: 'why', code: 2 } });
    const value = Buffer.concat([field(2, 0, 1), nested(1, Buffer.from('text'))]);
    expect(decodedSpan(nested(9, nested(2, value)))).toEqual({ attributes: [{ value: { stringValue: 'text' } }] });
  });

  test('repeated numbers come packed or one by one', () => {
    const counts = Buffer.concat([nested(2, Buffer.from([1, 0x80, 0x01])), field(2, 0, 3)]);
    const metric = nested(10, nested(1, nested(8, counts)));
    const { resourceMetrics } = decode('metrics', nested(1, nested(2, nested(2, metric))));
    const [point] = resourceMetrics?.[0]?.scopeMetrics?.[0]?.metrics?.[0]?.exponentialHistogram?.dataPoints ?? [];
    expect(point?.positive?.bucketCounts).toEqual(['1', '128', '3']);
  });

  test('what is no UTF-8 is replaced, and no byte order mark is lost', () => {
    expect(decodedSpan(nested(5, Buffer.from([0x61, 0xff, 0x62])))?.name).toBe('a\ufffdb');
    expect(decodedSpan(nested(5, Buffer.from('\ufeffa')))?.name).toBe('\ufeffa');
  });

  test('a negative enum, which takes ten bytes', () => {
    expect(decodedSpan(field(6, 0, ...Array(9).fill(0xff), 1))).toEqual({ kind: -1 });
  });
});

describe('what is no OTLP', () => {
  const deep = (depth: number): Buffer => {
    let value = nested(1, Buffer.from('leaf'));
    for (let at = 0; at < depth; at++) value = nested(5, nested(1, value)); // a list of one value
    return value;
  };
  test.each([
    ['a length beyond the end', field(1, 2, 5, 1), /5 bytes are expected at byte 2, but the message ends at byte 3/],
    ['a length of 4 GB', field(1, 2, 0xff, 0xff, 0xff, 0xff, 0x0f), /4294967295 bytes are expected/],
    ['a length beyond 32 bits', field(1, 2, 0xff, 0xff, 0xff, 0xff, 0xff, 1), /beyond 32 bits/],
    ['a number of eleven bytes', spanOf(field(6, 0, ...Array(10).fill(0x80), 1)), /more than ten bytes/],
    ['a field cut short', spanOf(field(7, 1, 1, 2, 3)), /8 bytes are expected/],
    ['a tag cut short', Buffer.from([0x80]), /1 bytes are expected at byte 1/],
    ['field number 0', Buffer.from([0x02, 0]), /field number 0/],
    ['wire type 6', field(15, 6), /wire type 6/],
    ['a group that does not end', field(3, 3), /1 bytes are expected/],
    ['a group that ends as another', Buffer.concat([field(3, 3), field(4, 4)]), /ends as 4/],
    ['an end without a group', field(3, 4), /wire type 4/],
    ['groups in groups', Buffer.alloc(200_000, field(3, 3)), /more than 100 deep/],
    ['lists in lists', spanOf(nested(9, nested(2, deep(60)))), /more than 100 deep/],
    ['more values than a request has', spanOf(Buffer.alloc(4_200_000, field(11, 2, 0))), /more than 2000000 values/],
  ])('%s is refused', (_, bytes, message) => {
    expect(() => decode('traces', bytes)).toThrow(message);
    expect(() => decode('traces', bytes)).toThrow(OtlpError);
  });

  test('a message cut anywhere is refused or is a shorter message', () => {
    const { protobuf } = recorded('full', 'metrics');
    for (let size = 0; size < protobuf.length; size += 7)
      try {
        decode('metrics', protobuf.subarray(0, size));
      } catch (error) {
        expect(error).toBeInstanceOf(OtlpError);
      }
  });

  test('changed bytes give a request or an OtlpError, never another error', () => {
    const all = signals.map((signal) => ({ signal, bytes: recorded('full', signal).protobuf }));
    fc.assert(
      fc.property(
        fc.constantFrom(...all),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 8 }),
        ({ signal, bytes }, changes) => {
          const changed = Buffer.from(bytes);
          for (const [at, byte] of changes) changed[at % changed.length] = byte;
          try {
            JSON.stringify(decode(signal, changed));
          } catch (error) {
            expect(error).toBeInstanceOf(OtlpError);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('JSON', () => {
  const span = (fields: string) => `{"resourceSpans":[{"scopeSpans":[{"spans":[{${fields}}]}]}]}`;
  const readSpan = (fields: string) =>
    decodeJson('traces', span(fields)).resourceSpans?.[0]?.scopeSpans?.[0]?.spans?.[0];

  test('ids become lower case, numbers texts, null is left out, unknown fields are too', () => {
    expect(
      readSpan(
        '"traceId":"AB01","startTimeUnixNano":17,"endTimeUnixNano":"18446744073709551615","kind":2,"name":null,"trace_id":"ff","__proto__":{"x":1}',
      ),
    ).toEqual({ traceId: 'ab01', startTimeUnixNano: '17', endTimeUnixNano: '18446744073709551615', kind: 2 });
  });

  test.each([
    ['no JSON', '{', /no JSON/],
    ['a list', '[]', /the request is \[\], not an object/],
    ['a text in place of a list', '{"resourceSpans":"x"}', /resourceSpans is "x", not a list/],
    [
      'an id of other characters',
      span('"traceId":"xy"'),
      /resourceSpans\[0\].scopeSpans\[0\].spans\[0\].traceId is "xy"/,
    ],
    ['half a byte', span('"traceId":"abc"'), /hexadecimal/],
    ['the name of an enum', span('"kind":"SPAN_KIND_SERVER"'), /a whole number/],
    ['a time below zero', span('"startTimeUnixNano":"-1"'), /a number from 0 to 18446744073709551615/],
    ['half a nanosecond', span('"startTimeUnixNano":1.5'), /a whole number/],
    ['a number beyond 64 bits', span('"startTimeUnixNano":"18446744073709551616"'), /a number from/],
    ['a long text', span(`"name":${JSON.stringify({ x: 'y'.repeat(100) })}`), /…, not a text/],
    [
      'lists in lists',
      span(`"attributes":[{"value":${'{"arrayValue":{"values":['.repeat(60)}${']}}'.repeat(60)}}]`),
      /deep/,
    ],
  ])('%s is refused', (_, text, message) => {
    expect(() => decodeJson('traces', text)).toThrow(message);
    expect(() => decodeJson('traces', text)).toThrow(OtlpError);
  });
});
