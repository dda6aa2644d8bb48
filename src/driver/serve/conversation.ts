import type { Readable } from 'node:stream';
import type { Log } from '../../base/log.ts';
import type { CacheEntry } from '../../cache/cache.ts';
import type { LastBuild } from '../../cache/last-build.ts';
import type { Spool } from '../../cache/object-body.ts';
import type { UsedFiles } from '../../cache/used-files.ts';
import {
  type CacheResponse,
  type GoCacheRequest,
  type Output,
  readRequests,
  writeResponse,
} from '../../cache/wire/gocacheprog.ts';
import { shimBadFrame } from '../../report/codes/toolexec.ts';
import { takeNote } from '../front/early-greeting.ts';
import type { Resumed } from '../front/handover.ts';
import { type HandshakeContext, handshake } from '../front/handshake.ts';
import { decodeRequest, type HelloRequest, type SaltRequest, takeFrame } from '../front/protocol.ts';
import { type ReplayContext, type ReplayTarget, Transcript, writeReplay } from '../front/replay-writer.ts';
import type { Clock, Processes } from '../ports.ts';
import type { CachePolicy } from './cache-policy.ts';
import { type GoProcess, usedBy } from './go-process.ts';

/** The first thing that a cache program says. */
export const greeting: CacheResponse = { ID: 0, KnownCommands: ['get', 'put', 'close'] };

type Answer = Omit<CacheResponse, 'ID'>;
type PutRequest = Extract<GoCacheRequest, { kind: 'put' }>;

/** What a conversation needs besides the policy. */
export interface CacheConversationContext {
  readonly handshake: HandshakeContext;
  readonly replay: ReplayContext;
  readonly log: Log;
  readonly lastBuild: Pick<LastBuild, 'given'>;
  /** Undefined unless GOTS_TOUCHED asks for the files that are used. */
  readonly usedFiles: UsedFiles | undefined;
  /** Where a large body may be written before its request is complete. */
  readonly spool: Spool;
  readonly processes: Pick<Processes, 'giveUp'>;
  readonly clock: Pick<Clock, 'now'>;
  /** The outermost go command. */
  readonly root: GoProcess;
  /** Path of the server's socket: the shim may have left its greeting beside it. */
  readonly socket: string;
}

/** What go commands ask their cache and are answered. */
export class CacheConversation {
  private readonly context: CacheConversationContext;
  private readonly policy: CachePolicy;
  private readonly root: GoProcess;
  private readonly transcript = new Transcript();
  /** The first request of the outermost go command's shim. */
  private hello: HelloRequest | SaltRequest | undefined;
  private greeting: Promise<void> | undefined;

  constructor(context: CacheConversationContext, policy: CachePolicy) {
    this.context = context;
    this.policy = policy;
    this.root = context.root;
  }

  /** Answers what comes until the stream ends. */
  converse(owner: GoProcess, input: Readable, output: Output, ended: () => void): void {
    // A build in which little changed asks thousands of times, one question after the other.
    const answer = (request: GoCacheRequest) => {
      const response = request.kind === 'get' ? this.quick(owner, request.actionId) : undefined;
      if (response) writeResponse(output, { ID: request.id, ...response });
      else void usedBy(this.context.usedFiles, owner, () => this.answer(owner, request, output));
    };
    readRequests(input, answer, ended, this.context.spool);
  }

  /** Repeats the answers that the front gave, so that this process is in the state in which it would be if it had given them. */
  async repeat({ early, late, hello: frame }: Resumed): Promise<void> {
    for (const actionId of early) await this.get(this.root, actionId);
    if (frame.length > 0) {
      const request = decodeRequest((takeFrame(frame) ?? shimBadFrame('a greeting is cut off')).frame);
      if (request.kind === 'hello' || request.kind === 'salt') await this.greetedBy(this.root, request);
    }
    for (const actionId of late) await this.get(this.root, actionId);
  }

  /** The shim has shown itself. */
  async greetedBy(owner: GoProcess, request: HelloRequest | SaltRequest): Promise<void> {
    await handshake(this.context.handshake, owner, request);
    if (owner === this.root) this.hello ??= request;
  }

  /** Keeps what was answered for the next build of the same kind. */
  saveReplay(target: ReplayTarget, startedMs: number): void {
    const { replay, clock } = this.context;
    const { hello, root, transcript } = this;
    if (hello) writeReplay(replay, root, transcript, { target, hello, startedMs, nowMs: clock.now() });
  }

  private async answer(owner: GoProcess, request: GoCacheRequest, output: Output): Promise<void> {
    const ID = request.id;
    try {
      if (request.kind === 'close') {
        if (owner === this.root) await this.policy.close();
        writeResponse(output, { ID });
        return;
      }
      if (owner.mode === 'unknown') await this.greet();
      const response =
        request.kind === 'get' ? await this.get(owner, request.actionId) : await this.put(owner, request);
      writeResponse(output, { ID, ...response });
    } catch (error) {
      // An error of the cache is never one of the build: go sees a miss, or an object that was not kept.
      this.context.log.warn(`cache: ${(error as Error).message}`);
      writeResponse(output, request.kind === 'get' ? { ID, Miss: true } : { ID, Err: (error as Error).message });
    }
  }

  private quick(owner: GoProcess, actionId: string): Answer | undefined {
    const entry = this.policy.quick(actionId, owner);
    return entry && this.noted(owner, owner.mode, actionId, describeEntry(entry));
  }

  private async get(owner: GoProcess, actionId: string): Promise<Answer> {
    const quick = this.quick(owner, actionId);
    if (quick) return quick;
    const { mode } = owner;
    const entry = await this.policy.get(actionId, owner);
    return this.noted(owner, mode, actionId, entry ? describeEntry(entry) : { Miss: true });
  }

  private async put(owner: GoProcess, { actionId, outputId, body }: PutRequest): Promise<Answer> {
    const { mode } = owner;
    return this.noted(owner, mode, actionId, describeEntry(await this.policy.put(actionId, outputId, body, owner)));
  }

  private noted(owner: GoProcess, mode: GoProcess['mode'], actionId: string, response: Answer): Answer {
    if (owner === this.root) {
      const given = this.context.lastBuild.given(actionId);
      const kind = given === undefined ? '-' : given.weaveId === '' ? 'v' : 'w';
      this.transcript.note(mode, actionId, response, kind);
    }
    return response;
  }

  /** The shim may have greeted before this process was there. */
  private greet(): Promise<void> {
    const request = this.greeting ? undefined : takeNote(this.context.socket);
    if (request) {
      this.greeting = this.greetedBy(this.root, request);
      // No tool is left that could print the error: go has the compiler's version already. It stops when this process does.
      this.greeting.catch((error: unknown) => this.context.processes.giveUp(error));
    }
    return this.greeting ?? Promise.resolve();
  }
}

function describeEntry(entry: CacheEntry): Answer {
  return {
    OutputID: Buffer.from(entry.outputId, 'hex').toString('base64'),
    Size: entry.size,
    Time: new Date(entry.timeMs).toISOString(),
    DiskPath: entry.path,
  };
}
