import { chmodSync, renameSync, rmSync } from 'node:fs';
import { createServer, type Server, Socket } from 'node:net';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { type Output, writeResponse } from '../../cache/wire/gocacheprog.ts';
import { signalGroup } from '../../process/spawn.ts';
import { GotsError } from '../../report/diagnostic.ts';
import { parseCompile } from '../../toolexec/argv.ts';
import { noteFile } from '../front/early-greeting.ts';
import type { Resumed } from '../front/handover.ts';
import { linkSalt } from '../front/handshake.ts';
import {
  decodeRequest,
  encodeReply,
  type Frame,
  type Reply,
  type Request,
  type ToolRequest,
  takeFrame,
} from '../front/protocol.ts';
import { type ChildHost, Resolver } from '../injected/resolver.ts';
import { ArchiveDeps } from '../steps/archive-deps.ts';
import { compileStep, type Step } from '../steps/compile-step.ts';
import { linkStep } from '../steps/link-step.ts';
import { pluginLoader } from '../steps/plugins.ts';
import type { TypeChecker } from '../steps/type-checker.ts';
import { Weaver } from '../steps/weaver.ts';
import type { Afterwards } from '../steps/woven-compile.ts';
import { CachePolicy } from './cache-policy.ts';
import { Answers, greeting } from './conversation.ts';
import { describeError, exitCode } from './exit-code.ts';
import { type GoProcess, goProcess } from './go-process.ts';
import type { Job } from './jobs.ts';
import { writeReport } from './report-file.ts';
import { type Session, usedBy } from './session.ts';

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
  /** When this process started, in ms since 1970. */
  readonly startedMs: number;
  /** What was done before, by the front. */
  readonly resumed: Resumed | undefined;
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
  private readonly answers: Answers;
  private readonly resolver: Resolver;
  private readonly weaver: Weaver;
  private readonly deps: ArchiveDeps;
  private readonly root: GoProcess = goProcess('', [], undefined);
  private readonly children = new Map<string, GoProcess>();
  private readonly groups = new Set<number>();
  /** What follows when the tool at the other end has ended. */
  private readonly afterwards = new WeakMap<Socket, Afterwards>();
  private readonly listener: Server;

  constructor(options: ServerOptions) {
    this.options = options;
    this.session = options.session;
    this.toolexecFlag = options.toolexecFlag;
    this.weaver = new Weaver(pluginLoader(options.session.plan.aspectFiles));
    this.policy = new CachePolicy(options.session);
    this.answers = new Answers(options.session, this.policy, this.root, options.socket);
    this.resolver = new Resolver(options.session, this);
    this.deps = new ArchiveDeps(options.session.plan.goCache);
    this.listener = createServer((socket) => this.accept(socket));
  }

  /** Listens; the socket appears under its name only when it answers (build-protocol I2). */
  async listen(): Promise<void> {
    const { socket, resumed } = this.options;
    if (resumed?.listening) return this.goOnListening(resumed, resumed.listening.fd);
    // No longer than the name itself, which may be as long as a socket's path can be.
    const temp = join(dirname(socket), `${process.pid}.new`);
    await this.listenOn({ path: temp });
    chmodSync(temp, 0o600);
    renameSync(temp, socket);
  }

  /** Nothing is heard before this server is in the state in which the front was: a compilation must not pass for one before the hello. */
  private async goOnListening(resumed: Resumed, fd: number): Promise<void> {
    await this.answers.repeat(resumed);
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
    const { resumed } = this.options;
    if (!resumed?.listening) writeResponse(output, greeting);
    if (resumed && resumed.input.length > 0) input.unshift(resumed.input);
    return new Promise((resolve) => {
      this.answers.converse(this.root, input, output, resolve);
    });
  }

  /** Ends what the build started and files what is left. */
  async close(): Promise<void> {
    this.session.jobs.finishAll();
    for (const pid of this.groups) signalGroup(pid, 'SIGKILL');
    this.listener.close();
    for (const file of [this.options.socket, noteFile(this.options.socket)]) rmSync(file, { force: true });
    await this.policy.close();
    if (this.root.mode === 'unknown' && this.session.stats.gets > 0 && process.env['GOTS_DEBUG']) {
      this.session.log.debug('no compiler reported through the shim; nothing was woven');
    }
    this.session.lastBuild.save();
    this.session.usedFiles?.save();
    const { resumed, startedMs } = this.options;
    if (resumed?.target) this.answers.saveReplay(resumed.target, startedMs);
    writeReport(this.session, startedMs);
    await this.session.caches.close();
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
        this.session.log.warn(`shim: ${(error as Error).message}`);
        socket.destroy();
      }
    };
    socket.on('data', onData);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      if (job) this.session.jobs.ended(job);
    });
    if (before.length > 0) onData(before);
  }

  /** A child's cache program has introduced itself; from here on its stream speaks cmd/go's protocol. */
  private adoptStream(frame: Frame, socket: Socket, rest: Buffer): void {
    const child = this.children.get(frame.fields.get('chain')?.[0]?.toString() ?? '');
    if (!child) {
      socket.destroy();
      return;
    }
    if (rest.length > 0) socket.unshift(rest);
    writeResponse(socket, greeting);
    this.answers.converse(child, socket, socket, () => socket.end());
  }

  private async reply(socket: Socket, request: Request, started: (job: Job) => void): Promise<void> {
    let reply: Reply;
    try {
      const step = await this.replyTo(socket, request, started);
      if (step.afterwards) this.afterwards.set(socket, step.afterwards);
      reply = step.reply;
    } catch (error) {
      if (request.kind === 'compile' && error instanceof GotsError && aboutSource.has(error.code)) {
        // Most likely the user's mistake, which the compiler explains best. If it takes the file, it is our fault.
        this.afterwards.set(socket, unlessCompiled(error));
        reply = { kind: 'run', argv: [request.tool, ...request.args], env: [], appends: [] };
      } else reply = { kind: 'done', exitCode: exitCode(error), stdout: '', stderr: `${describeError(error)}\n` };
    }
    if (!socket.destroyed) socket.write(encodeReply(reply));
  }

  private async replyTo(socket: Socket, request: Request, started: (job: Job) => void): Promise<Step> {
    const { session } = this;
    if (request.kind === 'ended') {
      const { output: stdout } = request;
      const reply = await this.afterwards.get(socket)?.ended(request);
      return { reply: reply ?? { kind: 'done', exitCode: 0, stdout, stderr: '' } };
    }
    const owner = request.chain === '' ? this.root : (this.children.get(request.chain) ?? this.root);
    if (request.kind === 'hello' || request.kind === 'salt') {
      await this.answers.greetedBy(owner, request);
      if (request.kind === 'hello') return { reply: { kind: 'ok' } };
      return { reply: { kind: 'salt', salt: owner.mode === 'weaving' ? linkSalt(session) : '' } };
    }
    const asIs: Step = { reply: { kind: 'exec', argv: [request.tool, ...request.args], env: [] } };
    if (owner.mode !== 'weaving') return asIs;
    const job = session.jobs.start(prefixOf(request), request.importPath, owner);
    started(job);
    const common = { session, resolver: this.resolver, deps: this.deps };
    const tools = { ...common, policy: this.policy, weaver: this.weaver, types: this.options.types };
    return usedBy(session, owner, async () =>
      request.kind === 'link'
        ? { reply: await linkStep(common, owner, request, job) }
        : compileStep(tools, owner, request, job),
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
