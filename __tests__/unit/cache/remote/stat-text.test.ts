import { expect, test } from 'vitest';
import { type RemoteStat, statText } from '../../../../src/cache/remote/stat-text.ts';
import type { StoredBuild } from '../../../../src/cache/remote/trim-store.ts';

const atMs = Date.UTC(2026, 10, 28, 18, 5, 9);
const build = (branch: string, command: string, bytes: number, module = 'example.com/m'): StoredBuild => ({
  origin: { module, branch, command, target: 'linux amd64 1', toolchain: 'go1.26.8' },
  packs: 3,
  bytes,
  timeMs: atMs,
});
const stat: RemoteStat = {
  place: 's3://builds/gots',
  mode: 'read',
  signed: true,
  waiting: 2,
  state: {
    lastFetch: { atMs, packs: 12, wanted: 12, bytes: 30_100_000, added: 3000, problem: undefined },
    lastUpload: { atMs, problem: 'it answers with status 507' },
    uploading: { pid: 42, sinceMs: atMs },
  },
  holds: {
    builds: [build('', 'build ./...', 1_000), build('main', 'test ./internal/...', 123_456_789)],
    manifests: 6,
    packs: 40,
    bytes: 200_000_000,
    unnamed: { packs: 1, bytes: 1_500_000 },
    oldestMs: atMs,
  },
};

test('one line for each build in columns, and the totals', () => {
  expect(statText(stat)).toBe(`s3://builds/gots
mode                read, signed
uploads waiting     2, process 42 is at work
last fetch          2026-11-28 18:05Z  12 packs, 30.1 MB
last upload         2026-11-28 18:05Z  it answers with status 507

module         branch  go command           target         go        packs      size  stored
example.com/m  –       build ./...          linux amd64 1  go1.26.8      3    0.0 MB  2026-11-28 18:05Z
example.com/m  main    test ./internal/...  linux amd64 1  go1.26.8      3  123.5 MB  2026-11-28 18:05Z

builds              2, under 6 names
packs               40, 200.0 MB with the manifests
unnamed packs       1, 1.5 MB
oldest manifest     2026-11-28 18:05Z
`);
});

test('a server that is empty, or cannot list', () => {
  const empty = { builds: [], manifests: 0, packs: 0, bytes: 0, unnamed: { packs: 0, bytes: 0 }, oldestMs: undefined };
  const quiet = { ...stat, mode: 'read-write', signed: false, waiting: 0, state: {} } as const;
  expect(statText({ ...quiet, holds: empty })).toBe(`s3://builds/gots
mode                read-write
uploads waiting     0

builds              0, under 0 names
packs               0, 0.0 MB with the manifests
unnamed packs       0, 0.0 MB
`);
  expect(statText({ ...quiet, holds: { problem: 'it cannot list' } })).toMatch(/\nserver {14}it cannot list\n$/);
});

test('what others wrote into a manifest does not reach the terminal as commands', () => {
  const odd = build('main\n\u001b[2J', 'build ./...', 1, 'example.com/\u202em\u0007');
  const holds = { ...stat.holds, builds: [odd] } as RemoteStat['holds'];
  const text = statText({ ...stat, holds });
  expect(text).toContain('example.com/?m?  main??[2J  build ./...');
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});
