import { chmodSync, renameSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Log } from '../../base/log.ts';
import { type Output, writeResponse } from '../../cache/wire/gocacheprog.ts';
import { noteFile } from '../front/early-greeting.ts';
import { decodeRequest, encodeReply, type Frame, takeFrame } from '../front/protocol.ts';
import { greeting } from './conversation.ts';
import { ToolRun, type ToolRunParts } from './tool-runs.ts';

/** What the server hands its requests to. */
export interface ServerParts extends ToolRunParts {
  readonly log: Log;
}

/** Where the server listens. */
export interface ServerPlace {
  /** Path of the Unix socket. */
  readonly socket: string;
  /** Process id of the server; the socket has a name made of it until it answers. */
  readonly pid: number;
}

/**
 * The process that GOCACHEPROG starts, one per go command: cache, job server and weaver together. It lives exactly as long
 * as the build; everything that must outlive it is on disk when a Put is answered (build-protocol C4).
 */
export class BuildServer {
  private readonly parts: ServerParts;
  private readonly place: ServerPlace;
  private readonly listener: Server;
  private failures = 0;

  constructor(parts: ServerParts, place: ServerPlace) {
    this.parts = parts;
    this.place = place;
    this.listener = createServer((socket) => this.accept(socket));
  }

  /** Whether a tool failed, or was not run because of an error. */
  hasFailed(): boolean {
    return this.failures > 0;
  }

  /** Listens; the socket appears under its name only when it answers (build-protocol I2). */
  async listen(): Promise<void> {
    const { socket, pid } = this.place;
    // No longer than the name itself, which may be as long as a socket's path can be.
    const temp = join(dirname(socket), `${pid}.new`);
    await new Promise<void>((resolve, reject) => {
      this.listener.once('error', reject);
      this.listener.listen({ path: temp }, resolve);
    });
    chmodSync(temp, 0o600);
    renameSync(temp, socket);
  }

  /** Serves the go command that started this process until it closes the stream. */
  serve(input: Readable, output: Output): Promise<void> {
    writeResponse(output, greeting);
    return new Promise((resolve) => {
      this.parts.conversation.converse(this.parts.root, input, output, resolve);
    });
  }

  /** Ends what the build started, and listens no more. */
  close(): void {
    this.parts.jobs.finishAll();
    this.parts.children.killAll();
    if (this.listener.listening) this.listener.close();
    for (const file of [this.place.socket, noteFile(this.place.socket)]) rmSync(file, { force: true });
  }

  private accept(socket: Socket): void {
    let received: Buffer = Buffer.alloc(0);
    const run = new ToolRun(this.parts, () => this.failures++);
    const onData = (chunk: Buffer) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      try {
        for (let taken = takeFrame(received); taken; taken = takeFrame(received)) {
          received = taken.rest;
          if (taken.frame.kind === 'child') {
            socket.off('data', onData);
            this.adoptStream(taken.frame, socket, received);
            return;
          }
          void run.answer(decodeRequest(taken.frame)).then((reply) => {
            if (!socket.destroyed) socket.write(encodeReply(reply));
          });
        }
      } catch (error) {
        this.parts.log.warn(`shim: ${(error as Error).message}`);
        socket.destroy();
      }
    };
    socket.on('data', onData);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => run.ended());
  }

  /** A child's cache program has introduced itself; from here on its stream speaks cmd/go's protocol. */
  private adoptStream(frame: Frame, socket: Socket, rest: Buffer): void {
    const child = this.parts.children.byToken(frame.fields.get('chain')?.[0]?.toString() ?? '');
    if (!child) {
      socket.destroy();
      return;
    }
    if (rest.length > 0) socket.unshift(rest);
    writeResponse(socket, greeting);
    this.parts.conversation.converse(child, socket, socket, () => socket.end());
  }
}
