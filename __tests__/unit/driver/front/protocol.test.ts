import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeRequest, encodeFrame, encodeReply, takeFrame } from '../../../../src/driver/front/protocol.ts';

const caller = {
  protocol: ['1'],
  pid: ['7'],
  goPid: ['3'],
  cwd: ['/w'],
  pwd: [''],
  tool: ['/t/link'],
  importPath: ['p'],
  chain: [''],
};

test('frames come whole, one after the other, however the bytes arrive', () => {
  const frames = fc.array(fc.record({ kind: fc.string(), fields: fc.dictionary(fc.string(), fc.array(fc.string())) }), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(frames, fc.integer({ min: 1, max: 64 }), (sent, step) => {
      const bytes = Buffer.concat(sent.map(({ kind, fields }) => encodeFrame(kind, fields)));
      const got: unknown[] = [];
      let received: Buffer = Buffer.alloc(0);
      for (let at = 0; at < bytes.length; at += step) {
        received = Buffer.concat([received, bytes.subarray(at, at + step)]);
        for (let taken = takeFrame(received); taken; taken = takeFrame(received)) {
          const { kind, fields } = taken.frame;
          got.push({
            kind,
            fields: Object.fromEntries([...fields].map(([name, values]) => [name, values.map(String)])),
          });
          received = taken.rest;
        }
      }
      expect(received).toHaveLength(0);
      expect(got).toEqual(sent.map(({ kind, fields }) => ({ kind, fields: { ...fields } })));
    }),
  );
});

test('a request is read', () => {
  const taken = takeFrame(encodeFrame('link', { ...caller, args: ['-o', '', 'é'], added: ['later'] }));
  expect(taken && decodeRequest(taken.frame)).toEqual({
    kind: 'link',
    pid: 7,
    goPid: 3,
    cwd: '/w',
    pwd: '',
    tool: '/t/link',
    importPath: 'p',
    chain: '',
    args: ['-o', '', 'é'],
  });
});

test.each([
  ['another version', { ...caller, protocol: ['2'], args: [] }, /version 2, the server 1/],
  ['a missing field', { ...caller }, /"link" has no "args"/],
  ['an empty field', { ...caller, cwd: [], args: [] }, /"link" has an empty "cwd"/],
])('%s is refused', (_, fields, message) => {
  const taken = takeFrame(encodeFrame('link', fields));
  expect(() => taken && decodeRequest(taken.frame)).toThrow(message);
});

test('a kind of other clients is a frame, not a request', () => {
  const taken = takeFrame(encodeFrame('get', caller));
  expect(taken?.frame.kind).toBe('get');
  expect(() => taken && decodeRequest(taken.frame)).toThrow(expect.objectContaining({ code: 'shim_bad_frame' }));
});

test.each([
  ['too long', [0, 0, 0, 5]],
  ['empty', [0, 0, 0, 0]],
  ['with a string that is cut off', [5, 0, 0, 0, 9, 0, 0, 0, 65]],
  ['with a length that is cut off', [2, 0, 0, 0, 9, 0]],
  ['with a field that is cut off', [...[15, 0, 0, 0], ...[1, 0, 0, 0, 65], ...[1, 0, 0, 0, 66], ...[1, 0, 0, 0, 57]]],
])('a frame %s is refused', (_, bytes) => {
  expect(() => takeFrame(Buffer.from(bytes))).toThrow(expect.objectContaining({ code: 'shim_bad_frame' }));
});

test('replies keep bytes that are no UTF-8', () => {
  const bytes = encodeReply({ kind: 'done', exitCode: 2, stdout: Uint8Array.of(0xff, 0), stderr: 'é' });
  const fields = takeFrame(bytes)?.frame.fields;
  expect(fields?.get('stdout')).toEqual([Buffer.from([0xff, 0])]);
  expect(fields?.get('stderr')?.map(String)).toEqual(['é']);
});
