import { closeSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import type { Readable } from 'node:stream';
import type { Body, Spool, SpoolFile } from '../object-body.ts';

/**
 * One request of cmd/go, ids in hex.
 *
 * @see cmd/go/internal/cacheprog, the same in Go 1.24.11, 1.25.5, 1.26.8 and 1.27.0 (1.24 also sends ObjectID under an experiment)
 */
export type GoCacheRequest =
  | { readonly kind: 'get'; readonly id: number; readonly actionId: string }
  | {
      readonly kind: 'put';
      readonly id: number;
      readonly actionId: string;
      readonly outputId: string;
      readonly body: Body;
    }
  | { readonly kind: 'close'; readonly id: number };

export interface CacheResponse {
  readonly ID: number;
  readonly Err?: string;
  readonly KnownCommands?: readonly string[];
  readonly Miss?: boolean;
  /** base64 */
  readonly OutputID?: string;
  readonly Size?: number;
  /** RFC 3339. The field is `Time`; `TimeNanos`, which other servers send, is not read by cmd/go. */
  readonly Time?: string;
  readonly DiskPath?: string;
}

interface Header {
  readonly ID: number;
  readonly Command: string;
  readonly ActionID?: string;
  readonly OutputID?: string;
  readonly ObjectID?: string;
  readonly BodySize?: number;
}

/**
 * Reads GOCACHEPROG requests from a stream: a JSON line each, and after a Put the body as a JSON string of base64.
 *
 * @param handle called for each request in order; not awaited, so answers may come out of order
 * @param ended called once, at the end of the stream
 * @param spool opens a file for a large body, so that it is never in memory as a whole; undefined: it is
 */
export function readRequests(
  stream: Readable,
  handle: (request: GoCacheRequest) => void,
  ended: () => void,
  spool: Spool = () => undefined,
): void {
  const decoder = new RequestDecoder(handle, spool);
  stream.on('data', (chunk: Buffer) => decoder.push(chunk));
  let done = false;
  const finish = () => {
    if (!done) ended();
    done = true;
  };
  stream.on('end', finish);
  stream.on('close', finish);
  stream.on('error', finish);
}

/** Bodies from this size on are spooled: archives of large packages have tens of megabytes. */
const spoolBytes = 512 * 1024;

const newline = 0x0a;
const quote = 0x22;

/** Where a body goes while it arrives. */
interface Sink {
  write(bytes: Buffer): void;
  finish(): Body;
}

class RequestDecoder {
  private readonly handle: (request: GoCacheRequest) => void;
  private readonly spool: Spool;
  private line: Buffer[] = [];
  private header: Header | undefined;
  private sink: Sink | undefined;
  private filled = 0;
  private inString = false;
  /** Up to three base64 characters that wait for the rest of their group of four. */
  private rest = '';

  constructor(handle: (request: GoCacheRequest) => void, spool: Spool) {
    this.handle = handle;
    this.spool = spool;
  }

  push(chunk: Buffer): void {
    let at = 0;
    while (at < chunk.length) at = this.sink ? this.takeBody(chunk, at) : this.takeLine(chunk, at);
  }

  private takeLine(chunk: Buffer, at: number): number {
    const end = chunk.indexOf(newline, at);
    if (end < 0) {
      this.line.push(chunk.subarray(at));
      return chunk.length;
    }
    this.line.push(chunk.subarray(at, end));
    const text = Buffer.concat(this.line).toString('utf8').trim();
    this.line = [];
    if (text !== '') this.takeHeader(JSON.parse(text) as Header);
    return end + 1;
  }

  private takeHeader(header: Header): void {
    if (header.Command === 'put' && (header.BodySize ?? 0) > 0) {
      this.header = header;
      this.sink = this.openSink(header);
      this.filled = 0;
      this.inString = false;
      this.rest = '';
      return;
    }
    this.emit(header, Buffer.alloc(0));
  }

  private takeBody(chunk: Buffer, at: number): number {
    let from = at;
    if (!this.inString) {
      while (from < chunk.length && chunk[from] !== quote) from++;
      if (from === chunk.length) return from;
      this.inString = true;
      from++;
    }
    const close = chunk.indexOf(quote, from);
    const to = close < 0 ? chunk.length : close;
    const text = this.rest + chunk.toString('latin1', from, to);
    const whole = close < 0 ? text.length - (text.length % 4) : text.length;
    this.rest = text.slice(whole);
    const bytes = Buffer.from(text.slice(0, whole), 'base64');
    this.filled += bytes.length;
    this.sink?.write(bytes);
    if (close < 0) return to;
    const header = this.header as Header;
    const body = this.sink?.finish();
    this.sink = undefined;
    this.header = undefined;
    if (this.filled !== header.BodySize)
      throw new Error(`put ${header.ID}: ${this.filled} bytes instead of ${header.BodySize}`);
    this.emit(header, body ?? Buffer.alloc(0));
    return close + 1;
  }

  private openSink(header: Header): Sink {
    const size = header.BodySize as number;
    const file = size < spoolBytes ? undefined : this.spool(toHex(header.OutputID ?? header.ObjectID));
    return file ? fileSink(file, size) : memorySink(size);
  }

  private emit(header: Header, body: Body): void {
    const id = header.ID;
    const actionId = toHex(header.ActionID);
    if (header.Command === 'get') this.handle({ kind: 'get', id, actionId });
    else if (header.Command === 'close') this.handle({ kind: 'close', id });
    else if (header.Command === 'put')
      this.handle({ kind: 'put', id, actionId, outputId: toHex(header.OutputID ?? header.ObjectID), body });
    else throw new Error(`unknown GOCACHEPROG command ${JSON.stringify(header.Command)}`);
  }
}

function memorySink(size: number): Sink {
  const body = Buffer.allocUnsafe(size);
  let at = 0;
  return {
    write(bytes) {
      at += bytes.copy(body, at);
    },
    finish: () => body,
  };
}

/** When the disk is full, what was written is taken back into memory: the store decides what becomes of the object. */
function fileSink({ fd, path }: SpoolFile, size: number): Sink {
  let memory: Sink | undefined;
  return {
    write(bytes) {
      let at = 0;
      try {
        while (!memory && at < bytes.length) at += writeSync(fd, bytes, at);
      } catch {
        memory = memorySink(size);
        memory.write(readFileSync(path));
        closeSync(fd);
        unlinkSync(path);
      }
      memory?.write(bytes.subarray(at));
    },
    finish() {
      if (memory) return memory.finish();
      closeSync(fd);
      return { file: path, size };
    },
  };
}

function toHex(base64: string | undefined): string {
  return base64 === undefined ? '' : Buffer.from(base64, 'base64').toString('hex');
}

/** Where answers go. */
export interface Output {
  write(text: string): void;
}

/** Writes one answer, a line of JSON. */
export function writeResponse(stream: Output, response: CacheResponse): void {
  stream.write(`${JSON.stringify(response)}\n`);
}
