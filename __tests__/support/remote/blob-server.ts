import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A server of this process that keeps what is put, and can misbehave. */
export interface BlobServer {
  readonly url: string;
  readonly kept: Map<string, Buffer>;
  /** `GET /ac/…` with the first digits of the name, in order. */
  readonly asked: string[];
  /** Answers a request in place of the server; gives false where the server is to answer. */
  misbehave: (request: IncomingMessage, response: ServerResponse, body: Buffer | undefined) => boolean;
}

/** Starts a server of Bazel's HTTP cache protocol; it ends with the test. */
export async function startBlobServer(): Promise<BlobServer> {
  const kept = new Map<string, Buffer>();
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const name = request.url ?? '';
      asked.push(`${request.method} ${name.replace(/([0-9a-f]{6})[0-9a-f]{58}/, '$1')}`);
      if (started.misbehave(request, response, kept.get(name))) return;
      if (request.method === 'PUT') {
        const isRefused = request.headers['if-none-match'] === '*' && kept.has(name);
        if (!isRefused) kept.set(name, Buffer.concat(chunks));
        response.writeHead(isRefused ? 412 : 201).end();
        return;
      }
      if (request.method === 'DELETE') kept.delete(name);
      const bytes = kept.get(name);
      response.writeHead(request.method === 'DELETE' ? 204 : bytes ? 200 : 404).end(bytes);
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const started: BlobServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    kept,
    asked,
    misbehave: () => false,
  };
  return started;
}
