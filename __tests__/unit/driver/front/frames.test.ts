import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { takeNote } from '../../../../src/driver/front/early-greeting.ts';
import { readResumed } from '../../../../src/driver/front/handover.ts';
import {
  decodeRequest,
  encodeFrame,
  encodeReply,
  type Reply,
  type Request,
  takeFrame,
} from '../../../../src/driver/front/protocol.ts';
import { encodeReplay, type ReplayRecord } from '../../../../src/driver/front/replay-writer.ts';
import { type FrameFixture, frameBytes, frameFiles, frameFixtures, frameValue } from '../../../support/frames.ts';
import { tempDir } from '../../../support/temp-module.ts';

const { frames, odd } = frameFixtures();
const testdata = join(import.meta.dirname, '../../../../helper/shim/testdata/frames');

/** A message of a fixture with bytes and long texts in place of their descriptions. */
function messageOf(fixture: { readonly message?: unknown }): Record<string, unknown> {
  const entries = Object.entries(fixture.message as Record<string, unknown>).map(([name, part]) => {
    const isValue = typeof part === 'object' && part !== null && ('hex' in part || 'repeat' in part);
    return [name, isValue ? frameValue(part as never) : part];
  });
  return Object.fromEntries(entries);
}

function generic({ kind, fields, sealed }: FrameFixture): Buffer {
  const frame = encodeFrame(
    kind,
    Object.fromEntries(fields.map(([name, ...values]) => [name, values.map(frameValue)])),
  );
  return sealed ? Buffer.concat([frame, createHash('sha256').update(frame).digest()]) : frame;
}

test('each file is described, and each description has a file', () => {
  expect(frameFiles()).toEqual([...frames, ...odd].map(({ name }) => name).sort());
});

test('each kind of message has a fixture', () => {
  const requests: Record<Request['kind'], true> = { hello: true, salt: true, compile: true, link: true, ended: true };
  const replies: Record<Reply['kind'], true> = { ok: true, salt: true, exec: true, run: true, done: true };
  const kinds = (writer: string) => frames.filter((frame) => frame.writer === writer).map(({ kind }) => kind);
  expect(kinds('shim')).toEqual(expect.arrayContaining([...Object.keys(requests), 'child']));
  expect(kinds('server')).toEqual(expect.arrayContaining([...Object.keys(replies), 'replay']));
});

test.each(frames.map((frame) => [frame.name, frame] as const))('%s: bytes and description agree', (name, frame) => {
  expect(generic(frame).equals(frameBytes(name))).toBe(true);
});

const ofShim = frames.filter(({ writer, message }) => writer === 'shim' && message !== undefined);
test.each(ofShim.map((frame) => [frame.name, frame] as const))('%s is read', (name, frame) => {
  const taken = takeFrame(frameBytes(name));
  const message = messageOf(frame);
  if (frame.kind === 'ended') message['output'] = Buffer.from(message['output'] as string);
  expect(taken?.rest).toHaveLength(0);
  expect(taken && decodeRequest(taken.frame)).toEqual(message);
});

const ofServer = frames.filter(({ writer, message, kind }) => writer === 'server' && message && kind !== 'replay');
test.each(ofServer.map((frame) => [frame.name, frame] as const))('%s is written', (name, frame) => {
  expect(encodeReply(messageOf(frame) as unknown as Reply).equals(frameBytes(name))).toBe(true);
});

describe('odd frames', () => {
  test.each(odd.map((frame) => [frame.name, frame] as const))('%s', (name, { hex, server, message }) => {
    const bytes = frameBytes(name);
    expect(bytes.toString('hex')).toBe(hex);
    const read = () => {
      const taken = takeFrame(bytes);
      return taken && decodeRequest(taken.frame);
    };
    if (server === 'waits') expect(read()).toBeUndefined();
    else if (server === 'reads') {
      const { output, ...rest } = messageOf({ message });
      expect(read()).toEqual({ ...rest, output });
    } else
      expect(read).toThrow(
        expect.objectContaining({ code: 'shim_bad_frame', message: expect.stringContaining(server) }),
      );
  });
});

test('the early greeting is a hello', () => {
  const dir = tempDir();
  copyFileSync(join(testdata, 'hello.frame'), join(dir, 's.hello'));
  const hello = frames.find(({ name }) => name === 'hello') as FrameFixture;
  expect(takeNote(join(dir, 's.sock'))).toEqual(messageOf(hello));
  expect(existsSync(join(dir, 's.hello'))).toBe(false);
});

test('the state of the front is read', () => {
  const read = (name: string) => readResumed(String(openSync(join(testdata, `${name}.frame`), 'r')));
  const first = '0'.repeat(64);
  expect(read('resume')).toEqual({
    target: { key: 'f'.repeat(64), file: `/cache/builds/${'f'.repeat(32)}.replay` },
    listening: { fd: 3, socket: '/run/gots/4700-99-4026531836.sock' },
    hello: readFileSync(join(testdata, 'hello.frame')),
    early: [first],
    late: [`${'f'.repeat(63)}f`, first],
    input: Buffer.from('{"ID":7,"Command":"get"'),
    connections: [
      { fd: 5, received: Buffer.alloc(0) },
      { fd: 6, received: frameBytes('compile') },
    ],
  });
  expect(read('resume-nothing')).toEqual({
    target: undefined,
    listening: undefined,
    hello: Buffer.alloc(0),
    early: [],
    late: [],
    input: Buffer.alloc(0),
    connections: [],
  });
});

test('a replay is written', () => {
  const replay = frames.find(({ name }) => name === 'replay') as FrameFixture;
  expect(encodeReplay(replay.message as ReplayRecord).equals(frameBytes('replay'))).toBe(true);
});
