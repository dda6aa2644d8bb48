import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { waitingJobs } from '../../../../src/cache/remote/outbox.ts';
import type { GoProcess } from '../../../../src/driver/serve/go-process.ts';
import { leaveUpload } from '../../../../src/driver/serve/leave-upload.ts';
import { readFlags } from '../../../../src/go/flags.ts';
import { tempDir } from '../../../support/temp-module.ts';

test('what a build used is left in the outbox, with the shim; a program is started at once, or not where another one stores it', async () => {
  const dir = tempDir();
  const [goCache, cacheDir, started] = ['go', 'weave', 'started'].map((name) => join(dir, name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(cacheDir);
  writeFileSync(join(dir, 'go.mod'), 'module example.com/m\n');
  const program = join(dir, 'remote.mjs');
  writeFileSync(
    program,
    `import { appendFileSync } from 'node:fs'; appendFileSync('${started}', process.argv[2] + '\\n');`,
  );
  const flags = readFlags(['build', '-trimpath', './...'], []);
  const root = { cwd: dir, flags } as unknown as GoProcess;
  const shim = join(cacheDir, 'bin', 'shim-0');
  const names = { rootModule: 'example.com/m', moduleDirs: [dir], goVersion: 'go1.26.8', code: 'c' };
  const plan = { ...names, goCache, cacheDir, shim };
  const log = { debug: (text: string) => expect.unreachable(text) };
  const context = { plan, root, env: { GOOS: 'linux' }, program, log };
  const used = [{ dir: goCache, names: ['ab/x-a'] }];
  const now = Date.now();
  leaveUpload(used, { ...context, uploads: 'later', now });
  expect(waitingJobs(cacheDir, now).map(({ job }) => [job.kind.command, job.used])).toEqual([
    ['build ./...', ['weave/bin/shim-0', 'weave/bin/shim-0.sum', 'go/ab/x-a']],
  ]);
  leaveUpload(used, { ...context, uploads: 'now', now: now + 1 });
  expect(waitingJobs(cacheDir, now)).toHaveLength(2);
  const told = await vi.waitFor(() => readFileSync(started, 'utf8'), { timeout: 50_000 });
  // By the second build alone.
  expect(
    told
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([{ do: 'push', cacheDir, wait: false }]);
});
