import type { IncomingMessage, ServerResponse } from 'node:http';
import { decode } from './decode.ts';
import { decodeJson } from './from-json.ts';
import { OtlpError } from './otlp-error.ts';
import { type Signal, signals } from './otlp-json.ts';
import { type OnRequest, readRequestBody, unzip } from './receive.ts';

const contentTypes = { 'application/x-protobuf': 'http/protobuf', 'application/json': 'http/json' } as const;

/** The signal that a path of OTLP/HTTP is for: `/v1/traces`. */
export function signalOfPath(path: string): Signal | undefined {
  return signals.find((signal) => path === `/v1/${signal}`);
}

/** Answers one request of OTLP/HTTP (opentelemetry.io/docs/specs/otlp, "OTLP/HTTP"). */
export async function receiveHttp(
  signal: Signal,
  request: IncomingMessage,
  response: ServerResponse,
  onRequest: OnRequest,
): Promise<void> {
  const contentType = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const protocol = contentTypes[contentType as keyof typeof contentTypes];
  const refuse = (status: number, message: string, headers: Record<string, string> = {}) =>
    answer(request, response, {
      status,
      contentType: protocol ? contentType : 'text/plain',
      body: errorBody(message),
      headers,
    });
  // Only pages send an Origin. None of them has anything to report here.
  if (request.headers.origin !== undefined) return refuse(403, 'requests of web pages are not taken');
  if (request.method !== 'POST') return refuse(405, `${request.method} is not POST`, { allow: 'POST' });
  if (!protocol) return refuse(415, `content type "${contentType}": application/x-protobuf or application/json`);
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity' && encoding !== 'gzip')
    return refuse(415, `content encoding "${encoding}": gzip or none`);
  try {
    const isCompressed = encoding === 'gzip';
    const received = await readRequestBody(request);
    const body = isCompressed ? await unzip(received) : received;
    const read = protocol === 'http/json' ? decodeJson(signal, body.toString('utf8')) : decode(signal, body);
    onRequest(signal, read, { protocol, isCompressed });
    answer(request, response, { status: 200, contentType, body: { protobuf: Buffer.alloc(0), json: {} } });
  } catch (error) {
    if (!(error instanceof OtlpError)) throw error;
    refuse(error.reason === 'too-large' ? 413 : 400, error.message);
  }
}

interface Body {
  readonly protobuf: Buffer;
  readonly json: Readonly<Record<string, string>>;
}

/** google.rpc.Status, whose second field is the message. */
function errorBody(message: string): Body {
  const text = Buffer.from(message.slice(0, 1000));
  const length = text.length < 0x80 ? [text.length] : [(text.length & 0x7f) | 0x80, text.length >> 7];
  return { protobuf: Buffer.concat([Buffer.from([0x12, ...length]), text]), json: { message } };
}

/** How long the rest of a request is read and thrown away that has been answered already. */
const lingerMs = 1_000;

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  the: {
    readonly status: number;
    readonly contentType: string;
    readonly body: Body;
    readonly headers?: Readonly<Record<string, string>>;
  },
): void {
  const { status, contentType, body, headers } = the;
  const content =
    contentType === 'application/x-protobuf'
      ? body.protobuf
      : Buffer.from(contentType === 'application/json' ? JSON.stringify(body.json) : `${body.json['message']}\n`);
  // A body that was not read to its end would be taken for the next request.
  const close = request.complete ? {} : { connection: 'close' };
  response.writeHead(status, {
    'content-type': contentType,
    'content-length': content.length,
    'cache-control': 'no-store',
    ...close,
    ...headers,
  });
  if (request.complete) {
    response.end(content);
    return;
  }
  // A connection that is closed while data waits to be read is reset, and the sender may lose the answer.
  response.write(content);
  const timer = setTimeout(() => response.end(), lingerMs);
  request.once('close', () => {
    clearTimeout(timer);
    response.end();
  });
  request.resume();
}
