import { createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { decodeRequest, encodeReply, type Reply, type Request, takeFrame } from '../../src/driver/front/protocol.ts';

/** A server that answers the shim as a test wants, and what it saw. */
export interface ShimServer {
  readonly requests: readonly Request[];
  /** Connections that are still open. */
  open(): number;
}

/** Listens until the test ends. `answer` returns undefined to hang up instead. */
export async function serveShim(path: string, answer: (request: Request) => Reply | undefined): Promise<ShimServer> {
  const requests: Request[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    let received = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      for (let taken = takeFrame(received); taken; taken = takeFrame(received)) {
        received = Buffer.from(taken.rest);
        const request = decodeRequest(taken.frame);
        requests.push(request);
        const reply = answer(request);
        if (reply) socket.write(encodeReply(reply));
        else socket.destroy();
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  );
  return { requests, open: () => sockets.size };
}
