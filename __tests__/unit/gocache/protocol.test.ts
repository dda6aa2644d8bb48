import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CacheRequest, readRequests } from '../../../src/gocache/protocol.ts';

const hex = (text: string) => Buffer.from(text).toString('hex');
const base64 = (text: string) => Buffer.from(text).toString('base64');

/** What cmd/go writes: json.Encoder's line, a newline, and for a body a JSON string of base64 and a newline. */
function encode(requests: readonly CacheRequest[]): Buffer {
  const parts = requests.map((request) => {
    if (request.kind === 'close') return `${JSON.stringify({ ID: request.id, Command: 'close' })}\n\n`;
    const ActionID = Buffer.from(request.actionId, 'hex').toString('base64');
    if (request.kind === 'get') return `${JSON.stringify({ ID: request.id, Command: 'get', ActionID })}\n\n`;
    const OutputID = Buffer.from(request.outputId, 'hex').toString('base64');
    const BodySize = request.body.length || undefined;
    const head = `${JSON.stringify({ ID: request.id, Command: 'put', ActionID, OutputID, BodySize })}\n\n`;
    return BodySize ? `${head}"${request.body.toString('base64')}"\n` : head;
  });
  return Buffer.from(parts.join(''));
}

async function decode(bytes: Buffer, cuts: readonly number[]): Promise<CacheRequest[]> {
  const stream = new PassThrough();
  const requests: CacheRequest[] = [];
  const ended = new Promise<void>((done) => readRequests(stream, (request) => requests.push(request), done));
  const at = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  let from = 0;
  for (const to of [...at, bytes.length]) {
    stream.write(bytes.subarray(from, to));
    from = to;
  }
  stream.end();
  await ended;
  return requests;
}

test('reads gets, puts and close', async () => {
  const requests: CacheRequest[] = [
    { kind: 'get', id: 1, actionId: hex('a') },
    { kind: 'put', id: 2, actionId: hex('a'), outputId: hex('o'), body: Buffer.from('body') },
    { kind: 'put', id: 3, actionId: hex('b'), outputId: hex('p'), body: Buffer.alloc(0) },
    { kind: 'close', id: 4 },
  ];
  expect(await decode(encode(requests), [])).toEqual(requests);
});

test('the old name of OutputID, as Go 1.24 sends it under an experiment', async () => {
  const line = JSON.stringify({ ID: 1, Command: 'put', ActionID: base64('a'), ObjectID: base64('o') });
  const [request] = await decode(Buffer.from(`${line}\n\n`), []);
  expect(request).toMatchObject({ outputId: hex('o') });
});

test('any requests survive any way of cutting the stream', async () => {
  const id = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'));
  const request = fc.oneof(
    fc.record({ kind: fc.constant('get' as const), id: fc.nat(), actionId: id }),
    fc.record({
      kind: fc.constant('put' as const),
      id: fc.nat(),
      actionId: id,
      outputId: id,
      body: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
    }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(request, { maxLength: 6 }),
      fc.array(fc.nat(), { maxLength: 12 }),
      async (requests, cuts) => {
        expect(await decode(encode(requests), cuts)).toEqual(requests);
      },
    ),
    { numRuns: 200 },
  );
});
