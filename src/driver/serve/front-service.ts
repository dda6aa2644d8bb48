import type { Socket } from 'node:net';
import { actionPrefix } from '../../cache/keys.ts';
import type { LastBuild } from '../../cache/last-build.ts';
import {
  type ByeMessage,
  decodeFrontMessage,
  encodeServerMessage,
  type FiledMessage,
  type FrontMessage,
  type ServerMessage,
} from '../front/channel.ts';
import { decodeRequest, encodeReply, type Request, takeFrame } from '../front/protocol.ts';
import type { CachePolicy } from './cache-policy.ts';
import type { CacheAnswer } from './conversation.ts';
import { ToolRun, type ToolRunParts } from './tool-runs.ts';

/** What serving a front takes. */
export interface FrontServiceParts extends ToolRunParts {
  readonly policy: Pick<CachePolicy, 'filed'>;
  readonly lastBuild: Pick<LastBuild, 'given'>;
  /** Ends this process at once: go has no stream that could show the error. */
  readonly giveUp: (error: unknown) => void;
}

/** Serves a front (channel.ts): answers what it cannot, for the outermost go command. */
export class FrontService {
  private readonly parts: FrontServiceParts;
  private readonly stream: Socket;
  private readonly runs = new Map<number, ToolRun>();
  /** Settles when the server is ready to weave for the go command whose shim the front has answered. */
  private greeted: Promise<void> = Promise.resolve();
  private received: Buffer = Buffer.alloc(0);
  /** Whether every compilation that the server was not asked about has brought its object; known at the end. */
  isWhole = false;

  /** @param stream what the front says after `begin` */
  constructor(parts: FrontServiceParts, stream: Socket) {
    this.parts = parts;
    this.stream = stream;
  }

  /**
   * Serves until the build ends.
   *
   * @returns whether the front said so; if it did not, it was killed
   */
  serve(): Promise<boolean> {
    return new Promise((resolve) => {
      this.stream.on('data', (chunk) => {
        try {
          if (this.take(chunk as Buffer)) resolve(true);
        } catch (error) {
          this.parts.giveUp(error);
        }
      });
      this.stream.on('error', () => resolve(false));
      this.stream.on('close', () => resolve(false));
    });
  }

  /** Tells the front something. */
  tell(message: ServerMessage): void {
    if (!this.stream.destroyed) this.stream.write(encodeServerMessage(message));
  }

  /** Tells the front the last thing; settles when it is written. */
  sayBye(message: ByeMessage): Promise<void> {
    return new Promise((resolve) => {
      if (this.stream.destroyed) resolve();
      else this.stream.write(encodeServerMessage(message), () => resolve());
    });
  }

  /** Takes what has come; true at the end of the build. */
  private take(chunk: Buffer): boolean {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    for (let taken = takeFrame(this.received); taken; taken = takeFrame(this.received)) {
      this.received = taken.rest;
      if (this.follow(decodeFrontMessage(taken.frame))) return true;
    }
    return false;
  }

  private follow(message: FrontMessage): boolean {
    switch (message.kind) {
      case 'begin':
        return false;
      case 'greeted':
        this.greeted = this.greet(requestIn(message.request));
        return false;
      case 'get':
        void this.greeted.then(() => this.get(message.id, message.action));
        return false;
      case 'put':
        void this.greeted.then(() => this.put(message));
        return false;
      case 'tool':
        void this.greeted.then(() => this.answer(message.shim, message.action, requestIn(message.request)));
        return false;
      case 'began':
        void this.greeted.then(() => this.run(message.shim).began(message.action, message.importPath));
        return false;
      case 'closed':
        // An answer may still be under way.
        void this.greeted.then(() => this.runs.get(message.shim)?.ended()).then(() => this.runs.delete(message.shim));
        return false;
      case 'filed':
        void this.greeted.then(() => this.filed(message));
        return false;
      case 'used':
        this.used(message);
        return false;
      case 'end':
        this.isWhole = message.missing.length === 0;
        return true;
    }
  }

  /** No tool waits for this, so an error ends the build here. */
  private async greet(request: Request): Promise<void> {
    const { conversation, root, giveUp } = this.parts;
    if (request.kind !== 'hello' && request.kind !== 'salt') return;
    await conversation.greetedBy(root, request).catch(giveUp);
  }

  private async get(id: string, action: string): Promise<void> {
    const actionId = hexOf(action);
    this.got(id, action, await this.parts.conversation.get(this.parts.root, actionId));
  }

  private async put({ id, action, output, file, size }: Extract<FrontMessage, { kind: 'put' }>): Promise<void> {
    const put = { actionId: hexOf(action), outputId: hexOf(output), body: { file, size } };
    this.got(id, action, await this.parts.conversation.put(this.parts.root, put));
  }

  private got(id: string, action: string, answer: CacheAnswer): void {
    const given = this.parts.lastBuild.given(hexOf(action));
    const kind = given === undefined ? '-' : given.weaveId === '' ? 'v' : 'w';
    const { DiskPath: path = '', Size: size = 0, Err: error } = answer;
    const fields = JSON.stringify(answer).slice(1, -1);
    this.tell({ kind: 'got', id, action: error === undefined ? action : '', answer: kind, path, size, fields });
  }

  private async answer(shim: number, action: string, request: Request): Promise<void> {
    const { root } = this.parts;
    if (shim === noShim) {
      await this.greet(request);
      this.tell({ kind: 'reply', shim, mode: root.mode, reply: Buffer.alloc(0) });
      return;
    }
    if (action !== '') {
      const actionId = hexOf(action);
      root.actions.set(actionPrefix(actionId), actionId);
    }
    const reply = await this.run(shim).answer(request);
    this.tell({ kind: 'reply', shim, mode: root.mode, reply: encodeReply(reply) });
  }

  private run(shim: number): ToolRun {
    const run = this.runs.get(shim) ?? new ToolRun(this.parts);
    this.runs.set(shim, run);
    return run;
  }

  private filed({ action, output, size, timeMs, key, answer }: FiledMessage): void {
    const entry = { outputId: hexOf(output), size, timeMs };
    this.parts.policy.filed(hexOf(action), entry, { key, isPlain: answer === 'v' });
  }

  private used({ user, weave }: Extract<FrontMessage, { kind: 'used' }>): void {
    const { plan, usedFiles } = this.parts;
    usedFiles?.noteAll([
      { dir: plan.goCache, names: user },
      { dir: plan.cacheDir, names: weave },
    ]);
  }
}

/** The number of no shim: the front asks about a greeting that came before it. */
const noShim = 0;

function requestIn(frame: Buffer): Request {
  const taken = takeFrame(frame);
  if (!taken) throw new Error('a request is cut off');
  return decodeRequest(taken.frame);
}

function hexOf(base64: string): string {
  return Buffer.from(base64, 'base64').toString('hex');
}
