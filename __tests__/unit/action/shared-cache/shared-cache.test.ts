import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { usedSince } from '../../../../src/action/cache/used-since.ts';
import { fetchedSummary } from '../../../../src/action/shared-cache/shared-summary.ts';
import { addJob, extendJob, waitingJobs } from '../../../../src/cache/remote/outbox.ts';
import { kindOfTests } from '../../../support/remote/built-cache.ts';
import { tempDir } from '../../../support/temp-module.ts';

test('the summary tells what came, what it answered, and why nothing is stored', () => {
  const report = { packs: 12, wanted: 12, bytes: 30_100_000, added: 3210, problem: undefined, ms: 2100 };
  const access = {
    mode: 'read',
    trust: 'fork',
    reason: 'a pull request from a fork only reads',
    isRefused: false,
  } as const;
  const text = fetchedSummary({
    place: 's3://builds/gots',
    access,
    fetched: [
      { command: 'build ./...', system: 'linux/amd64', report, answers: { asked: 624, hits: 623 } },
      { command: 'test ./...', system: 'linux/amd64', report: undefined, answers: undefined },
      { command: 'vet', system: 'a/b', report: { ...report, problem: 'no answer' }, answers: { asked: 1, hits: 1 } },
    ],
  });
  expect(text).toBe(`
#### Shared cache \`s3://builds/gots\`

| Go command | Packs | Files | Size | Time | Answers to go |
| --- | --- | --- | --- | --- | --- |
| \`go build ./... (linux/amd64)\` | 12 | 3,210 | 30.1 MB | 2.1 s | 623 hits of 624 |
| \`go test ./... (linux/amd64)\` | – | – | – |  |  |
| \`go vet (a/b)\` | 12 (no answer) | 3,210 | 30.1 MB | 2.1 s | 1 hit of 1 |

Only read: a pull request from a fork only reads.
`);
});

test('what a plain build used is added to what the woven one has left', () => {
  const dir = tempDir();
  const folders = { go: join(dir, 'go'), weave: join(dir, 'weave') };
  mkdirSync(join(folders.go, 'ab'), { recursive: true });
  for (const [name, ageMs] of [
    ['old', 7_200_000],
    ['new', 0],
  ] as const) {
    const file = join(folders.go, 'ab', name);
    writeFileSync(file, '');
    const time = new Date(Date.now() - ageMs);
    utimesSync(file, time, time);
  }
  expect(usedSince(folders.go, Date.now() - 60_000)).toEqual(['go/ab/new']);
  expect(usedSince(join(dir, 'gone'), 0)).toEqual([]);
  addJob(folders.weave, { kind: kindOfTests, folders, used: ['go/x'], createdMs: Date.now() });
  const [left] = waitingJobs(folders.weave, Date.now());
  if (!left) throw new Error('no job');
  extendJob(left, ['go/ab/new']);
  const after = waitingJobs(folders.weave, Date.now());
  expect(after.map(({ job }) => job.used)).toEqual([['go/x', 'go/ab/new']]);
});
