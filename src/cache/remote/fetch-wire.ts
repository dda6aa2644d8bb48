import { connect, createServer, type Server, type Socket } from 'node:net';
import { busyMs } from '../../process/identity.ts';
import { lineSplitter } from '../../process/lines.ts';
import type { PackRef } from '../packs/pack-manifest.ts';
import { beatMs, SilenceWatch } from './silence-watch.ts';

/*
 * What a build and the program that fetches for it tell each other, one JSON value a line over a Unix socket:
 *   fetcher → build  {}                         a sign of life, ten times a second
 *                    {"pid":N}                  first, its process id
 *                    {"packs":[["<id>",…],…]}   once, which packs may come and what they hold
 *                    {"pack":N}                 pack N is in the caches, or will not come
 *   build → fetcher  {"want":N}                 something of pack N is waited for
 * The end of the stream means that nothing more will come.
 */
interface FromFetcher {
  readonly pid?: number;
  readonly packs?: readonly (readonly string[])[];
  readonly pack?: number;
}

interface FromBuild {
  readonly want?: number;
}

/** The side of the program that fetches: tells every build that is connected. */
export class FetchServer {
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  private readonly said: string[] = [lineOf({ pid: process.pid })];
  private beat: NodeJS.Timeout | undefined;
  private beatAtMs = 0;

  /** @param onWant told of packs that a build waits for */
  constructor(onWant: (number: number) => void) {
    this.server = createServer((socket) => {
      this.sockets.add(socket);
      const { push } = lineSplitter((line) => {
        const { want } = parse<FromBuild>(line);
        if (want !== undefined) onWant(want);
      });
      socket.setEncoding('utf8').on('data', push);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => this.sockets.delete(socket));
      for (const line of this.said) socket.write(line);
    });
  }

  /** @throws the system's error */
  listen(path: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(path, resolve);
      this.beat = setInterval(() => this.alive(), beatMs);
    });
  }

  index(packs: readonly PackRef[]): void {
    this.say({ packs: packs.map(({ ids }) => ids) });
  }

  arrived(number: number): void {
    this.say({ pack: number });
  }

  /** Says that this process is well. To be called in work that holds up all else, too. */
  alive(): void {
    const nowMs = performance.now();
    if (nowMs - this.beatAtMs < beatMs / 2) return;
    this.beatAtMs = nowMs;
    for (const socket of this.sockets) socket.write('{}\n');
  }

  close(): void {
    clearInterval(this.beat);
    for (const socket of this.sockets) socket.end();
    this.server.close();
  }

  private say(message: FromFetcher): void {
    const line = lineOf(message);
    this.said.push(line);
    for (const socket of this.sockets) socket.write(line);
  }
}

/** Said once, by the first that waits in vain. */
export const fetcherHangs = 'shared cache: the program that fetches does not answer; the build goes on without it';

/** Said of a program that something has ended before its work was done. */
export const fetcherEnded = 'shared cache: the program that fetches was ended; the build goes on without it';

/** What is on its way into the caches of this machine. */
export interface Coming {
  /**
   * Waits until what has this id is there, or will not come.
   *
   * @param id {@link import('../packs/pack-manifest.ts').packId}
   * @returns whether to look again
   */
  arrives(id: string): Promise<boolean>;
  close(): void;
}

/**
 * The side of a build. A program that is not there, or ends, brings nothing; nor does one that hangs.
 *
 * @param onHang called at most once, when the program has said nothing for most of a second in which the build waited for it
 */
export function connectToFetcher(path: string, onHang: () => void): Coming {
  const socket = connect(path);
  const packOf = new Map<string, number>();
  const arrived = new Set<number>();
  const wanted = new Set<number>();
  const waiting = new Map<number, (() => void)[]>();
  let isOver = false;
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const settle = (number: number) => {
    arrived.add(number);
    for (const resolve of waiting.get(number) ?? []) resolve();
    waiting.delete(number);
  };
  const end = () => {
    isOver = true;
    begin();
    for (const number of [...waiting.keys()]) settle(number);
  };
  let fetcher: number | undefined;
  const hang = () => {
    end();
    socket.destroy();
    onHang();
  };
  const watch = new SilenceWatch(hang, { busyMs: () => busyMs(fetcher) });
  const { push } = lineSplitter((line) => {
    watch.heard();
    const { pid, packs, pack } = parse<FromFetcher>(line);
    if (pid !== undefined) fetcher = pid;
    for (const [number, ids] of (packs ?? []).entries()) for (const id of ids) packOf.set(id, number);
    if (packs) begin();
    if (pack !== undefined) settle(pack);
  });
  socket.setEncoding('utf8').on('data', push);
  socket.on('error', end);
  socket.on('close', end);
  // A build does not go on living for this.
  socket.unref();
  return {
    async arrives(id) {
      await watch.during(begun);
      const number = packOf.get(id);
      if (number === undefined) return false;
      if (isOver || arrived.has(number)) return true;
      if (!wanted.has(number)) {
        wanted.add(number);
        const message: FromBuild = { want: number };
        socket.write(lineOf(message));
      }
      const arrival = new Promise<void>((resolve) => waiting.set(number, [...(waiting.get(number) ?? []), resolve]));
      await watch.during(arrival);
      return true;
    },
    close: () => void socket.destroy(),
  };
}

function lineOf(message: FromFetcher | FromBuild): string {
  return `${JSON.stringify(message)}\n`;
}

function parse<T extends object>(line: string): Partial<T> {
  try {
    return (JSON.parse(line) ?? {}) as Partial<T>;
  } catch {
    return {};
  }
}
