import { existsSync } from 'node:fs';
import type { Log } from '../base/log.ts';
import { type Running, start } from '../process/spawn.ts';
import type { Cache, CacheEntry } from './cache.ts';
import { type Body, discardBody, readBody } from './object-body.ts';
import type { CacheResponse } from './wire/gocacheprog.ts';

/** The user's own GOCACHEPROG, driven as cmd/go drives it (wire/gocacheprog.ts). Such a program holds objects only. */
export class ProgramCache implements Cache {
  private readonly program: CacheProgram;
  private readonly log: Pick<Log, 'warn'>;

  private constructor(program: CacheProgram, log: Pick<Log, 'warn'>) {
    this.program = program;
    this.log = log;
  }

  /**
   * Starts the program.
   *
   * @param argv program and arguments
   * @throws Error if it cannot be started, or ends before it says which commands it knows
   */
  static async start(argv: readonly string[], log: Pick<Log, 'warn'>): Promise<ProgramCache> {
    const program = new CacheProgram(argv);
    await program.ready;
    return new ProgramCache(program, log);
  }

  async get(actionId: string): Promise<CacheEntry | undefined> {
    const answer = await this.program.ask({ Command: 'get', ActionID: base64(actionId) });
    if (answer.Err) this.log.warn(`cache: GOCACHEPROG: ${answer.Err}`);
    if (answer.Err || answer.Miss || !answer.OutputID || !answer.DiskPath) return undefined;
    if (!existsSync(answer.DiskPath)) return undefined;
    const outputId = Buffer.from(answer.OutputID, 'base64').toString('hex');
    const timeMs = answer.Time ? Date.parse(answer.Time) : Date.now();
    return { outputId, size: answer.Size ?? 0, timeMs, path: answer.DiskPath };
  }

  async put(actionId: string, outputId: string, body: Body): Promise<CacheEntry> {
    const bytes = readBody(body);
    const ids = { ActionID: base64(actionId), OutputID: base64(outputId) };
    const answer = await this.program.ask({ Command: 'put', ...ids, BodySize: bytes.length }, bytes);
    if (answer.Err || !answer.DiskPath) throw new Error(answer.Err ?? 'GOCACHEPROG gave no DiskPath');
    discardBody(body);
    return { outputId, size: bytes.length, timeMs: Date.now(), path: answer.DiskPath };
  }

  async getRecord(): Promise<undefined> {
    return undefined;
  }

  async putRecord(): Promise<void> {
    throw new Error('GOCACHEPROG keeps no records');
  }

  async keepRecord(): Promise<void> {}

  close(): Promise<void> {
    return this.program.close();
  }
}

function base64(hex: string): string {
  return Buffer.from(hex, 'hex').toString('base64');
}

/** A conversation with a running GOCACHEPROG: each question has a number, and its answer the same one. */
class CacheProgram {
  /** Settles when the program has said which commands it knows. */
  readonly ready: Promise<void>;
  private readonly running: Running;
  private readonly waiting = new Map<number, (answer: CacheResponse) => void>();
  private known: readonly string[] = [];
  private nextId = 1;
  private ended = false;

  constructor([program = '', ...args]: readonly string[]) {
    const line = (text: string) => this.take(JSON.parse(text) as CacheResponse);
    // A group of its own: Ctrl-C at the terminal ends the build, and with it this program's input.
    this.running = start({ program, args, group: true, stdin: 'pipe', stdout: { line }, stderr: 'inherit' });
    this.ready = new Promise((resolve, reject) => {
      this.waiting.set(0, ({ KnownCommands = [] }) => {
        this.known = KnownCommands;
        resolve();
      });
      this.running.exited.then(() => {
        this.ended = true;
        reject(new Error('GOCACHEPROG ended before its first message'));
        for (const [id, answer] of this.waiting) answer({ ID: id, Err: 'GOCACHEPROG ended' });
      }, reject);
    });
  }

  ask(request: { readonly Command: string; readonly [key: string]: unknown }, body?: Buffer): Promise<CacheResponse> {
    const id = this.nextId++;
    if (this.ended) return Promise.resolve({ ID: id, Err: 'GOCACHEPROG ended' });
    if (!this.known.includes(request.Command))
      return Promise.resolve({ ID: id, Miss: true, Err: `GOCACHEPROG cannot ${request.Command}` });
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      this.running.input?.write(`${JSON.stringify({ ID: id, ...request })}\n\n`);
      if (body && body.length > 0) this.running.input?.write(`"${body.toString('base64')}"\n`);
    });
  }

  async close(): Promise<void> {
    if (!this.ended && this.known.includes('close')) await this.ask({ Command: 'close' });
    this.running.input?.end();
  }

  private take(answer: CacheResponse): void {
    const done = this.waiting.get(answer.ID);
    this.waiting.delete(answer.ID);
    done?.(answer);
  }
}
