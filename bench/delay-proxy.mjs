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
  const server = listenRaw({ allowHalfOpen: true }, (client) => {
    const upstream = connect({ port: to, host: '127.0.0.1', allowHalfOpen: true });
    client.setNoDelay(true);
    upstream.setNoDelay(true);
    const up = inOrder();
    const down = inOrder();
    client.on('data', (data) => {
      counts.bytesUp += data.length;
      counts.requests += data.toString('latin1').match(/^(?:GET|PUT|DELETE|PROPFIND) \//gm)?.length ?? 0;
      up(performance.now() + roundTripMs / 2, () => upstream.write(data));
    });
    upstream.on('data', (data) => {
      counts.bytesDown += data.length;
      // What is still on the line is no more than half a second of it: the sender waits.
      const leftAtMs = leaves(data.length);
      if (leftAtMs - performance.now() > 500) upstream.pause();
      down(leftAtMs + roundTripMs / 2, () => {
        client.write(data);
        upstream.resume();
      });
    });
    // What one end has sent before it closed still comes to the other.
    upstream.on('end', () => down(performance.now() + roundTripMs / 2, () => client.end()));
    client.on('end', () => up(performance.now() + roundTripMs / 2, () => upstream.end()));
    client.on('error', () => upstream.destroy()).on('close', () => upstream.destroy());
    upstream.on('error', () => client.destroy());
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: server.address().port, counts, close: () => server.close() };
}

/**
 * Does things at their times, in ms of performance.now(), and none before an earlier one: timers of their own may pass each other by a millisecond.
 *
 * @returns {(atMs: number, action: () => void) => void}
 */
function inOrder() {
  /** @type {{ atMs: number, action: () => void }[]} */
  const waiting = [];
  let isSet = false;
  const wait = () => {
    isSet = true;
    setTimeout(run, Math.max(0, waiting[0].atMs - performance.now()));
  };
  const run = () => {
    isSet = false;
    while (waiting.length > 0 && waiting[0].atMs <= performance.now()) waiting.shift()?.action();
    if (waiting.length > 0) wait();
  };
  return (atMs, action) => {
    waiting.push({ atMs, action });
    if (!isSet) wait();
  };
}
