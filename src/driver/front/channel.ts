import { readSync } from 'node:fs';
import { shimBadFrame } from '../../report/codes/toolexec.ts';
import { encodeFrame, type Frame, takeFrame } from './protocol.ts';

/*
 * What the front (helper/shim/buildserver.go) and the build server that runs beside it say to each other, on a stream of frames (protocol.ts).
 *
 * The front has the go command's stream, the shims' socket and the files of objects. It asks the server what it cannot answer itself, and
 * tells it what the server must know: that the shim has shown itself, what was filed, which tools have ended. Bodies go by path.
 * Action and output ids are base64, as go writes them.
 */

/** Told by the front. */
export type FrontMessage =
  | BeginMessage
  /** The shim has shown itself as in the last build; the front has answered it. */
  | { readonly kind: 'greeted'; readonly request: Buffer }
  /** go asks for an action. Reply: `got` of the same id. */
  | { readonly kind: 'get'; readonly id: string; readonly action: string }
  /** go files a body that the cache where it belongs did not take; it lies in `file`. Reply: `got`. */
  | {
      readonly kind: 'put';
      readonly id: string;
      readonly action: string;
      readonly output: string;
      readonly file: string;
      readonly size: number;
    }
  /**
   * A shim asks. `action` is the full id of a compile's action, of a link that of its main package; '' if it is unknown. Reply: `reply` with
   * the same number.
   */
  | { readonly kind: 'tool'; readonly shim: number; readonly action: string; readonly request: Buffer }
  /** A compile was told to run as it is, while go commands of the server's are at work; `action` as -buildid shows it. */
  | { readonly kind: 'began'; readonly shim: number; readonly action: string; readonly importPath: string }
  /** A tool for which something was asked, or that was told of, has ended. */
  | { readonly kind: 'closed'; readonly shim: number }
  | FiledMessage
  /** Files that the front has used, of both caches, by names below them; told only where GOTS_TOUCHED asks for a list. */
  | { readonly kind: 'used'; readonly user: readonly string[]; readonly weave: readonly string[] }
  /**
   * go has closed its stream. Reply: `bye`. `missing` are actions, as -buildid shows them, that were compiled without the server and whose object did
   * not come: their compiler failed, or was cut off.
   */
  | { readonly kind: 'end'; readonly missing: readonly string[] };

/** The first message. */
export interface BeginMessage {
  readonly kind: 'begin';
  /** Process id of the go command. */
  readonly goPid: number;
  /** Path of the socket on which the front listens. */
  readonly socket: string;
  /** Whether the front has the answers of the last build, and they hold. */
  readonly replays: boolean;
}

/** The front has filed what go put. */
export interface FiledMessage {
  readonly kind: 'filed';
  readonly action: string;
  readonly output: string;
  readonly size: number;
  readonly timeMs: number;
  /** Key in the weave cache; '' if it lies in the user's. */
  readonly key: string;
  readonly answer: AnswerKind;
}

/** How the front counts an answer: of the user's cache, of the weave cache, or not at all. */
export type AnswerKind = 'v' | 'w' | '-';

/** Told by the server. */
export type ServerMessage =
  /** Where the caches lie, and the hash of the code that weaves. */
  | { readonly kind: 'ready'; readonly caches: readonly [goCache: string, cacheDir: string]; readonly code: string }
  /** What go files under an action belongs into the weave cache, under this key. */
  | { readonly kind: 'place'; readonly action: string; readonly key: string }
  | {
      readonly kind: 'got';
      readonly id: string;
      readonly action: string;
      readonly answer: AnswerKind;
      readonly path: string;
      readonly size: number;
      /** JSON of the response's fields, without braces and id. */
      readonly fields: string;
    }
  /** The shim's reply, and what the go command is from now on. */
  | { readonly kind: 'reply'; readonly shim: number; readonly mode: string; readonly reply: Buffer }
  /** How many go commands of the server's are at work: what they compile is waited for, so Gets are asked of the server. */
  | { readonly kind: 'children'; readonly count: number }
  /** What a cache refused lies elsewhere; from now on the server looks for it. */
  | { readonly kind: 'spills' }
  | ByeMessage;

/** What the server knows at the end. */
export interface ByeMessage {
  readonly kind: 'bye';
  /** What the next build's answers depend on; `same` as what the front has; `never` if the next build must look for itself. */
  readonly replay: ReplayHeader | 'same' | 'never';
  /** Counts by name. */
  readonly counts: Readonly<Record<string, number>>;
}

/** What decides whether the answers of a build hold in the next. */
export interface ReplayHeader {
  readonly salt: string;
  /** When the build ended, in minutes since 1970. */
  readonly savedMinute: number;
  /** Paths with their states. */
  readonly watched: ReadonlyMap<string, string>;
}

/**
 * Reads the first message of a front, which it sends before anything else.
 *
 * @param fd descriptor of the stream
 * @throws GotsError shim_bad_frame
 */
export function readBegin(fd: number): BeginMessage {
  const head = readBytes(fd, 4);
  const taken = takeFrame(Buffer.concat([head, readBytes(fd, head.readUInt32LE(0))]));
  const message = decodeFrontMessage(taken?.frame ?? shimBadFrame('it is cut off'));
  return message.kind === 'begin' ? message : shimBadFrame(`the front begins with "${message.kind}"`);
}

function readBytes(fd: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  for (let at = 0; at < size; ) {
    const got = readSync(fd, bytes, at, size - at, null);
    if (got === 0) shimBadFrame('the front has ended');
    at += got;
  }
  return bytes;
}

/**
 * The message in a frame.
 *
 * @throws GotsError shim_bad_frame
 */
export function decodeFrontMessage(frame: Frame): FrontMessage {
  const bytes = (name: string): Buffer =>
    frame.fields.get(name)?.[0] ?? shimBadFrame(`"${frame.kind}" has no "${name}"`);
  const text = (name: string): string => bytes(name).toString();
  const texts = (name: string): readonly string[] => (frame.fields.get(name) ?? []).map(String);
  const number = (name: string): number => Number.parseInt(text(name), 10);
  const readers: Readonly<Record<FrontMessage['kind'], () => FrontMessage>> = {
    begin: () => ({ kind: 'begin', goPid: number('goPid'), socket: text('socket'), replays: text('replays') !== '' }),
    greeted: () => ({ kind: 'greeted', request: bytes('request') }),
    get: () => ({ kind: 'get', id: text('id'), action: text('action') }),
    put: () => ({
      ...{ kind: 'put', id: text('id'), action: text('action'), output: text('output') },
      ...{ file: text('file'), size: number('size') },
    }),
    tool: () => ({ kind: 'tool', shim: number('shim'), action: text('action'), request: bytes('request') }),
    began: () => ({
      ...{ kind: 'began', shim: number('shim'), action: text('action') },
      importPath: text('importPath'),
    }),
    closed: () => ({ kind: 'closed', shim: number('shim') }),
    filed: () => ({
      ...{ kind: 'filed', action: text('action'), output: text('output'), size: number('size') },
      ...{ timeMs: number('time'), key: text('key'), answer: text('answer') as AnswerKind },
    }),
    used: () => ({ kind: 'used', user: texts('user'), weave: texts('weave') }),
    end: () => ({ kind: 'end', missing: texts('missing') }),
  };
  const known = (kind: string): kind is FrontMessage['kind'] => Object.hasOwn(readers, kind);
  return known(frame.kind) ? readers[frame.kind]() : shimBadFrame(`its kind is "${frame.kind}"`);
}

/** Bytes of the frame that tells the front something. */
export function encodeServerMessage(message: ServerMessage): Buffer {
  switch (message.kind) {
    case 'ready':
      return encodeFrame('ready', { caches: message.caches, code: [message.code] });
    case 'place':
      return encodeFrame('place', { keys: [message.action, message.key] });
    case 'got': {
      const { id, action, answer, path, size, fields } = message;
      const texts = { id: [id], action: [action], answer: [answer], path: [path], size: [String(size)] };
      return encodeFrame('got', { ...texts, fields: [fields] });
    }
    case 'reply':
      return encodeFrame('reply', { shim: [String(message.shim)], mode: [message.mode], reply: [message.reply] });
    case 'children':
      return encodeFrame('children', { count: [String(message.count)] });
    case 'spills':
      return encodeFrame('spills', {});
    case 'bye':
      return encodeBye(message);
  }
}

function encodeBye({ replay, counts }: ByeMessage): Buffer {
  const numbers = Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, [String(count)]]));
  if (typeof replay === 'string') return encodeFrame('bye', { replay: [replay], ...numbers });
  const { salt, savedMinute, watched } = replay;
  const header = { replay: ['fresh'], salt: [salt], savedMinute: [String(savedMinute)], watched: [...watched].flat() };
  return encodeFrame('bye', { ...header, ...numbers });
}
