import { chmodSync, renameSync, rmSync } from 'node:fs';
import { createServer, type Server, Socket } from 'node:net';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Log } from '../../base/log.ts';
import type { UsedFiles } from '../../cache/used-files.ts';
import { type Output, writeResponse } from '../../cache/wire/gocacheprog.ts';
import { GotsError } from '../../report/diagnostic.ts';
import { parseCompile } from '../../toolexec/argv.ts';
import { noteFile } from '../front/early-greeting.ts';
import type { Resumed } from '../front/handover.ts';
import { linkSalt } from '../front/link-salt.ts';
import {
  decodeRequest,
  encodeReply,
  type Frame,
  type Reply,
  type Request,
  type ToolRequest,
  takeFrame,
} from '../front/protocol.ts';
import type { InjectedPackages } from '../injected/injected-packages.ts';
import type { Plan } from '../plan/plan.ts';
import { type CompileContext, compileStep } from '../steps/compile-step.ts';
import { type LinkContext, linkStep } from '../steps/link-step.ts';
import type { Afterwards, Step } from '../steps/woven-compile.ts';
import type { Children } from './children.ts';
import { type CacheConversation, greeting } from './conversation.ts';
import { describeError, exitCode } from './exit-code.ts';
import { type GoProcess, usedBy } from './go-process.ts';
import type { Job, Jobs } from './jobs.ts';

/** Errors that the compiler most likely has as well, and explains better. */
const aboutSource: ReadonlySet<string> = new Set(['weave_syntax_unknown', 'weave_type_unknown']);

/** What the server hands its requests to. */
export interface ServerParts {
  readonly plan: Plan;
  readonly log: Log;
  readonly conversation: CacheConversation;
  readonly children: Children;
  readonly jobs: Jobs;
  readonly injected: InjectedPackages;
  readonly compile: CompileContext;
  readonly link: LinkContext;
  /** Undefined unless GOTS_TOUCHED asks for the files that are used. */
  readonly usedFiles: UsedFiles | undefined;
  /** The outermost go command. */
  readonly root: GoProcess;
}

/** Where the server listens. */
export interface ServerPlace {
  /** Path of the Unix socket. */
  readonly socket: string;
  /** Process id of the server; the socket has a name made of it until it answers. */
  readonly pid: number;
  /** What the front did before this process started. */
  readonly resumed: Resumed | undefined;
}

/**
 * The process that GOCACHEPROG starts, one per go command: cache, job server and weaver together. It lives exactly as long
 * as the build; everything that must outlive it is on disk when a Put is answered (build-protocol C4).
 */
export class BuildServer {
  private readonly parts: ServerParts;
  private readonly place: ServerPlace;
  /** What follows when the tool at the other end has ended. */
  private readonly afterwards = new WeakMap<Socket, Afterwards>();
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
    const { socket, pid, resumed } = this.place;
    if (resumed?.listening) return this.goOnListening(resumed, resumed.listening.fd);
    // No longer than the name itself, which may be as long as a socket's path can be.
    const temp = join(dirname(socket), `${pid}.new`);
    await this.listenOn({ path: temp });
    chmodSync(temp, 0o600);
    renameSync(temp, socket);
  }

  /** Nothing is heard before this server is in the state in which the front was: a compilation must not pass for one before the hello. */
  private async goOnListening(resumed: Resumed, fd: number): Promise<void> {
    await this.parts.conversation.repeat(resumed);
    await this.listenOn({ fd });
    for (const { fd: open, received } of resumed.connections) this.accept(new Socket({ fd: open }), received);
  }

  private listenOn(where: { readonly path: string } | { readonly fd: number }): Promise<void> {
    return new Promise((resolve, reject) => {
      this.listener.once('error', reject);
      this.listener.listen(where, resolve);
    });
  }

  /** Serves the go command that started this process until it closes the stream. */
  serve(input: Readable, output: Output): Promise<void> {
    const { resumed } = this.place;
    if (!resumed?.listening) writeResponse(output, greeting);
    if (resumed && resumed.input.length > 0) input.unshift(resumed.input);
    return new Promise((resolve) => {
      this.parts.conversation.converse(this.parts.root, input, output, resolve);
    });
  }

  /** Ends what the build started, and listens no more. */
  close(): void {
    this.parts.jobs.finishAll();
    this.parts.children.killAll();
    this.listener.close();
    for (const file of [this.place.socket, noteFile(this.place.socket)]) rmSync(file, { force: true });
  }

  /** @param before what came on this connection already */
  private accept(socket: Socket, before: Buffer = Buffer.alloc(0)): void {
    let received: Buffer = Buffer.alloc(0);
    let job: Job | undefined;
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
          void this.reply(socket, decodeRequest(taken.frame), (started) => {
            job = started;
          });
        }
      } catch (error) {
        this.parts.log.warn(`shim: ${(error as Error).message}`);
        socket.destroy();
      }
    };
    socket.on('data', onData);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      if (job) this.parts.jobs.ended(job);
    });
    if (before.length > 0) onData(before);
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

  private async reply(socket: Socket, request: Request, started: (job: Job) => void): Promise<void> {
    let reply: Reply;
    try {
      const step = await this.replyTo(socket, request, started);
      if (step.afterwards) this.afterwards.set(socket, step.afterwards);
      reply = step.reply;
    } catch (error) {
      this.failures++;
      if (request.kind === 'compile' && error instanceof GotsError && aboutSource.has(error.code)) {
        // Most likely the user's mistake, which the compiler explains best. If it takes the file, it is our fault.
        this.afterwards.set(socket, unlessCompiled(error));
        reply = { kind: 'run', argv: [request.tool, ...request.args], env: [], appends: [] };
      } else reply = { kind: 'done', exitCode: exitCode(error), stdout: '', stderr: `${describeError(error)}\n` };
    }
    if (!socket.destroyed) socket.write(encodeReply(reply));
  }

  private async replyTo(socket: Socket, request: Request, started: (job: Job) => void): Promise<Step> {
    const { plan, conversation, children, jobs, injected, compile, link, usedFiles, root } = this.parts;
    if (request.kind === 'ended') {
      const { output: stdout } = request;
      if (request.exitCode !== 0) this.failures++;
      const reply = await this.afterwards.get(socket)?.ended(request);
      return { reply: reply ?? { kind: 'done', exitCode: 0, stdout, stderr: '' } };
    }
    const owner = request.chain === '' ? root : (children.byToken(request.chain) ?? root);
    if (request.kind === 'hello' || request.kind === 'salt') {
      await conversation.greetedBy(owner, request);
      if (request.kind === 'hello') return { reply: { kind: 'ok' } };
      return { reply: { kind: 'salt', salt: owner.mode === 'weaving' ? linkSalt(plan, injected) : '' } };
    }
    const asIs: Step = { reply: { kind: 'exec', argv: [request.tool, ...request.args], env: [] } };
    if (owner.mode !== 'weaving') return asIs;
    const job = jobs.start(prefixOf(request), request.importPath, owner);
    started(job);
    return usedBy(usedFiles, owner, async () =>
      request.kind === 'link'
        ? { reply: await linkStep(link, owner, request, job) }
        : compileStep(compile, owner, request, job),
    );
  }
}

/** The compiler explains its user's mistakes best; where it finds none, the error was not the user's. */
function unlessCompiled(error: GotsError): Afterwards {
  return {
    ended({ exitCode, output }) {
      if (exitCode === 0) throw error;
      return { kind: 'done', exitCode: 0, stdout: output, stderr: '' };
    },
  };
}

function prefixOf(request: ToolRequest): string {
  if (request.kind === 'link') return `link ${request.pid}`;
  return parseCompile(request.args).buildId?.actionId ?? `compile ${request.pid}`;
}
