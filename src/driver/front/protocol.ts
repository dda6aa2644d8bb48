import { createHash } from 'node:crypto';
import { shimBadFrame } from '../../report/codes/toolexec.ts';

/**
 * What the shim (`helper/shim`) and the build server say to each other over a Unix socket.
 *
 * One connection serves one tool run: the shim sends one request and gets one reply. After the reply `run` it sends `ended`
 * and waits for one more reply (`done`, or `run` again). The connection stays open until the tool has ended, also across the shim's exec,
 * so end of file tells the server that the tool is gone.
 *
 * A frame is a length (4 bytes, little endian, of what follows) and a list of strings. A string is a length (same form) and its bytes.
 * The first string is the kind; then for each field its name, the number of its values in decimal, and the values.
 * Fixtures of all messages, which the tests of both sides read: `helper/shim/testdata/frames.json`.
 * The shim ignores fields that it does not know. JSON would cost the shim more time to start than all the rest it does.
 */
export const protocolVersion = 1;

/** Frames longer than this are refused: no command line comes near, so it can only be a foreign client. */
export const maxFrameBytes = 64 << 20;

/** What every request of the shim tells about its process. */
export interface Caller {
  /** Process id of the shim; after `exec` it is the tool's. */
  readonly pid: number;
  /** Process id of the go command: the ancestor after which the socket is named; the shim's parent if GOTS_SERVER named the socket. */
  readonly goPid: number;
  /** Working directory as the kernel gives it, absolute. */
  readonly cwd: string;
  /** $PWD, which may be a spelling of `cwd` through symbolic links; "" if unset. */
  readonly pwd: string;
  /** Tool as cmd/go gave it, looked up in PATH if it has no slash. */
  readonly tool: string;
  /** TOOLEXEC_IMPORTPATH verbatim, as `p`, `p [p.test]` or `p [main]`; "" if unset. See {@link parseImportPath} in toolexec/argv.ts. */
  readonly importPath: string;
  /** GOTS_CHAIN verbatim, set by the server for the go commands that it starts; "" if unset. */
  readonly chain: string;
}

/** `compile -V=full` is about to run: the go command weaves. Sent before the first compile Get, twice by Go 1.24. Replies: `ok`, `done`. */
export interface HelloRequest extends Caller {
  readonly kind: 'hello';
  /** Arguments of the go command `goPid`, program first; empty if the system did not tell. */
  readonly goArgv: readonly string[];
}

/** `link -V=full` is about to run. Replies: `salt`, `done`. Carries the same as `hello`, since a hello may not have come. */
export interface SaltRequest extends Caller {
  readonly kind: 'salt';
  readonly goArgv: readonly string[];
}

/** A compile or link with real work. Replies: `exec`, `run`, `done`. */
export interface ToolRequest extends Caller {
  readonly kind: 'compile' | 'link';
  /** Arguments after the tool, as given. */
  readonly args: readonly string[];
}

/** The command of a `run` reply ended, and its appends are done if it succeeded. Replies: `done`, or `run` again. */
export interface EndedRequest {
  readonly kind: 'ended';
  /** Exit code of the tool; 128 + n if signal n ended it. */
  readonly exitCode: number;
  /** What a tool that failed wrote, both streams in one; the shim has shown what one that succeeded wrote. */
  readonly output: Buffer;
}

export type Request = HelloRequest | SaltRequest | ToolRequest | EndedRequest;

/** Go on: print the tool's own -V=full line unchanged. */
export interface OkReply {
  readonly kind: 'ok';
}

/** Text that becomes part of the linker's version; no spaces, no slash; "" leaves the line as it is. */
export interface SaltReply {
  readonly kind: 'salt';
  readonly salt: string;
}

/** Replace the shim by this command. */
export interface ExecReply {
  readonly kind: 'exec';
  /** The program (with a slash in it), then its arguments. */
  readonly argv: readonly string[];
  /** `NAME=value` sets, `NAME` unsets; everything else is inherited. */
  readonly env: readonly string[];
}

/** Run this command, wait; if it succeeds, show its output and do the appends in order; then send `ended`. */
export interface RunReply {
  readonly kind: 'run';
  readonly argv: readonly string[];
  readonly env: readonly string[];
  readonly appends: readonly Append[];
}

/** Appends the content of `file` to the ar archive `archive` as member `name`, with the header that archive.ts writes. */
export interface Append {
  readonly archive: string;
  /** At most 15 bytes. */
  readonly name: string;
  readonly file: string;
}

/** Nothing (more) to run: print and exit. As the reply to `ended`, exit code 0 means: exit as the last tool did. */
export interface DoneReply {
  readonly kind: 'done';
  readonly exitCode: number;
  readonly stdout: Uint8Array | string;
  readonly stderr: Uint8Array | string;
}

export type Reply = OkReply | SaltReply | ExecReply | RunReply | DoneReply;

/** Fields of a frame: name to values. */
type Fields = Readonly<Record<string, readonly (string | Uint8Array)[]>>;

/** A received frame before it is known which message it is. Kinds that are not in {@link Request} are free for other clients of the socket. */
export interface Frame {
  readonly kind: string;
  readonly fields: ReadonlyMap<string, readonly Buffer[]>;
}

/** Bytes of one frame, length included. */
export function encodeFrame(kind: string, fields: Fields): Buffer {
  const strings: (string | Uint8Array)[] = [kind];
  for (const [name, values] of Object.entries(fields)) strings.push(name, String(values.length), ...values);
  const parts: Uint8Array[] = [];
  let size = 0;
  for (const text of strings) {
    const bytes = typeof text === 'string' ? Buffer.from(text) : text;
    parts.push(u32(bytes.length), bytes);
    size += 4 + bytes.length;
  }
  return Buffer.concat([u32(size), ...parts]);
}

/** The content of a file that holds one frame: the frame, and its SHA-256 (withSum of helper/shim/wire.go). */
export function sealedFrame(kind: string, fields: Fields): Buffer {
  const frame = encodeFrame(kind, fields);
  return Buffer.concat([frame, createHash('sha256').update(frame).digest()]);
}

/**
 * Takes the first frame off what has arrived so far.
 *
 * @returns undefined while the frame is incomplete; else the frame and the bytes behind it
 * @throws GotsError shim_bad_frame if these bytes cannot be a frame
 */
export function takeFrame(received: Buffer): { readonly frame: Frame; readonly rest: Buffer } | undefined {
  if (received.length < 4) return undefined;
  const size = received.readUInt32LE(0);
  if (size > maxFrameBytes) shimBadFrame(`it has ${size} bytes`);
  if (received.length < 4 + size) return undefined;
  return { frame: decodeFrame(received.subarray(4, 4 + size)), rest: received.subarray(4 + size) };
}

function decodeFrame(payload: Buffer): Frame {
  const strings = splitStrings(payload);
  const kind = strings[0]?.toString();
  if (kind === undefined) shimBadFrame('it is empty');
  const fields = new Map<string, readonly Buffer[]>();
  let at = 1;
  while (at < strings.length) {
    const name = strings[at]?.toString() ?? '';
    const digits = strings[at + 1]?.toString() ?? '';
    const count = Number(digits);
    if (!/^\d+$/.test(digits) || at + 2 + count > strings.length) shimBadFrame(`field "${name}" is cut off`);
    // As the shim: the first of two fields of one name counts.
    if (!fields.has(name)) fields.set(name, strings.slice(at + 2, at + 2 + count));
    at += 2 + count;
  }
  return { kind, fields };
}

function splitStrings(payload: Buffer): readonly Buffer[] {
  const strings: Buffer[] = [];
  let at = 0;
  while (at < payload.length) {
    if (at + 4 > payload.length) shimBadFrame('a length is cut off');
    const end = at + 4 + payload.readUInt32LE(at);
    if (end > payload.length) shimBadFrame('a string is cut off');
    strings.push(payload.subarray(at + 4, end));
    at = end;
  }
  return strings;
}

/**
 * The request in a frame.
 *
 * @throws GotsError shim_bad_frame if a field is missing, the kind is unknown, or the shim speaks another version
 */
export function decodeRequest(frame: Frame): Request {
  const list = (name: string): readonly string[] =>
    (frame.fields.get(name) ?? shimBadFrame(`"${frame.kind}" has no "${name}"`)).map((bytes) => bytes.toString());
  const text = (name: string): string => list(name)[0] ?? shimBadFrame(`"${frame.kind}" has an empty "${name}"`);
  const number = (name: string): number => Number.parseInt(text(name), 10);
  const version = number('protocol');
  if (version !== protocolVersion) shimBadFrame(`the shim speaks version ${version}, the server ${protocolVersion}`);
  const caller = (): Caller => ({
    pid: number('pid'),
    goPid: number('goPid'),
    cwd: text('cwd'),
    pwd: text('pwd'),
    tool: text('tool'),
    importPath: text('importPath'),
    chain: text('chain'),
  });
  const readers: Readonly<Record<Request['kind'], () => Request>> = {
    hello: () => ({ kind: 'hello', ...caller(), goArgv: list('goArgv') }),
    salt: () => ({ kind: 'salt', ...caller(), goArgv: list('goArgv') }),
    compile: () => ({ kind: 'compile', ...caller(), args: list('args') }),
    link: () => ({ kind: 'link', ...caller(), args: list('args') }),
    ended: () => ({
      kind: 'ended',
      exitCode: number('exitCode'),
      output: Buffer.concat(frame.fields.get('output') ?? []),
    }),
  };
  const known = (kind: string): kind is Request['kind'] => Object.hasOwn(readers, kind);
  return known(frame.kind) ? readers[frame.kind]() : shimBadFrame(`its kind is "${frame.kind}"`);
}

/** Bytes of the frame that answers a request. */
export function encodeReply(reply: Reply): Buffer {
  switch (reply.kind) {
    case 'ok':
      return encodeFrame('ok', {});
    case 'salt':
      return encodeFrame('salt', { salt: [reply.salt] });
    case 'exec':
      return encodeFrame('exec', { argv: reply.argv, env: reply.env });
    case 'run':
      return encodeFrame('run', {
        argv: reply.argv,
        env: reply.env,
        appends: reply.appends.flatMap(({ archive, name, file }) => [archive, name, file]),
      });
    case 'done':
      return encodeFrame('done', {
        exitCode: [String(reply.exitCode)],
        stdout: [reply.stdout],
        stderr: [reply.stderr],
      });
  }
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
