// A server of Bazel's HTTP cache protocol behind a line with a delay and a rate, on loopback.
import { createServer } from 'node:http';
import { connect, createServer as listenRaw } from 'node:net';

/**
 * @typedef {object} Store
 * @property {number} port
 * @property {Record<string, string>} env credentials
 * @property {(port: number) => string} remoteAt value of GOTS_REMOTE, where the server is reached at this port
 * @property {() => number[]} sizes of its blobs, in bytes
 * @property {() => void} close
 */

/** @typedef {{ requests: number, bytesDown: number, bytesUp: number }} LineCounts */

/**
 * Starts a store of blobs in memory.
 *
 * @returns {Promise<Store>}
 */
export async function startStore() {
  const kept = new Map();
  const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const name = request.url ?? '';
      if (request.method === 'PUT') {
        const isThere = request.headers['if-none-match'] === '*' && kept.has(name);
        if (!isThere) kept.set(name, Buffer.concat(chunks));
        response.writeHead(isThere ? 412 : 201).end();
        return;
      }
      const bytes = kept.get(name);
      response.writeHead(bytes ? 200 : 404).end(bytes);
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    ...{ port: server.address().port, kept, env: {} },
    remoteAt: (port) => `http://127.0.0.1:${port}`,
    sizes: () => [...kept.values()].map((bytes) => bytes.length),
    close: () => server.close(),
  };
}

/**
 * Starts a line to a port: each direction takes half of the round trip, and all connections share one rate towards the client.
 *
 * @param {{ to: number, roundTripMs: number, bitsPerSecond: number }} line
 * @returns {Promise<{ port: number, counts: LineCounts, close: () => void }>}
 */
export async function startLine({ to, roundTripMs, bitsPerSecond }) {
  const counts = { requests: 0, bytesDown: 0, bytesUp: 0 };
  const bytesPerMs = bitsPerSecond / 8 / 1000;
  let freeAtMs = 0;
  /** When the last byte of a piece has left the line, in ms of performance.now(). */
  const leaves = (bytes) => {
    freeAtMs = Math.max(performance.now(), freeAtMs) + bytes / bytesPerMs;
    return freeAtMs;
  };
  const server = listenRaw((client) => {
    const upstream = connect(to, '127.0.0.1');
    client.setNoDelay(true);
    upstream.setNoDelay(true);
    const later = (ms, action) => setTimeout(action, Math.max(0, ms));
    client.on('data', (data) => {
      counts.bytesUp += data.length;
      counts.requests += data.toString('latin1').match(/^(?:GET|PUT|DELETE|PROPFIND) \//gm)?.length ?? 0;
      later(roundTripMs / 2, () => upstream.write(data));
    });
    upstream.on('data', (data) => {
      counts.bytesDown += data.length;
      const atMs = leaves(data.length) + roundTripMs / 2;
      // What is still on the line is no more than half a second of it: the sender waits.
      if (freeAtMs - performance.now() > 500) upstream.pause();
      later(atMs - performance.now(), () => {
        client.write(data);
        upstream.resume();
      });
    });
    const end = () =>
      later(roundTripMs, () => {
        client.destroy();
        upstream.destroy();
      });
    for (const socket of [client, upstream]) socket.on('error', end).on('close', end);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: server.address().port, counts, close: () => server.close() };
}
