import { readFileSync } from 'node:fs';
import { type ClientHttp2Session, connect as connectHttp2 } from 'node:http2';
import { connect } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { decode } from '../../../src/otlp/decode.ts';
import type { OtlpRequest, Signal } from '../../../src/otlp/otlp-json.ts';
import { signals } from '../../../src/otlp/otlp-json.ts';
import type { Delivery } from '../../../src/otlp/receive.ts';
import { maxRequestBytes } from '../../../src/otlp/receive.ts';
import { type OtlpSink, startSink } from '../../../src/otlp/sink.ts';

const testdata = join(import.meta.dirname, 'testdata');
const bytesOf = (signal: Signal) => readFileSync(join(testdata, `exported-${signal}.pb`));
const jsonOf = (signal: Signal) => readFileSync(join(testdata, `exported-${signal}.json`), 'utf8');

let received: { signal: Signal; request: OtlpRequest; delivery: Delivery }[] = [];
let sink: OtlpSink;
const sessions: ClientHttp2Session[] = [];

beforeAll(async () => {
  sink = await startSink({
    host: '127.0.0.1',
    onRequest: (signal, request, delivery) => void received.push({ signal, request, delivery }),
  });
});
afterEach(() => {
  received = [];
  for (const session of sessions.splice(0)) session.destroy();
});
afterAll(() => sink.close());

function post(path: string, body: string | Buffer, headers: Record<string, string>): Promise<Response> {
  return fetch(sink.urls.http + path, {
    method: 'POST',
    body: typeof body === 'string' ? body : new Uint8Array(body),
    headers,
  });
}
const protobuf = { 'content-type': 'application/x-protobuf' };
const json = { 'content-type': 'application/json' };

describe('over HTTP', () => {
  test.each(signals)('%s in protobuf, packed and not', async (signal) => {
    for (const isCompressed of [false, true]) {
      const body = isCompressed ? gzipSync(bytesOf(signal)) : bytesOf(signal);
      const headers = isCompressed ? { ...protobuf, 'content-encoding': 'gzip' } : protobuf;
      const response = await post(`/v1/${signal}`, body, headers);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('application/x-protobuf');
      expect((await response.arrayBuffer()).byteLength).toBe(0);
    }
    const request = decode(signal, bytesOf(signal));
    expect(received).toEqual([
      { signal, request, delivery: { protocol: 'http/protobuf', isCompressed: false } },
      { signal, request, delivery: { protocol: 'http/protobuf', isCompressed: true } },
    ]);
  });

  test.each(signals)('%s in JSON', async (signal) => {
    const response = await post(`/v1/${signal}?x=1`, jsonOf(signal), {
      'content-type': 'application/json; charset=utf-8',
    });
    expect([response.status, await response.json()]).toEqual([200, {}]);
    expect(received).toMatchObject([{ signal, delivery: { protocol: 'http/json', isCompressed: false } }]);
  });

  test('an empty request is one', async () => {
    expect((await post('/v1/logs', '', protobuf)).status).toBe(200);
    expect(received).toMatchObject([{ request: {} }]);
  });

  test.each([
    ['another path', '/v1/profiles', protobuf, 404],
    ['another type', '/v1/traces', { 'content-type': 'text/plain' }, 415],
    ['no type', '/v1/traces', { 'content-type': '' }, 415],
    ['another encoding', '/v1/traces', { ...protobuf, 'content-encoding': 'br' }, 415],
    ['no protobuf', '/v1/traces', protobuf, 400],
    ['no gzip', '/v1/traces', { ...protobuf, 'content-encoding': 'gzip' }, 400],
    ['no JSON', '/v1/traces', json, 400],
    ['a page in a browser', '/v1/traces', { ...json, origin: 'http://example.com' }, 403],
  ])('%s is refused', async (_, path, headers, status) => {
    const response = await post(path, 'abc', headers);
    expect(response.status).toBe(status);
    expect(await response.text()).not.toBe('');
    expect(received).toEqual([]);
  });

  test('the reason stands in a google.rpc.Status, or in JSON', async () => {
    const inProtobuf = Buffer.from(await (await post('/v1/traces', 'abc', protobuf)).arrayBuffer());
    expect([inProtobuf[0], inProtobuf[1]]).toEqual([0x12, inProtobuf.length - 2]);
    expect(inProtobuf.subarray(2).toString()).toMatch(/^8 bytes are expected at byte 1/);
    expect(await (await post('/v1/traces', '[]', json)).json()).toEqual({
      message: 'the request is [], not an object',
    });
  });

  test('only POST', async () => {
    const response = await fetch(`${sink.urls.http}/v1/traces`);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  test('a small body that unpacks to a large one is refused', async () => {
    const bomb = gzipSync(Buffer.alloc(maxRequestBytes + 1));
    const response = await post('/v1/traces', bomb, { ...protobuf, 'content-encoding': 'gzip' });
    expect(response.status).toBe(413);
  });

  test('a body that is too long is not read to its end', async () => {
    const status = await new Promise<string>((resolve) => {
      const socket = connect(Number(new URL(sink.urls.http).port), '127.0.0.1');
      let answered = '';
      const part = Buffer.alloc(1 << 20);
      const head = `POST /v1/traces HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-protobuf\r\ncontent-length: 1000000000\r\n\r\n`;
      socket.write(head);
      const write = () => {
        if (!socket.destroyed && answered === '') socket.write(part, () => setImmediate(write));
      };
      socket.on('data', (text) => {
        answered += text.toString();
      });
      socket.on('error', () => {});
      socket.on('close', () => resolve(answered.split('\r\n')[0] ?? ''));
      write();
    });
    expect(status).toBe('HTTP/1.1 413 Payload Too Large');
  });

  test('a client that leaves in the middle of its request, or says nothing, changes nothing', async () => {
    for (const text of ['', 'P', 'PRI', 'POST /v1/traces HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\nabc'])
      await new Promise<void>((resolve) => {
        const socket = connect(Number(new URL(sink.urls.http).port), '127.0.0.1', () =>
          socket.write(text, () => socket.destroy()),
        );
        socket.on('close', () => resolve());
      });
    expect((await post('/v1/logs', '', protobuf)).status).toBe(200);
  });
});

interface GrpcAnswer {
  readonly status: string;
  readonly message: string;
  readonly body: Buffer;
}

function frame(message: Buffer, isCompressed = false): Buffer {
  const head = Buffer.alloc(5);
  head[0] = isCompressed ? 1 : 0;
  head.writeUInt32BE(message.length, 1);
  return Buffer.concat([head, message]);
}

/** As a client of grpc calls: over HTTP/2 without TLS. */
function call(method: string, body: Buffer, headers: Record<string, string> = {}): Promise<GrpcAnswer> {
  const session = connectHttp2(sink.urls.grpc);
  sessions.push(session);
  return new Promise((resolve, reject) => {
    const stream = session.request({
      ':method': 'POST',
      ':path': method,
      'content-type': 'application/grpc',
      te: 'trailers',
      ...headers,
    });
    const parts: Buffer[] = [];
    let said: Record<string, unknown> = {};
    stream.on('response', (fields) => {
      said = { ...said, ...fields };
    });
    stream.on('trailers', (fields) => {
      said = { ...said, ...fields };
    });
    stream.on('data', (part) => parts.push(part));
    stream.on('error', reject);
    stream.on('end', () =>
      resolve({
        status: String(said['grpc-status'] ?? said[':status']),
        message: decodeURIComponent(String(said['grpc-message'] ?? '')),
        body: Buffer.concat(parts),
      }),
    );
    stream.end(body);
  });
}
const methods = {
  traces: '/opentelemetry.proto.collector.trace.v1.TraceService/Export',
  metrics: '/opentelemetry.proto.collector.metrics.v1.MetricsService/Export',
  logs: '/opentelemetry.proto.collector.logs.v1.LogsService/Export',
} as const;

describe('over grpc', () => {
  test.each(signals)('%s, packed and not', async (signal) => {
    const plain = await call(methods[signal], frame(bytesOf(signal)));
    expect(plain).toEqual({ status: '0', message: '', body: Buffer.alloc(5) });
    const packed = await call(methods[signal], frame(gzipSync(bytesOf(signal)), true), { 'grpc-encoding': 'gzip' });
    expect(packed.status).toBe('0');
    const request = decode(signal, bytesOf(signal));
    expect(received).toEqual([
      { signal, request, delivery: { protocol: 'grpc', isCompressed: false } },
      { signal, request, delivery: { protocol: 'grpc', isCompressed: true } },
    ]);
  });

  test.each([
    ['another method', '/grpc.health.v1.Health/Check', frame(Buffer.alloc(0)), {}, '12', /unknown method/],
    ['no protobuf', methods.traces, frame(Buffer.from('abc')), {}, '3', /bytes are expected/],
    [
      'a frame cut short',
      methods.traces,
      frame(Buffer.from('abc')).subarray(0, 6),
      {},
      '3',
      /a frame of 1 bytes that says it has 3/,
    ],
    ['no frame', methods.traces, Buffer.from('ab'), {}, '3', /a frame of 2 bytes/],
    [
      'an unknown compression',
      methods.traces,
      frame(Buffer.alloc(1), true),
      { 'grpc-encoding': 'snappy' },
      '3',
      /snappy/,
    ],
    ['no gzip', methods.traces, frame(Buffer.from('abc'), true), { 'grpc-encoding': 'gzip' }, '3', /no gzip/],
    [
      'a message that unpacks to a large one',
      methods.traces,
      frame(gzipSync(Buffer.alloc(maxRequestBytes + 1)), true),
      { 'grpc-encoding': 'gzip' },
      '8',
      /unpacked/,
    ],
    ['another type', methods.traces, frame(Buffer.alloc(0)), { 'content-type': 'application/json' }, '415', /^$/],
  ])('%s is refused', async (_, method, body, headers, status, message) => {
    const answer = await call(method, body, headers);
    expect(answer.status).toBe(status);
    expect(answer.message).toMatch(message);
    expect(received).toEqual([]);
  });

  test('a client that leaves in the middle of its call changes nothing', async () => {
    const session = connectHttp2(sink.urls.grpc);
    const stream = session.request({ ':method': 'POST', ':path': methods.logs, 'content-type': 'application/grpc' });
    stream.on('error', () => {});
    await new Promise<void>((resolve) => stream.write(frame(Buffer.alloc(100)).subarray(0, 20), () => resolve()));
    session.destroy();
    expect((await call(methods.logs, frame(Buffer.alloc(0)))).status).toBe('0');
  });
});

test('a port that is taken is an error', async () => {
  const port = Number(new URL(sink.urls.http).port);
  await expect(startSink({ host: '127.0.0.1', port, onRequest: () => {} })).rejects.toThrow('EADDRINUSE');
});

test('what is no OTLP can be answered otherwise', async () => {
  const other = await startSink({
    host: '127.0.0.1',
    onRequest: () => {},
    onOther: (request, response) => response.end(`${request.method} ${request.url}`),
  });
  expect(await (await fetch(`${other.urls.http}/page`)).text()).toBe('GET /page');
  await other.close();
});
