import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { request } from '../../../../../src/cache/remote/stores/http-request.ts';

/** A server in a thread of its own: its path says how many ms after what came before each of two parts comes, whatever this thread does. */
const server = `
const { createServer } = require('node:http');
const { parentPort } = require('node:worker_threads');
const parts = createServer((request, response) => {
  const [, first, second] = request.url.split('/').map(Number);
  parentPort.postMessage('asked');
  setTimeout(() => {
    response.write('first ');
    setTimeout(() => response.end('second'), second);
  }, first);
});
parts.listen(0, '127.0.0.1', () => parentPort.postMessage(parts.address().port));
`;

const patience = { answerMs: 1000, pauseMs: 1000 };
const workMs = 2000;

async function startServer(onAsked = () => {}): Promise<string> {
  const worker = new Worker(server, { eval: true });
  onTestFinished(async () => void (await worker.terminate()));
  const [port] = (await once(worker, 'message')) as [number];
  worker.on('message', onAsked);
  return `http://127.0.0.1:${port}`;
}

/** Keeps this thread from all else. */
function work(ms: number): void {
  for (const end = performance.now() + ms; performance.now() < end; );
}

const get = (url: string) => request({ method: 'GET', url, headers: {}, mostBytes: 100 }, patience);

test.each([
  ['begins', `/${workMs + 300}/0`, 0],
  ['goes on', `/0/${workMs + 300}`, 300],
])('an answer that %s after this process was at work is no silence', async (_, path, afterMs) => {
  const url = await startServer(() => setTimeout(() => work(workMs), afterMs));
  expect((await get(`${url}${path}`)).body.toString()).toBe('first second');
});

test.each([
  ['that does not begin', '/60000/0', 'no answer within 1 s'],
  ['that stops', '/0/60000', 'the answer stopped for 1 s'],
])('an answer %s is given up', async (_, path, reason) => {
  await expect(get(`${await startServer()}${path}`)).rejects.toThrow(reason);
});
