import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttp2, type ServerHttp2Session } from 'node:http2';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { receiveGrpc } from './grpc-receiver.ts';
import { receiveHttp, signalOfPath } from './http-receiver.ts';
import type { OnRequest } from './receive.ts';

export interface SinkOptions {
  /** Of the loopback interface: nothing here asks who sends. */
  readonly host: '127.0.0.1' | '::1';
  /** 0, the default: one that is free. */
  readonly port?: number;
  readonly onRequest: OnRequest;
  /** Answers requests over HTTP/1.1 that are no OTLP; 404 without. */
  readonly onOther?: ((request: IncomingMessage, response: ServerResponse) => void) | undefined;
}

/** A receiver of OTLP. */
export interface OtlpSink {
  /** Values for OTEL_EXPORTER_OTLP_ENDPOINT. Both name the same port. */
  readonly urls: { readonly grpc: string; readonly http: string };
  /** Ends with all connections. */
  close(): Promise<void>;
}

/** How HTTP/2 begins where it is not asked for by TLS (RFC 9113, 3.4). */
const preface = Buffer.from('PRI * HTTP/2.0');

/**
 * Receives OTLP on one port: http/protobuf, http/json, and grpc without TLS.
 *
 * @throws Error of node:net where the port is taken
 */
export async function startSink({ host, port = 0, onRequest, onOther }: SinkOptions): Promise<OtlpSink> {
  const http = createHttp((request, response) => {
    const signal = signalOfPath((request.url ?? '').split('?')[0] ?? '');
    if (signal) receiveHttp(signal, request, response, onRequest).catch((error) => fail(request.socket, error));
    else if (onOther) onOther(request, response);
    else response.writeHead(404, { 'content-type': 'text/plain' }).end('/v1/traces, /v1/metrics, /v1/logs\n');
  });
  const http2 = createHttp2();
  const sessions = new Set<ServerHttp2Session>();
  http2.on('session', (session) => {
    sessions.add(session);
    session.on('error', () => {}); // the connection broke; its streams know
    session.on('close', () => sessions.delete(session));
  });
  http2.on('stream', (stream, headers) => {
    stream.on('error', () => {}); // the client went away
    receiveGrpc(stream, headers, onRequest).catch((error) => fail(stream, error));
  });

  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {}); // HTTP's own listeners come later
    startsAsHttp2(socket, (isHttp2) => (isHttp2 ? http2 : http).emit('connection', socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const { port: taken } = server.address() as AddressInfo;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${taken}`;
  return {
    urls: { grpc: url, http: url },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const session of sessions) session.destroy();
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** A fault of the receiver: the client sees a broken connection, the process an error that nothing catches. */
function fail(connection: { destroy(): unknown }, error: unknown): void {
  connection.destroy();
  // A client that ends in the middle of its request is no fault.
  if ((error as NodeJS.ErrnoException).code === 'ECONNRESET') return;
  queueMicrotask(() => {
    throw error;
  });
}

/** Looks at the first bytes, and puts them back. A connection that ends before they tell is none. */
function startsAsHttp2(socket: Socket, then: (isHttp2: boolean) => void): void {
  let seen = Buffer.alloc(0);
  const timer = setTimeout(() => socket.destroy(), 60_000);
  const read = () => socket.read() as Buffer | null;
  const look = () => {
    for (let part = read(); part !== null; part = read()) seen = Buffer.concat([seen, part]);
    const fits = preface.subarray(0, seen.length).equals(seen.subarray(0, preface.length));
    if (fits && seen.length < preface.length) return;
    clearTimeout(timer);
    socket.off('readable', look);
    socket.unshift(seen);
    then(fits);
  };
  // Not 'data': what is read in flowing mode is lost to the HTTP/2 session, which takes over the socket a tick later.
  socket.on('readable', look);
  socket.once('close', () => clearTimeout(timer));
}
