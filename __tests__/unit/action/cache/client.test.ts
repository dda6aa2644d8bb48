import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { askService, type CacheClient } from '../../../../src/action/cache/client.ts';
import { processStart } from '../../../../src/process/identity.ts';
import { tempDir } from '../../../support/temp-module.ts';

const request = { operation: 'restore', folder: 'pack', key: 'k', restoreKeys: ['k-'] } as const;

/** Asks a client of these lines of JavaScript, which has the `request` and may `answer`. */
async function ask(script: string, limitMs = 30_000) {
  const root = tempDir();
  const program = join(root, 'client.mjs');
  writeFileSync(
    program,
    `import { writeFileSync } from 'node:fs'; import { text } from 'node:stream/consumers';
    const request = JSON.parse(await text(process.stdin));
    const answer = (value) => writeFileSync(request.answerFile, JSON.stringify(value)); ${script}`,
  );
  const masked: string[] = [];
  const debugged: string[] = [];
  const client: CacheClient = {
    program,
    env: { MARK: 'of the runner' },
    limitMs,
    mask: (secret) => masked.push(secret),
    debug: (line) => debugged.push(line),
  };
  return { root, masked, debugged, ...(await askService(client, root, request)) };
}

test('the client reads its question, works below the root, and its answer is read', async () => {
  const { root, answer } = await ask(`answer({ kind: 'hit', matchedKey: request.key + process.env.MARK + process.cwd() +
    process.env.GITHUB_WORKSPACE + process.env.RUNNER_TEMP })`);
  expect(answer).toEqual({ kind: 'hit', matchedKey: `kof the runner${root}${root}${join(root, 'pack-temp')}` });
  expect(existsSync(join(root, 'pack-temp'))).toBe(false);
});

test('what it prints is told apart: secrets, complaints, the rest', async () => {
  const { complaints, masked, debugged } = await ask(`console.log('::add-mask::s%25t'); console.log('::warning::slow');
    console.error('Failed to save: no'); console.log('moved 1 MB'); answer({ kind: 'miss' })`);
  expect(masked).toEqual(['s%t']);
  expect([...complaints].sort()).toEqual(['Failed to save: no', 'slow']);
  expect(debugged).toEqual(['moved 1 MB']);
});

test.each([
  ['that says why', `console.log('first'); console.log('no disk')`, 'no disk'],
  ['without a word', '', 'the cache client ended without a word'],
])('a client that ends without an answer, %s', async (_, script, reason) => {
  expect((await ask(script)).answer).toEqual({ kind: 'failed', reason });
});

test('a client that takes too long is ended, with all that it started', async () => {
  const pidFile = join(tempDir(), 'pid');
  const child = `['-e', 'setInterval(() => {}, 1000)']`;
  const script = `import { spawn } from 'node:child_process';
    writeFileSync(${JSON.stringify(pidFile)}, String(spawn(process.execPath, ${child}).pid)); setInterval(() => {}, 1000);`;
  const { answer } = await ask(script, 4000);
  expect(answer).toEqual({ kind: 'failed', reason: 'no answer within 4 s' });
  const pid = Number(readFileSync(pidFile, 'utf8'));
  await expect.poll(() => processStart(pid) === undefined || /^State:\s+Z/m.test(statusOf(pid))).toBe(true);
}, 30_000);

const statusOf = (pid: number) => readFileSync(`/proc/${pid}/status`, 'utf8');
