import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Invocation {
  readonly kind: 'response' | 'error';
  readonly body: unknown;
}

/**
 * Starts a function as Lambda's provided.al2023 runtime does, hands it events one by one through the Runtime API, and ends it.
 *
 * @param command the bootstrap, behind an emulator if need be
 * @returns what the function answered to each event, and what it logged
 * @see https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
 */
export async function invokeLambda(
  command: readonly string[],
  events: readonly unknown[],
): Promise<{ answers: readonly Invocation[]; log: string }> {
  const answers: Invocation[] = [];
  let log = '';
  const done = { resolve: () => {}, reject: (_: unknown) => {} };
  const ended = new Promise<void>((resolve, reject) => Object.assign(done, { resolve, reject }));
  const api = createServer((request, response) => {
    void (async () => {
      const [, id, kind] =
        /^\/2018-06-01\/runtime\/invocation\/(\w+)(?:\/(response|error))?$/.exec(request.url ?? '') ?? [];
      if (request.method === 'GET' && id === 'next') {
        // The runtime waits here until there is something to do.
        if (answers.length === events.length) return;
        response.writeHead(200, {
          'Lambda-Runtime-Aws-Request-Id': `request${answers.length}`,
          'Lambda-Runtime-Deadline-Ms': `${Date.now() + 60_000}`,
          'Lambda-Runtime-Invoked-Function-Arn': 'arn:aws:lambda:eu-central-1:123456789012:function:orders',
          'Content-Type': 'application/json',
        });
        response.end(JSON.stringify(events[answers.length]));
      } else if (
        request.method === 'POST' &&
        id === `request${answers.length}` &&
        (kind === 'response' || kind === 'error')
      ) {
        answers.push({ kind, body: JSON.parse(await textOf(request)) });
        response.writeHead(202).end('{"status":"OK"}');
        if (answers.length === events.length) done.resolve();
      } else {
        response.writeHead(404).end();
        done.reject(new Error(`${request.method} ${request.url} is not of the Runtime API`));
      }
    })().catch((error) => done.reject(error));
  });
  api.listen(0, '127.0.0.1');
  await once(api, 'listening');
  const [program = '', ...args] = command;
  const env = {
    AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${(api.address() as AddressInfo).port}`,
    AWS_LAMBDA_FUNCTION_NAME: 'orders',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '128',
    _HANDLER: 'bootstrap',
  };
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
  }
  child.on('error', (error) => done.reject(error));
  child.on('exit', (code) => done.reject(new Error(`the function ended with ${code}: ${log}`)));
  try {
    await ended;
  } finally {
    child.removeAllListeners('exit');
    child.kill('SIGKILL');
    api.closeAllConnections();
    api.close();
  }
  return { answers, log };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
