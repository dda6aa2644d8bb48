import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RunningServer {
  /** Without a slash at its end. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** What a server was asked, read whole. */
export interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export interface Answered {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A Buffer as it is, anything else as JSON. */
  readonly body?: unknown;
}

/** Serves on a free port of this machine until it is closed. */
export async function startServer(answer: (asked: Asked, url: string) => Promise<Answered>): Promise<RunningServer> {
  let own = '';
  const server = createServer((request, response) => {
    void serve(request, response, own, answer);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  own = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: own,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  own: string,
  answer: (asked: Asked, url: string) => Promise<Answered>,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const asked: Asked = {
    method: request.method ?? 'GET',
    url: new URL(request.url ?? '/', own),
    headers: request.headers,
    body: Buffer.concat(chunks),
  };
  const { status, headers, body } = await answer(asked, own).catch((error: unknown): Answered => {
    return { status: 500, body: { message: String(error) } };
  });
  const bytes = body === undefined || Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
  const type =
    body === undefined ? {} : { 'Content-Type': Buffer.isBuffer(body) ? 'application/zip' : 'application/json' };
  response.writeHead(status, { ...type, ...headers }).end(bytes);
}
