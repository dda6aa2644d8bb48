import type { Readable } from 'node:stream';
import type { Log } from '../../base/log.ts';
import type { CacheEntry } from '../../cache/cache.ts';
import type { Spool } from '../../cache/object-body.ts';
import type { UsedFiles } from '../../cache/used-files.ts';
import {
  type CacheResponse,
  type GoCacheRequest,
  type Output,
  readRequests,
  writeResponse,
} from '../../cache/wire/gocacheprog.ts';
import { takeNote } from '../front/early-greeting.ts';
import { type HandshakeContext, handshake } from '../front/handshake.ts';
import type { HelloRequest, SaltRequest } from '../front/protocol.ts';
import type { Processes } from '../ports.ts';
import type { CachePolicy } from './cache-policy.ts';
import { type GoProcess, usedBy } from './go-process.ts';

/** The first thing that a cache program says. */
export const greeting: CacheResponse = { ID: 0, KnownCommands: ['get', 'put', 'close'] };

/** A response without its number. */
export type CacheAnswer = Omit<CacheResponse, 'ID'>;
type PutRequest = Extract<GoCacheRequest, { kind: 'put' }>;

/** What a conversation needs besides the policy. */
export interface CacheConversationContext {
  readonly handshake: HandshakeContext;
  readonly log: Log;
  /** Undefined unless GOTS_TOUCHED asks for the files that are used. */
  readonly usedFiles: UsedFiles | undefined;
  /** Where a large body may be written before its request is complete. */
  readonly spool: Spool;
  readonly processes: Pick<Processes, 'giveUp'>;
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
  /** The first request of the outermost go command's shim; undefined until it comes. */
  hello: HelloRequest | SaltRequest | undefined;
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

  /** The shim has shown itself. */
  async greetedBy(owner: GoProcess, request: HelloRequest | SaltRequest): Promise<void> {
    await handshake(this.context.handshake, owner, request);
    if (owner === this.root) this.hello ??= request;
  }

  /** Answers a Get. An error of the cache is never one of the build: go sees a miss. */
  async get(owner: GoProcess, actionId: string): Promise<CacheAnswer> {
    const quick = this.quick(owner, actionId);
    if (quick) return quick;
    try {
      const entry = await this.policy.get(actionId, owner);
      return entry ? describeEntry(entry) : { Miss: true };
    } catch (error) {
      this.context.log.warn(`cache: ${(error as Error).message}`);
      return { Miss: true };
    }
  }

  /** Answers a Put. What cannot be kept is no error of the build either. */
  async put(owner: GoProcess, { actionId, outputId, body }: Omit<PutRequest, 'kind' | 'id'>): Promise<CacheAnswer> {
    try {
      return describeEntry(await this.policy.put(actionId, outputId, body, owner));
    } catch (error) {
      this.context.log.warn(`cache: ${(error as Error).message}`);
      return { Err: (error as Error).message };
    }
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
      const isGet = request.kind === 'get';
      const response = isGet ? await this.get(owner, request.actionId) : await this.put(owner, request);
      writeResponse(output, { ID, ...response });
    } catch (error) {
      this.context.log.warn(`cache: ${(error as Error).message}`);
      writeResponse(output, request.kind === 'get' ? { ID, Miss: true } : { ID, Err: (error as Error).message });
    }
  }

  private quick(owner: GoProcess, actionId: string): CacheAnswer | undefined {
    const entry = this.policy.quick(actionId, owner);
    return entry && describeEntry(entry);
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

function describeEntry(entry: CacheEntry): CacheAnswer {
  return {
    OutputID: Buffer.from(entry.outputId, 'hex').toString('base64'),
    Size: entry.size,
    Time: new Date(entry.timeMs).toISOString(),
    DiskPath: entry.path,
  };
}
