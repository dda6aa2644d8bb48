import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  decodeFrontMessage,
  encodeServerMessage,
  readBegin,
  type ServerMessage,
} from '../../../../src/driver/front/channel.ts';
import { takeNote } from '../../../../src/driver/front/early-greeting.ts';
import {
  decodeRequest,
  encodeFrame,
  encodeReply,
  type Reply,
  type Request,
  takeFrame,
} from '../../../../src/driver/front/protocol.ts';
import { type FrameFixture, frameBytes, frameFiles, frameFixtures, frameValue } from '../../../support/frames.ts';
import { tempDir } from '../../../support/temp-module.ts';

const { frames, odd } = frameFixtures();
const testdata = join(import.meta.dirname, '../../../../helper/shim/testdata/frames');

/** A message of a fixture with bytes and long texts in place of their descriptions. */
function messageOf(fixture: { readonly message?: unknown }): Record<string, unknown> {
  const entries = Object.entries(fixture.message as Record<string, unknown>).map(([name, part]) => {
    const isValue = typeof part === 'object' && part !== null && ['hex', 'repeat', 'frame'].some((key) => key in part);
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
  expect(kinds('server')).toEqual(expect.arrayContaining(Object.keys(replies)));
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

const replies = new Set<string>(['ok', 'salt', 'exec', 'run', 'done'] satisfies Reply['kind'][]);
const ofServer = frames.filter(({ writer, message, kind }) => writer === 'server' && message && replies.has(kind));
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

const frontKinds = new Set(['begin', 'greeted', 'get', 'put', 'tool', 'began', 'closed', 'filed', 'used', 'end']);
const serverKinds = new Set(['ready', 'place', 'got', 'reply', 'children', 'spills', 'bye']);

const ofFront = frames.filter(({ writer, kind }) => writer === 'front' && frontKinds.has(kind));
test.each(ofFront.map((frame) => [frame.name, frame] as const))('%s is read', (name, frame) => {
  const taken = takeFrame(frameBytes(name));
  expect(taken && decodeFrontMessage(taken.frame)).toEqual(messageOf(frame));
});

const toFront = frames.filter(({ writer, kind }) => writer === 'server' && serverKinds.has(kind));
test.each(toFront.map((frame) => [frame.name, frame] as const))('%s is told', (name, frame) => {
  const message = messageOf(frame);
  const { replay } = message as { readonly replay?: { readonly watched: readonly [string, string][] } };
  if (typeof replay === 'object') message['replay'] = { ...replay, watched: new Map(replay.watched) };
  expect(encodeServerMessage(message as unknown as ServerMessage).equals(frameBytes(name))).toBe(true);
});

test('each message between front and server has a fixture', () => {
  expect(new Set(ofFront.map(({ kind }) => kind))).toEqual(frontKinds);
  expect(new Set(toFront.map(({ kind }) => kind))).toEqual(serverKinds);
});

describe('the first message of a front', () => {
  const read = (name: string) => readBegin(openSync(join(testdata, `${name}.frame`), 'r'));

  test('is read', () => {
    expect(read('begin')).toEqual({
      kind: 'begin',
      goPid: 4700,
      socket: '/run/gots/4700-99-4026531836.sock',
      replays: true,
    });
  });

  test.each([
    ['front-get', 'the front begins with "get"'],
    ['cut-body', 'the front has ended'],
    ['hello', 'its kind is "hello"'],
  ])('%s is refused', (name, reason) => {
    expect(() => read(name)).toThrow(
      expect.objectContaining({ code: 'shim_bad_frame', message: expect.stringContaining(reason) }),
    );
  });
});
