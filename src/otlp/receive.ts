import type { Readable } from 'node:stream';
import { gunzip } from 'node:zlib';
import { decode } from './decode.ts';
import { invalid, OtlpError, tooLarge } from './otlp-error.ts';
import type { OtlpRequest, Signal } from './otlp-json.ts';

/** Most bytes of a request, packed and unpacked: what the OpenTelemetry Collector's HTTP receiver takes by default. */
export const maxRequestBytes = 20 * 1024 * 1024;

/** How a request came. */
export interface Delivery {
  readonly protocol: 'grpc' | 'http/protobuf' | 'http/json';
  readonly isCompressed: boolean;
}

/** Gets each request that has been read. What it throws is a fault of the receiver. */
export type OnRequest = (signal: Signal, request: OtlpRequest, delivery: Delivery) => void;

/**
 * Reads a body to its end. One that is too long is left where it is, so that an answer can still be sent.
 *
 * @throws OtlpError
 * @throws Error of the stream, where the sender ends in the middle
 */
export function readRequestBody(body: Readable): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    const take = (part: Buffer) => {
      size += part.length;
      parts.push(part);
      if (size <= maxRequestBytes) return;
      body.off('data', take);
      body.pause();
      reject(new OtlpError('too-large', `the request is longer than ${maxRequestBytes} bytes`));
    };
    body.on('data', take);
    body.once('end', () => resolve(Buffer.concat(parts)));
    body.once('error', reject);
    body.once('close', () => reject(Object.assign(new Error('the sender has ended'), { code: 'ECONNRESET' })));
  });
}

/** @throws OtlpError where it is no gzip, or longer than a request may be */
export function unzip(bytes: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    gunzip(bytes, { maxOutputLength: maxRequestBytes }, (error, result) => {
      if (!error) return resolve(result);
      try {
        if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') invalid(`no gzip: ${error.message}`);
        tooLarge(`the request is longer than ${maxRequestBytes} bytes when it is unpacked`);
      } catch (ours) {
        reject(ours);
      }
    });
  });
}

/** Takes a message of grpc out of its frame (grpc's PROTOCOL-HTTP2.md, "Length-Prefixed-Message"). A request of OTLP is one message. */
export async function readGrpcMessage(
  signal: Signal,
  body: Buffer,
  encoding: string,
): Promise<{ readonly request: OtlpRequest; readonly isCompressed: boolean }> {
  if (body.length < 5) invalid(`a frame of ${body.length} bytes`);
  const [isCompressed, size] = [body[0] === 1, body.readUInt32BE(1)];
  if (size !== body.length - 5) invalid(`a frame of ${body.length - 5} bytes that says it has ${size}`);
  if (isCompressed && encoding !== 'gzip') invalid(`a message compressed with "${encoding}"`);
  const message = body.subarray(5);
  return { request: decode(signal, isCompressed ? await unzip(message) : message), isCompressed };
}
