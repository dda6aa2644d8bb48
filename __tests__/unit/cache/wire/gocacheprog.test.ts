import { randomBytes } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '../../../../src/base/hash.ts';
import { DiskCache } from '../../../../src/cache/disk/disk.ts';
import { takeBytes } from '../../../../src/cache/object-body.ts';
import { type GoCacheRequest, readRequests } from '../../../../src/cache/wire/gocacheprog.ts';

const hex = (text: string) => Buffer.from(text).toString('hex');
const base64 = (text: string) => Buffer.from(text).toString('base64');

/** What cmd/go writes: json.Encoder's line, a newline, and for a body a JSON string of base64 and a newline. */
function encode(requests: readonly GoCacheRequest[]): Buffer {
  const parts = requests.map((request) => {
    if (request.kind === 'close') return `${JSON.stringify({ ID: request.id, Command: 'close' })}\n\n`;
    const ActionID = Buffer.from(request.actionId, 'hex').toString('base64');
    if (request.kind === 'get') return `${JSON.stringify({ ID: request.id, Command: 'get', ActionID })}\n\n`;
    const OutputID = Buffer.from(request.outputId, 'hex').toString('base64');
    const body = takeBytes(request.body);
    const BodySize = body.length || undefined;
    const head = `${JSON.stringify({ ID: request.id, Command: 'put', ActionID, OutputID, BodySize })}\n\n`;
    return BodySize ? `${head}"${body.toString('base64')}"\n` : head;
  });
  return Buffer.from(parts.join(''));
}

async function decode(bytes: Buffer, cuts: readonly number[]): Promise<GoCacheRequest[]> {
  const stream = new PassThrough();
  const requests: GoCacheRequest[] = [];
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
  const requests: GoCacheRequest[] = [
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

test('large bodies are written to a file as they arrive, and filed by moving it', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'gots-spool-'));
  const store = new DiskCache(dir, { warn: () => {} });
  const body = randomBytes(3 << 20);
  const put: GoCacheRequest = { kind: 'put', id: 1, actionId: sha256('a'), outputId: sha256(body), body };
  const stream = new PassThrough();
  const requests: GoCacheRequest[] = [];
  const ended = new Promise<void>((done) =>
    readRequests(stream, (request) => requests.push(request), done, store.spool),
  );
  stream.end(encode([put]));
  await ended;
  const [request] = requests;
  if (request?.kind !== 'put') throw new Error('no put came out');
  expect(Buffer.isBuffer(request.body)).toBe(false);
  const entry = await store.put(request.actionId, request.outputId, request.body);
  expect(readFileSync(entry.path).equals(body)).toBe(true);
  expect(readdirSync(dirname(entry.path))).toEqual([`${request.outputId}-d`]);
  // The same object again: the spooled file is not needed, and goes.
  const again = store.spool(request.outputId);
  if (!again) throw new Error('no spool file');
  writeSync(again.fd, body);
  closeSync(again.fd);
  await store.put(request.actionId, request.outputId, { file: again.path, size: body.length });
  expect(readdirSync(dirname(entry.path))).toEqual([`${request.outputId}-d`]);
  rmSync(dir, { recursive: true });
});

test('a disk that fills up on the way loses nothing of a body', async () => {
  const body = randomBytes(1 << 20);
  const dir = mkdtempSync(join(tmpdir(), 'gots-spool-'));
  const spooled = join(dir, 'spooled');
  const requests: GoCacheRequest[] = [];
  const stream = new PassThrough();
  let fd = -1;
  const ended = new Promise<void>((done) => {
    readRequests(
      stream,
      (request) => requests.push(request),
      done,
      () => {
        fd = openSync(spooled, 'wx');
        return { fd, path: spooled };
      },
    );
  });
  const bytes = encode([{ kind: 'put', id: 1, actionId: sha256('a'), outputId: sha256('b'), body }]);
  stream.write(bytes.subarray(0, 600_000));
  await new Promise((done) => setImmediate(done));
  // Writing fails from here on, as it does on a full disk.
  closeSync(fd);
  const readOnly = openSync(spooled, 'r');
  expect(readOnly).toBe(fd);
  stream.end(bytes.subarray(600_000));
  await ended;
  const [request] = requests;
  if (request?.kind !== 'put') throw new Error('no put came out');
  expect(Buffer.isBuffer(request.body) && request.body.equals(body)).toBe(true);
  expect(readdirSync(dir)).toEqual([]);
  rmSync(dir, { recursive: true });
});
