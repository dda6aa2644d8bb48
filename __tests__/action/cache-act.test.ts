import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { type ActRepository, actionFolder, actionName, actRepository, runAct } from '../support/act.ts';

const action = actionFolder();
const made: ActRepository[] = [];

afterAll(() => {
  for (const repository of made) repository.remove();
  rmSync(action, { recursive: true, force: true });
});

const workflow = `on: push
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - uses: ${actionName}
        id: gots
        with:
          # Each command of the compiler is printed; each run of act has its checkout in another place.
          build-flags: -x -trimpath
      - run: echo "cache-hit is '\${{ steps.gots.outputs.cache-hit }}', of '\${{ steps.gots.outputs.cache-key }}'"
`;

const compiled = /\/compile(?: |.exe ).*-o /;

test('the second run of a workflow, on a machine that has nothing, compiles nothing', async () => {
  const repository = actRepository('__tests__/action/testdata/hello', inject('warmGoCache'), {
    '.github/workflows/build.yml': workflow,
  });
  made.push(repository);
  const args = ['--cache-server-path', `${repository.keep}/service`, '--cache-server-addr', '127.0.0.1'];
  const payload = { repository: { default_branch: 'main' } };
  const cold = await runAct(repository, action, { args, payload });
  expect(cold.exitCode).toBe(0);
  expect(cold.output).toContain("cache-hit is 'none', of ''");
  expect(cold.output).toMatch(compiled);
  expect(cold.output).toMatch(/^cache: \d+ entries \(\d+\.\d MB, after nothing\) saved as gots_1-linux-/m);

  for (const folder of ['GOCACHE', 'GOTS_CACHE']) rmSync(repository.env[folder] as string, { recursive: true });
  const warm = await runAct(repository, action, { args, payload });
  expect(warm.output).toMatch(/cache-hit is 'commit', of 'gots_1-linux-/);
  expect(warm.output).not.toMatch(compiled);
  expect(warm.output).toMatch(/^cache: builds not saved: only 0\.\d MB of \d+\.\d MB are new$/m);
  expect(warm.exitCode).toBe(0);

  // A commit that changes an aspect: what it touches is compiled, and what imports that.
  for (const folder of ['GOCACHE', 'GOTS_CACHE']) rmSync(repository.env[folder] as string, { recursive: true });
  const aspects = readFileSync(join(repository.dir, 'gots.yml'), 'utf8');
  repository.write({ 'gots.yml': aspects.replace('woven', 'woven anew') });
  const changed = await runAct(repository, action, { args, payload });
  expect(changed.output).toMatch(/cache-hit is 'older', of 'gots_1-linux-/);
  const packages = [...changed.output.matchAll(/\/compile .*? -p (\S+)/g)].map(([, path]) => path);
  expect([...new Set(packages)].sort()).toEqual(['example.com/hello/greet', 'main']);
  expect(changed.exitCode).toBe(0);
});

test('mode: env: what go commands of the job itself used is kept, and serves the next run', async () => {
  const steps = [
    { uses: 'actions/checkout@v7' },
    { uses: actionName, with: { mode: 'env' } },
    { run: 'go build -trimpath -x -o hello ./cmd/hello 2>&1 && ./hello 2>&1' },
  ];
  const own = JSON.stringify({ on: 'push', jobs: { build: { 'runs-on': 'ubuntu-latest', steps } } });
  const folder = '__tests__/action/testdata/hello';
  const repository = actRepository(folder, inject('warmGoCache'), { '.github/workflows/build.yml': own });
  made.push(repository);
  const args = ['--cache-server-path', `${repository.keep}/service`, '--cache-server-addr', '127.0.0.1'];
  const payload = { repository: { default_branch: 'main' } };
  const cold = await runAct(repository, action, { args, payload });
  expect(cold.output).toMatch(/^woven$/m);
  expect(cold.output).toMatch(/^cache: \d+ entries \(\d+\.\d MB, after nothing\) saved as gots_1-linux-/m);
  for (const cache of ['GOCACHE', 'GOTS_CACHE']) rmSync(repository.env[cache] as string, { recursive: true });
  const warm = await runAct(repository, action, { args, payload });
  expect(warm.output).toMatch(/^woven$/m);
  expect(warm.output).not.toMatch(compiled);
  expect(warm.exitCode).toBe(0);
});
