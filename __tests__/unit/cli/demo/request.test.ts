import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type DemoRequest, sendRequests } from '../../../../src/cli/commands/demo/request.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A server that answers 200 and notes what it was asked. */
async function serve(asked: string[]): Promise<string> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      asked.push(`${request.method} ${request.url} ${body}`.trim());
      response.end('ok');
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('requests go out in order, with their bodies', async () => {
  const asked: string[] = [];
  const requests: DemoRequest[] = [
    { title: 'a', method: 'GET', path: '/a?b=c', status: 200 },
    { title: 'b', method: 'POST', path: '/b', body: { n: 1 }, status: 200 },
  ];
  await sendRequests(await serve(asked), requests);
  expect(asked).toEqual(['GET /a?b=c', 'POST /b {"n":1}']);
});

test('an unexpected status is an error that names the request', async () => {
  const base = await serve([]);
  const request: DemoRequest = { title: 'a', method: 'GET', path: '/a', status: 404 };
  await expect(sendRequests(base, [request])).rejects.toMatchObject({
    code: 'demo_wrong_answer',
    message: 'GET /a was answered with status 200, not 404',
  });
});
