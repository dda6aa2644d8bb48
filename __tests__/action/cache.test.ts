import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { type CacheService, startCacheService } from './support/cache-service.ts';
import {
  beginJob,
  endJob,
  filesIn,
  gotsGo,
  type Job,
  type JobOptions,
  newMachine,
  temporaryFolder,
} from './support/cached-job.ts';

const project = {
  'go.mod': 'module example.com/m\n\ngo 1.24\n',
  'main.go':
    'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println(text()) }\n\nfunc text() string { return "plain" }\n',
  'main_test.go':
    'package main\n\nimport "testing"\n\nfunc TestText(t *testing.T) {\n\tif text() == "plain" {\n\t\tt.Fatal("not woven")\n\t}\n}\n',
  'hooks/hooks.go': 'package hooks\n\nfunc Text() string { return "hook" }\n',
  'gots.yml': `aspects:
  - id: text
    join-point: {all-of: [{import-path: example.com/m}, {function-body: {function: [{name: text}]}}]}
    advice:
      - prepend-statements:
          imports: {hooks: example.com/m/hooks}
          template: 'return "aspect one, " + hooks.Text()'
`,
};

let folder = '';
let service: CacheService;
const machineFolder = () => join(folder, 'machine');

beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(async () => {
  rmSync(join(folder, 'service'), { recursive: true, force: true });
  service = await startCacheService(join(folder, 'service'));
});
afterEach(() => service.close());

/** A job on a new machine: restores, builds, tests. */
async function job(
  options: JobOptions = {},
  files: Readonly<Record<string, string>> = project,
  goCache?: string,
): Promise<Job> {
  const begun = await beginJob(newMachine(machineFolder(), files, goCache), { service, ...options });
  return begun;
}

/** The first run of all: what plain go makes of the standard library is there, for the sake of time. */
async function coldRun(options: JobOptions = {}): Promise<Job> {
  const cold = await job(options, project, inject('warmGoCache'));
  expect(gotsGo(cold, 'build', '-o', 'app', '.').stats['compiles']).toBeGreaterThan(0);
  gotsGo(cold, 'test', './...');
  return cold;
}

const sum = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

describe('the caches of a job', () => {
  test('cold, warm, changed: what is saved is what was used, and a warm run compiles nothing', async () => {
    const cold = await coldRun();
    const binary = sum(join(cold.machine.checkout, 'app'));
    expect(cold.restored.hit).toBe('none');
    expect(await endJob(cold)).toBe(true);
    expect(cold.said.notices).toEqual([]);

    // A new machine, a commit that changed nothing: not even the standard library is compiled.
    const warm = await job({ commit: 'c2', run: '2' });
    expect(warm.restored.hit).toBe('older');
    const restoredFiles = filesIn(join(warm.machine.folder, 'home'));
    const { stats } = gotsGo(warm, 'build', '-o', 'app', '.');
    expect([stats['compiles'], stats['misses'], stats['resolutions']]).toEqual([0, 0, 0]);
    expect(sum(join(warm.machine.checkout, 'app'))).toBe(binary);
    expect(gotsGo(warm, 'test', './...').out).toContain('(cached)');
    // Of what is in GOCACHE on the first machine, far from all was used.
    expect(restoredFiles.length).toBeLessThan(filesIn(inject('warmGoCache')).length);
    expect(await endJob(warm)).toBe(false);
    expect(warm.said.lines.at(-1)).toMatch(/^cache: builds not saved: only 0\.0 MB of \d+\.\d MB are new$/);

    // A changed aspect: its package alone; the same commit finds its own cache first.
    const changed = { ...project, 'gots.yml': project['gots.yml'].replace('one', 'two') };
    const edited = await job({ commit: 'c3', run: '3' }, changed);
    expect(gotsGo(edited, 'build', '-o', 'app', '.').stats['compiles']).toBe(1);
    expect(execFileSync(join(edited.machine.checkout, 'app'), { encoding: 'utf8' })).toBe('aspect two, hook\n');
    // A changed source, and a changed package that is injected.
    const source = { ...changed, 'hooks/hooks.go': project['hooks/hooks.go'].replace('hook"', 'other"') };
    const rewritten = await job({ commit: 'c4', run: '4' }, source);
    expect(gotsGo(rewritten, 'build', '-o', 'app', '.').stats['compiles']).toBeLessThan(4);
    expect(execFileSync(join(rewritten.machine.checkout, 'app'), { encoding: 'utf8' })).toBe('aspect two, other\n');
  });

  test('a plain build on restored caches is what it is without gots', async () => {
    await endJob(await coldRun());
    const warm = await job({ commit: 'c2', run: '2' });
    gotsGo(warm, 'build', '-o', 'app', '.');
    const sums = [warm.machine.env['GOCACHE'], inject('warmGoCache')].map((goCache) => {
      const env = { ...warm.machine.env, GOCACHE: goCache };
      execFileSync('go', ['build', '-o', 'plain', '.'], { cwd: warm.machine.checkout, env });
      return sum(join(warm.machine.checkout, 'plain'));
    });
    expect(sums[0]).toBe(sums[1]);
  });

  test('plain builds beside the woven ones are kept with the rest', async () => {
    const cold = await coldRun();
    const plain = (on: Job) =>
      execFileSync('go', ['build', '-x', '-o', 'plain', '.'], {
        cwd: on.machine.checkout,
        env: on.machine.env,
        stdio: 'pipe',
      });
    plain(cold);
    await endJob(cold, { hasPlainBuilds: true });
    const warm = await job({ commit: 'c2', run: '2' });
    gotsGo(warm, 'build', '-o', 'app', '.');
    const made = filesIn(warm.machine.env['GOCACHE'] as string);
    plain(warm);
    // Nothing was compiled, so nothing new is filed.
    expect(filesIn(warm.machine.env['GOCACHE'] as string).filter((name) => !made.includes(name))).toEqual([]);
    gotsGo(warm, 'test', './...');
    expect(await endJob(warm, { hasPlainBuilds: true })).toBe(false);
  });

  test('what is there already stays; a second use in one job shares the first', async () => {
    await endJob(await coldRun());
    const machine = newMachine(machineFolder(), project, inject('warmGoCache'));
    const goCache = machine.env['GOCACHE'] as string;
    const times = new Map(filesIn(goCache).map((name) => [name, statSync(join(goCache, name)).mtimeMs]));
    const first = await beginJob(machine, { service, commit: 'c2', run: '2' });
    for (const [name, time] of times) expect(statSync(join(goCache, name)).mtimeMs).toBe(time);
    const second = await beginJob(machine, { service, commit: 'c2', run: '2' }, first.env);
    expect(second.restored).toEqual(first.restored);
    // Each of the two machines asked once for builds and once for modules.
    expect(service.calls()['GetCacheEntryDownloadURL']).toBe(4);
    expect(gotsGo(second, 'build', '-o', 'app', '.').stats['compiles']).toBe(0);
  });

  test('a cut-off entry on the machine is replaced by a whole one', async () => {
    await endJob(await coldRun());
    const warm = await job({ commit: 'c2', run: '2' });
    const goCache = warm.machine.env['GOCACHE'] as string;
    for (const name of filesIn(goCache).filter((entry) => entry.endsWith('-d')))
      writeFileSync(join(goCache, name), 'cut');
    const again = await beginJob(warm.machine, { service, commit: 'c2', run: '3' });
    expect(gotsGo(again, 'build', '-o', 'app', '.').stats['compiles']).toBe(0);
  });
});

describe('nothing that happens to caches is an error', () => {
  test('no cache service', async () => {
    const cold = await job({ service: undefined });
    expect(cold.said.notices).toEqual(['cache: no builds: this runner has no cache service']);
    await expect(endJob(cold)).resolves.toBe(false);
  });

  test('a service that is down', async () => {
    await service.close();
    const cold = await coldRun();
    expect(await endJob(cold)).toBe(false);
    expect(cold.said.notices).toHaveLength(2);
    for (const notice of cold.said.notices)
      expect(notice).toMatch(/^cache: builds not (restored|saved): .*ECONNREFUSED/);
    service = await startCacheService(join(folder, 'service'));
  });

  test('too many requests', async () => {
    service.failWith(429);
    const cold = await coldRun();
    expect(await endJob(cold)).toBe(false);
    expect(cold.said.notices[0]).toMatch(/^cache: builds not restored: .*rate limit will reset in 30 seconds/);
    expect(cold.said.notices[1]).toMatch(/^cache: builds not saved: .*rate limit/i);
    // Asked once each, for builds and for modules: who asks again at once is what the limit is for.
    expect(cold.said.notices).toHaveLength(2);
    expect(service.calls()).toEqual({ GetCacheEntryDownloadURL: 2, CreateCacheEntry: 1 });
  });

  test('a token that may only read', async () => {
    const readOnly = { scopes: ['refs/heads/main'], mayWrite: false };
    const cold = await coldRun({ token: readOnly, mode: 'write' });
    expect(await endJob(cold)).toBe(false);
    expect(cold.said.notices).toEqual([expect.stringMatching(/^cache: builds not saved: .*the token is read-only/)]);
    expect(service.entries()).toEqual([]);
  });

  test('a damaged archive is a miss', async () => {
    await endJob(await coldRun());
    const stored = service.entries()[0]?.file as string;
    writeFileSync(stored, readFileSync(stored).subarray(0, 100_000));
    const warm = await job({ commit: 'c2', run: '2' });
    expect(warm.restored.hit).toBe('none');
    expect(warm.said.notices).toEqual([expect.stringMatching(/^cache: builds not restored: /)]);
    expect(filesIn(warm.machine.env['GOCACHE'] as string)).toEqual([]);
  });

  test('two jobs, one key', async () => {
    const one = await coldRun();
    // The other job has the same key, on a machine of its own.
    const two = await beginJob({ ...one.machine, folder: join(folder, 'other') }, { service });
    writeFileSync(two.restored.touchedFile, readFileSync(one.restored.touchedFile));
    expect(await endJob(two)).toBe(true);
    expect(await endJob(one)).toBe(false);
    expect(one.said.notices).toEqual([
      expect.stringMatching(/^cache: builds not saved: .*with the same key, version, and scope already exists/),
    ]);
    expect(service.entries()).toHaveLength(1);
  });

  test('nothing is saved of a build that failed, nor twice in a job', async () => {
    const cold = await coldRun();
    expect(await endJob(cold, { builds: 'incomplete' })).toBe(false);
    expect(cold.said.lines.at(-1)).toBe('cache: not saved: the build is not complete');
    expect(await endJob(cold)).toBe(true);
    expect(await endJob(cold)).toBe(false);
    expect(service.entries()).toHaveLength(1);
    // A pull request reads what the default branch saved, and saves nothing.
    const scopes = { scopes: ['refs/pull/1/merge', 'refs/heads/main'], mayWrite: true };
    const pull = await job({ token: scopes, event: 'pull_request', ref: 'refs/pull/1/merge', commit: 'c9', run: '9' });
    expect(pull.restored.hit).toBe('older');
    expect(pull.restored.touchedFile).toBe('');
    expect(await endJob(pull)).toBe(false);
    expect(pull.said.notices).toEqual([]);
  });

  test('no zstd: gzip', async () => {
    const bin = join(folder, 'bin');
    execFileSync('sh', ['-c', `mkdir -p ${bin} && for t in tar gzip sh; do ln -sf "$(command -v $t)" ${bin}/$t; done`]);
    const cold = await coldRun({ runner: { PATH: bin } });
    expect(await endJob(cold)).toBe(true);
    expect(readFileSync(service.entries()[0]?.file as string).subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]));
    const warm = await job({ commit: 'c2', run: '2', runner: { PATH: bin } });
    expect(gotsGo(warm, 'build', '-o', 'app', '.').stats['compiles']).toBe(0);
    // A machine with zstd is told of another kind of archive, so that it takes none that it may not be able to read.
    expect((await job({ commit: 'c3', run: '3' })).restored.hit).toBe('none');
  });
});
