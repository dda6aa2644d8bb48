import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';

// The scripts of bench/ are plain modules without types; what is used of them is declared here.
interface Line {
  readonly port: number;
  readonly counts: { readonly requests: number; readonly bytesDown: number };
  close(): void;
}
const { startLine } = (await import(new URL('../../../bench/delay-proxy.mjs', import.meta.url).href)) as {
  startLine(line: { to: number; roundTripMs: number; bitsPerSecond: number }): Promise<Line>;
};

const open: { close(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

/** A line to a server that does this with each connection. */
async function lineTo(serve: (socket: Socket) => void, roundTripMs: number, bitsPerSecond: number): Promise<Line> {
  const server = createServer(serve);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(server);
  const line = await startLine({ to: (server.address() as AddressInfo).port, roundTripMs, bitsPerSecond });
  open.push(line);
  return line;
}

it('brings all that a server has sent before it closed the connection', async () => {
  const body = Buffer.alloc(300_000, 'x');
  const head = `HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n`;
  const serve = (socket: Socket) => void socket.once('data', () => socket.end(head + body.toString('latin1')));
  // The body takes 240 ms, far longer than a round trip.
  const line = await lineTo(serve, 10, 10_000_000);
  const response = await fetch(`http://127.0.0.1:${line.port}/blob`);
  expect((await response.arrayBuffer()).byteLength).toBe(body.length);
  expect(line.counts.requests).toBe(1);
  expect(line.counts.bytesDown).toBeGreaterThan(body.length);
});

it('keeps the order of bytes that come in many small pieces', async () => {
  const pieces = Array.from({ length: 600 }, (_, i) => `${i};`.padEnd(i % 2 === 0 ? 2000 : 3, 'x'));
  const serve = async (socket: Socket) => {
    socket.setNoDelay(true);
    for (const piece of pieces) {
      socket.write(piece);
      await new Promise((resolve) => setImmediate(resolve));
    }
    socket.end();
  };
  const line = await lineTo(serve, 20, 1_000_000_000);
  const read: Buffer[] = [];
  for await (const data of connect(line.port, '127.0.0.1')) read.push(data as Buffer);
  expect(Buffer.concat(read).toString()).toBe(pieces.join(''));
});
