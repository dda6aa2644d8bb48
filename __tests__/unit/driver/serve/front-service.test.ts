import { writeFileSync } from 'node:fs';
import { createServer, Socket } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { actionPrefix, objectKey, subkey, weaveId } from '../../../../src/cache/keys.ts';
import { UsedFiles } from '../../../../src/cache/used-files.ts';
import { encodeFrame, type Frame, takeFrame } from '../../../../src/driver/front/protocol.ts';
import { CachePolicy } from '../../../../src/driver/serve/cache-policy.ts';
import { CacheConversation } from '../../../../src/driver/serve/conversation.ts';
import { FrontService, type FrontServiceParts } from '../../../../src/driver/serve/front-service.ts';
import { goProcess } from '../../../../src/driver/serve/go-process.ts';
import { actionId, driverParts, sha, weavingProcess, wovenPath } from '../../../support/driver.ts';
import { frameBytes } from '../../../support/frames.ts';
import { tempDir } from '../../../support/temp-module.ts';

const action = actionId('package');
const base64 = (hex: string) => Buffer.from(hex, 'hex').toString('base64');
const record = { textHash: 'text', imports: [], links: [], pending: [] };

/** Two ends of a stream. */
async function pair(): Promise<readonly [Socket, Socket]> {
  const path = join(tempDir(), 's');
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(path, resolve));
  const accepted = new Promise<Socket>((resolve) => server.once('connection', resolve));
  const here = new Socket().connect(path);
  const there = await accepted;
  onTestFinished(() => {
    here.destroy();
    there.destroy();
    server.close();
  });
  return [here, there];
}

/** A service of a build, the front's end of its stream, and what the front was told. */
async function setUp({
  isWeaving = true,
  greets = async () => {},
  usedFiles = undefined as UsedFiles | undefined,
} = {}) {
  const [front, stream] = await pair();
  const told: Frame[] = [];
  let received = Buffer.alloc(0);
  front.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    for (let taken = takeFrame(received); taken; taken = takeFrame(received)) {
      received = Buffer.from(taken.rest);
      told.push(taken.frame);
    }
  });
  const parts = driverParts();
  const root = isWeaving ? weavingProcess() : goProcess('', [], undefined);
  const given: unknown[] = [];
  const log = { warn: (text: string) => void given.push(text), debug: () => {}, warnings: () => 0 };
  const made: { service?: FrontService } = {};
  const placed = (id: string, key: string) => made.service?.tell({ kind: 'place', action: base64(id), key });
  const policy = new CachePolicy({ ...parts, placed });
  const context = { ...parts, log, root, usedFiles, spool: () => undefined, socket: '/none.sock' };
  const processes = { giveUp: (error: unknown) => void given.push(error), killGroup: () => {} };
  const conversation = new CacheConversation({ ...context, processes, handshake: {} as never }, policy);
  conversation.greetedBy = async (owner) => {
    await greets();
    owner.mode = 'weaving';
  };
  const children = { byToken: () => undefined } as never;
  const service = new FrontService(
    { ...context, conversation, policy, children, giveUp: processes.giveUp } as unknown as FrontServiceParts,
    stream,
  );
  made.service = service;
  const ended = service.serve();
  const say = (kind: string, fields: Readonly<Record<string, string | Buffer | readonly string[]>> = {}) =>
    front.write(
      encodeFrame(kind, Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value].flat()]))),
    );
  const next = async () => {
    await vi.waitFor(() => expect(told.length).toBeGreaterThan(0));
    const { kind, fields } = told.shift() as Frame;
    return { kind, ...Object.fromEntries([...fields].map(([name, [value]]) => [name, value?.toString() ?? ''])) };
  };
  return { ...parts, root, policy, service, front, say, next, told, given, ended };
}

test('a Get of a woven package is answered, after the places of what its compiler printed', async () => {
  const built = await setUp();
  const id = weaveId(built.plan.code, record, [], () => '');
  const facts = { path: wovenPath, name: 'p', imports: [], testMain: false, inherited: [] };
  const owner = weavingProcess();
  await new CachePolicy(built).get(action, owner);
  const earlier = new CachePolicy(built);
  await earlier.get(action, owner);
  await earlier.compiled(owner, actionPrefix(action), { facts, woven: { record, weaveId: id, matches: [] } });
  await earlier.put(action, sha('object'), Buffer.from('object'), owner);
  built.say('get', { id: '7', action: base64(action) });
  for (const what of ['stdout', 'link-stdout']) {
    expect(await built.next()).toEqual({ kind: 'place', keys: base64(subkey(action, what)) });
  }
  const entry = await built.caches.weave.get(objectKey(action, id, 'object'));
  expect(await built.next()).toMatchObject({
    ...{ kind: 'got', id: '7', action: base64(action), answer: 'w', path: entry?.path, size: '6' },
    fields: expect.stringContaining(`"OutputID":"${base64(sha('object'))}","Size":6,"Time":"`),
  });
});

test('a Get of nothing is a miss', async () => {
  const built = await setUp();
  built.say('get', { id: '8', action: base64(actionId('other')) });
  expect(await built.next()).toMatchObject({ kind: 'got', id: '8', answer: '-', path: '', fields: '"Miss":true' });
});

test('a Put that a cache refused is kept where the policy says', async () => {
  const built = await setUp();
  const file = join(tempDir(), 'body');
  writeFileSync(file, 'body');
  built.say('put', { id: '9', action: base64(action), output: base64(sha('body')), file, size: '4' });
  expect(await built.next()).toMatchObject({ kind: 'got', id: '9', size: '4' });
  expect((await built.caches.user.get(action))?.outputId).toBe(sha('body'));
});

test('a Put that cannot be kept is told with its reason, and is no answer for the next build', async () => {
  const built = await setUp();
  const file = join(tempDir(), 'gone');
  built.say('put', { id: '9', action: base64(action), output: base64(sha('body')), file, size: '4' });
  expect(await built.next()).toMatchObject({
    kind: 'got',
    id: '9',
    action: '',
    fields: expect.stringMatching(/^"Err":".*ENOENT/),
  });
  expect(built.given).toEqual([expect.stringContaining('ENOENT')]);
});

test('the action of a compile is known from the front, and what the front filed is an answer of this build', async () => {
  const built = await setUp();
  const prefix = actionPrefix(action);
  const arrived: string[] = [];
  built.jobs.arrived = (name) => void arrived.push(name);
  built.say('tool', { shim: '3', action: base64(action), request: frameBytes('ended') });
  expect(await built.next()).toMatchObject({ kind: 'reply', shim: '3', mode: 'weaving' });
  expect(built.root.actions.get(prefix)).toBe(action);
  const facts = { path: 'example.com/other', name: 'p', imports: [], testMain: false, inherited: [] };
  await built.policy.compiled(built.root, prefix, { facts });
  const filed = {
    action: base64(action),
    output: base64(sha('object')),
    size: '6',
    time: '1700000000123',
    key: '',
    answer: 'v',
  };
  built.say('filed', filed);
  built.say('closed', { shim: '3' });
  await vi.waitFor(() => expect(arrived).toEqual([prefix]));
  expect(built.lastBuild.given(action)).toMatchObject({
    outputId: sha('object'),
    size: 6,
    timeMs: 1700000000123,
    weaveId: '',
  });
});

test('requests that follow a greeting wait for it', async () => {
  let release: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const built = await setUp({ isWeaving: false, greets: () => held });
  built.say('greeted', { request: frameBytes('hello') });
  built.say('get', { id: '1', action: base64(action) });
  built.say('tool', { shim: '0', action: '', request: frameBytes('hello') });
  await new Promise((resolve) => setImmediate(resolve));
  expect(built.told).toEqual([]);
  release();
  const both = [await built.next(), await built.next()].sort((a, b) => a.kind.localeCompare(b.kind));
  expect(both).toMatchObject([
    { kind: 'got', id: '1' },
    { kind: 'reply', shim: '0', mode: 'weaving', reply: '' },
  ]);
});

test('a greeting that fails ends the build', async () => {
  const built = await setUp({ isWeaving: false, greets: () => Promise.reject(new Error('the plan is old')) });
  built.say('greeted', { request: frameBytes('hello') });
  await vi.waitFor(() => expect(built.given).toEqual([new Error('the plan is old')]));
});

test('the end of a build is told from that of its front', async () => {
  const whole = await setUp();
  whole.say('end');
  expect(await whole.ended).toBe(true);
  const killed = await setUp();
  killed.front.destroy();
  expect(await killed.ended).toBe(false);
});

test('what is no message ends the build', async () => {
  const built = await setUp();
  built.say('nonsense');
  await vi.waitFor(() => expect(built.given).toEqual([expect.objectContaining({ code: 'shim_bad_frame' })]));
});

test('what the front has used is on the list', async () => {
  const usedFiles = new UsedFiles('/none');
  const { plan, say, ended } = await setUp({ usedFiles });
  usedFiles.note(plan.goCache, 'aa/aa-d');
  say('used', { user: ['cc/cc-a', 'bb/bb-d'], weave: ['ff/ff-f'] });
  say('used', { user: ['dd/dd-a'], weave: [] });
  say('end');
  await ended;
  expect(usedFiles.inOrder()).toEqual([
    { dir: plan.goCache, names: ['aa/aa-d', 'cc/cc-a', 'bb/bb-d', 'dd/dd-a'] },
    { dir: plan.cacheDir, names: ['ff/ff-f'] },
  ]);
});

test.each([
  ['whole', [], true],
  ['not whole where an object is missing', ['prefix'], false],
])('a build is %s', async (_, missing, isWhole) => {
  const { service, say, ended } = await setUp();
  say('end', { missing });
  await ended;
  expect(service.isWhole).toBe(isWhole);
});
