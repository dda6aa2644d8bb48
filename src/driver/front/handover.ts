import { closeSync, fstatSync, readSync } from 'node:fs';
import { takeFrame } from './protocol.ts';
import type { ReplayTarget } from './replay-writer.ts';

/** What the front had done when it became this process (helper/shim/front.go, handOver). */
export interface Resumed {
  /** Undefined where the system does not tell enough to know the same build again. */
  readonly target: ReplayTarget | undefined;
  /** Where the front listens; undefined if it gave no answer yet. */
  readonly listening: { readonly fd: number; readonly socket: string } | undefined;
  /** Frame with which the shim showed itself; empty if it did not. */
  readonly hello: Buffer;
  /** Actions (hex) that go was answered before and after the hello. */
  readonly early: readonly string[];
  readonly late: readonly string[];
  /** What go wrote and what is still unanswered. */
  readonly input: Buffer;
  /** Open connections of shims, with what was read from them and not answered. */
  readonly connections: readonly { readonly fd: number; readonly received: Buffer }[];
}

/**
 * Takes up the state that the front left in an open file without a name.
 *
 * @param fd text of its descriptor
 */
export function readResumed(fd: string): Resumed {
  const file = Number(fd);
  const bytes = Buffer.alloc(fstatSync(file).size);
  for (let at = 0; at < bytes.length; ) at += readSync(file, bytes, at, bytes.length - at, at);
  closeSync(file);
  const taken = takeFrame(bytes);
  if (!taken) throw new Error('the state of the front is cut off');
  const list = (name: string): readonly Buffer[] => taken.frame.fields.get(name) ?? [];
  const first = (name: string): Buffer => list(name)[0] ?? Buffer.alloc(0);
  const actions = (name: string) => list(name).map((id) => Buffer.from(id.toString(), 'base64').toString('hex'));
  const conns = list('conns');
  const replayFile = first('file').toString();
  const socket = first('socket').toString();
  return {
    target: replayFile === '' ? undefined : { key: first('key').toString(), file: replayFile },
    listening: socket === '' ? undefined : { fd: Number(first('listener').toString()), socket },
    hello: first('hello'),
    early: actions('early'),
    late: actions('late'),
    input: first('input'),
    connections: conns.flatMap((number, at) =>
      at % 2 === 0 ? [{ fd: Number(number.toString()), received: conns[at + 1] ?? Buffer.alloc(0) }] : [],
    ),
  };
}
