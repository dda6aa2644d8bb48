import { constants, type IncomingHttpHeaders, type ServerHttp2Stream } from 'node:http2';
import { OtlpError } from './otlp-error.ts';
import type { Signal } from './otlp-json.ts';
import { type OnRequest, readGrpcMessage, readRequestBody } from './receive.ts';

const services: Readonly<Record<string, Signal>> = {
  '/opentelemetry.proto.collector.trace.v1.TraceService/Export': 'traces',
  '/opentelemetry.proto.collector.metrics.v1.MetricsService/Export': 'metrics',
  '/opentelemetry.proto.collector.logs.v1.LogsService/Export': 'logs',
};

/** Of google.golang.org/grpc/codes. */
const codes = { ok: 0, invalidArgument: 3, resourceExhausted: 8, unimplemented: 12 } as const;

/** Answers one call of OTLP/gRPC. */
export async function receiveGrpc(
  stream: ServerHttp2Stream,
  headers: IncomingHttpHeaders,
  onRequest: OnRequest,
): Promise<void> {
  const path = headers[':path'] ?? '';
  const signal = Object.hasOwn(services, path) ? services[path] : undefined;
  if (!/^application\/grpc(\+proto)?($|;)/.test(headers['content-type'] ?? '')) {
    stream.respond({ ':status': 415, 'content-type': 'text/plain' });
    stream.end('HTTP/2 is for grpc here; content type application/grpc\n');
    return;
  }
  if (!signal) return refuse(stream, codes.unimplemented, `unknown method ${path}`);
  try {
    const encoding = String(headers['grpc-encoding'] ?? 'identity');
    const { request, isCompressed } = await readGrpcMessage(signal, await readRequestBody(stream), encoding);
    onRequest(signal, request, { protocol: 'grpc', isCompressed });
  } catch (error) {
    if (stream.destroyed) return; // the client went away
    if (!(error instanceof OtlpError)) throw error;
    return refuse(
      stream,
      error.reason === 'too-large' ? codes.resourceExhausted : codes.invalidArgument,
      error.message,
    );
  }
  stream.respond(
    { ':status': 200, 'content-type': 'application/grpc+proto', 'grpc-accept-encoding': 'identity,gzip' },
    { waitForTrailers: true },
  );
  stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': String(codes.ok) }));
  stream.end(Buffer.alloc(5)); // an empty response, not compressed
}

/** An answer of trailers alone. */
function refuse(stream: ServerHttp2Stream, code: number, message: string): void {
  stream.respond(
    {
      ':status': 200,
      'content-type': 'application/grpc+proto',
      'grpc-status': String(code),
      'grpc-message': encodeURIComponent(message.slice(0, 500)),
    },
    { endStream: true },
  );
  // What the client still sends is not read.
  stream.close(constants.NGHTTP2_NO_ERROR);
}
