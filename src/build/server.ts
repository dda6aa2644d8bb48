import { chmodSync, renameSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { type CacheRequest, type Output, readRequests, writeResponse } from '../gocache/protocol.ts';
import type { Entry } from '../gocache/store.ts';
import { formatError, GotsError } from '../report/diagnostic.ts';
import { parseCompile } from '../toolexec/argv.ts';
import { ArchiveDeps } from './archive-deps.ts';
import { CachePolicy } from './cache-policy.ts';
import { compileStep } from './compile-step.ts';
import { type GoProcess, goProcess } from './go-process.ts';
import { hello, linkSalt } from './hello.ts';
import type { Job } from './jobs.ts';
import { linkStep } from './link-step.ts';
import { noteFile, takeNote } from './note.ts';
import {
  decodeRequest,
  encodeReply,
  type Frame,
  type Reply,
  type Request,
  type ToolRequest,
  takeFrame,
} from './protocol.ts';
import { writeReport } from './report-file.ts';
import { type ChildHost, Resolver } from './resolver.ts';
import type { Session } from './session.ts';
import type { TypeChecker } from './type-checker.ts';
import { Weaver } from './weaver.ts';

/** Errors that the compiler most likely has as well, and explains better. */
const aboutSource: ReadonlySet<string> = new Set(['weave_syntax_unknown', 'weave_type_unknown']);

export interface ServerOptions {
  readonly session: Session;
  /** Path of the Unix socket to listen on. */
  readonly socket: string;
  /** Command line of a child's cache program, quoted for GOCACHEPROG. */
  readonly childCacheProg: string;
  /** `-toolexec=…` for children, quoted. */
  readonly toolexecFlag: string;
  readonly types: TypeChecker;
}

/**
 * The process that GOCACHEPROG starts, one per go command: cache, job server and weaver together. It lives exactly as long
 * as the build; all it must keep is on disk when a Put is answered (build-protocol C4).
 */
export class BuildServer implements ChildHost {
  readonly toolexecFlag: string;
  private readonly session: Session;
  private readonly options: ServerOptions;
  private readonly policy: CachePolicy;
  private readonly resolver: Resolver;
  private readonly weaver = new Weaver();
  private readonly deps: ArchiveDeps;
  private readonly root: GoProcess = goProcess('', [], undefined);
  private readonly children = new Map<string, GoProcess>();
  private readonly groups = new Set<number>();
  /** Compilations of files that weaving could not read. */
  private readonly unreadable = new WeakMap<Socket, GotsError>();
  private readonly listener: Server;
  private greeting: Promise<void> | undefined;

  constructor(options: ServerOptions) {
    this.options = options;
    this.session = options.session;
    this.toolexecFlag = options.toolexecFlag;
    this.policy = new CachePolicy(options.session);
    this.resolver = new Resolver(options.session, this);
    this.deps = new ArchiveDeps(options.session.plan.goCache);
    this.listener = createServer((socket) => this.accept(socket));
  }

  /** Listens; the socket appears under its name only when it answers (build-protocol I2). */
  async listen(): Promise<void> {
    const { socket } = this.options;
    // No longer than the name itself, which may be as long as a socket's path can be.
    const temp = join(dirname(socket), `${process.pid}.new`);
    await new Promise<void>((resolve, reject) => {
      this.listener.once('error', reject);
      this.listener.listen(temp, resolve);
    });
    chmodSync(temp, 0o600);
    renameSync(temp, socket);
  }

  /** Serves the go command that started this process until it closes the stream. */
  serve(input: Readable, output: Output): Promise<void> {
    return new Promise((resolve) => {
      this.converse(this.root, input, output, resolve);
    });
  }

  /** Ends what the build started and files what is left. */
  async close(): Promise<void> {
    this.session.jobs.finishAll();
    for (const pid of this.groups) {
      try {
        process.kill(-pid, 'SIGKILL');
      } catch {
        // Gone already.
      }
    }
    this.listener.close();
    for (const file of [this.options.socket, noteFile(this.options.socket)]) rmSync(file, { force: true });
    await this.policy.close();
    if (this.root.mode === 'unknown' && this.session.stats.gets > 0 && process.env['GOTS_DEBUG']) {
      this.session.log.debug('no compiler reported through the shim; nothing was woven');
    }
    this.session.lastBuild.save();
    writeReport(this.session);
    await this.session.vanilla.close();
    this.session.weave.trim();
  }

  childEnv(token: string): NodeJS.ProcessEnv {
    return {
      ...process.env,
      GOFLAGS: '-buildvcs=false',
      GOTOOLCHAIN: 'local',
      GOCACHEPROG: this.options.childCacheProg,
      GOTS_SERVER: this.options.socket,
      GOTS_CHAIN: token,
    };
  }

  adopt(child: GoProcess): void {
    this.children.set(child.token, child);
  }

  dismiss(child: GoProcess): void {
    this.children.delete(child.token);
  }

  started(pid: number): void {
    this.groups.add(pid);
  }

  private converse(owner: GoProcess, input: Readable, output: Output, ended: () => void): void {
    writeResponse(output, { ID: 0, KnownCommands: ['get', 'put', 'close'] });
    // A build in which nothing changed asks thousands of times, one question after the other.
    const answer = (request: CacheRequest) => {
      const entry = request.kind === 'get' ? this.policy.quick(request.actionId, owner) : undefined;
      if (entry) writeResponse(output, { ID: request.id, ...describeEntry(entry) });
      else void this.answer(owner, request, output);
    };
    readRequests(input, answer, ended, this.session.vanilla.spool);
  }

  private async answer(owner: GoProcess, request: CacheRequest, output: Output): Promise<void> {
    const ID = request.id;
    try {
      if (request.kind === 'close') {
        if (owner === this.root) await this.policy.close();
        writeResponse(output, { ID });
        return;
      }
      if (owner.mode === 'unknown') await this.greet();
      const entry =
        request.kind === 'get'
          ? await this.policy.get(request.actionId, owner)
          : await this.policy.put(request.actionId, request.outputId, request.body, owner);
      writeResponse(output, entry ? { ID, ...describeEntry(entry) } : { ID, Miss: true });
    } catch (error) {
      // An error of the cache is never one of the build: go sees a miss, or an object that was not kept.
      this.session.log.warn(`cache: ${(error as Error).message}`);
      writeResponse(output, request.kind === 'get' ? { ID, Miss: true } : { ID, Err: (error as Error).message });
    }
  }

  /** The shim may have greeted before this server was there. */
  private greet(): Promise<void> {
    const request = this.greeting ? undefined : takeNote(this.options.socket);
    if (request) {
      this.greeting = hello(this.session, this.root, request);
      // Nobody else would say it: go has had the compiler's version. It stops when this process does.
      this.greeting.catch((error: unknown) => {
        process.stderr.write(`${describeError(error)}\n`);
        process.exit(exitCode(error));
      });
    }
    return this.greeting ?? Promise.resolve();
  }

  private accept(socket: Socket): void {
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
        this.session.log.warn(`shim: ${(error as Error).message}`);
        socket.destroy();
      }
    };
    socket.on('data', onData);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      if (job) this.session.jobs.ended(job);
    });
  }

  /** A child's cache program has introduced itself; from here on its stream speaks cmd/go's protocol. */
  private adoptStream(frame: Frame, socket: Socket, rest: Buffer): void {
    const child = this.children.get(frame.fields.get('chain')?.[0]?.toString() ?? '');
    if (!child) {
      socket.destroy();
      return;
    }
    if (rest.length > 0) socket.unshift(rest);
    this.converse(child, socket, socket, () => socket.end());
  }

  private async reply(socket: Socket, request: Request, started: (job: Job) => void): Promise<void> {
    let reply: Reply;
    try {
      const pending = request.kind === 'ended' ? this.unreadable.get(socket) : undefined;
      if (pending && request.kind === 'ended' && request.exitCode === 0) throw pending;
      reply = await this.replyTo(request, started);
    } catch (error) {
      if (request.kind === 'compile' && error instanceof GotsError && aboutSource.has(error.code)) {
        // Most likely the user's mistake, which the compiler explains best. If it takes the file, it is our fault.
        this.unreadable.set(socket, error);
        reply = { kind: 'run', argv: [request.tool, ...request.args], env: [], appends: [] };
      } else reply = { kind: 'done', exitCode: exitCode(error), stdout: '', stderr: `${describeError(error)}\n` };
    }
    if (!socket.destroyed) socket.write(encodeReply(reply));
  }

  private async replyTo(request: Request, started: (job: Job) => void): Promise<Reply> {
    const { session } = this;
    if (request.kind === 'ended') return { kind: 'done', exitCode: 0, stdout: '', stderr: '' };
    const owner = request.chain === '' ? this.root : (this.children.get(request.chain) ?? this.root);
    if (request.kind === 'hello' || request.kind === 'salt') {
      await hello(session, owner, request);
      if (request.kind === 'hello') return { kind: 'ok' };
      return { kind: 'salt', salt: owner.mode === 'weaving' ? linkSalt(session) : '' };
    }
    const asIs: Reply = { kind: 'exec', argv: [request.tool, ...request.args], env: [] };
    if (owner.mode !== 'weaving') return asIs;
    const job = session.jobs.start(prefixOf(request), request.importPath, owner);
    started(job);
    const common = { session, resolver: this.resolver, deps: this.deps };
    if (request.kind === 'link') return linkStep(common, owner, request, job);
    return compileStep(
      { ...common, policy: this.policy, weaver: this.weaver, types: this.options.types },
      owner,
      request,
      job,
    );
  }
}

function prefixOf(request: ToolRequest): string {
  if (request.kind === 'link') return `link ${request.pid}`;
  return parseCompile(request.args).buildId?.actionId ?? `compile ${request.pid}`;
}

function describeEntry(entry: Entry) {
  return {
    OutputID: Buffer.from(entry.outputId, 'hex').toString('base64'),
    Size: entry.size,
    Time: new Date(entry.timeMs).toISOString(),
    DiskPath: entry.path,
  };
}

function exitCode(error: unknown): number {
  if (!(error instanceof GotsError) || error.family === 'bug') return 70;
  return error.family === 'user' ? 2 : 1;
}

function describeError(error: unknown): string {
  if (error instanceof GotsError && error.family !== 'bug') return formatError(error);
  return `gots: internal error: ${(error as Error).stack ?? String(error)}`;
}
