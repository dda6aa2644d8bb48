import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { lineLog } from '../../../../src/base/log.ts';
import { currentPlan } from '../../../../src/driver/plan/current-plan.ts';
import { readPlan, rulesFile } from '../../../../src/driver/plan/plan.ts';
import type { PlanRequest } from '../../../../src/driver/plan/plan-request.ts';
import { go } from '../../../support/go-command.ts';
import { builtShim } from '../../../support/shim.ts';
import { tempModule } from '../../../support/temp-module.ts';

const home = join(import.meta.dirname, '../../../..');
const version = go(['env', 'GOVERSION'], '.').trim();
// Holds the shim already, so that no plan has to build it.
const cacheDir = join(tmpdir(), `gots-test-shim-${process.getuid?.()}`);

beforeAll(async () => {
  await builtShim();
}, 300_000);

const aspects = (id: string) =>
  `aspects: [{id: ${id}, join-point: {import-path: example.com/app}, advice: [add-blank-import: embed]}]\n`;

/** A module with a go command that knows its modules and notes what it was asked. */
function setUp(gotsYml: string) {
  const dir = tempModule({ 'app/go.mod': 'module example.com/app\n\ngo 1.24\n', 'app/gots.yml': gotsYml });
  const moduleDir = join(dir, 'app');
  const fake = join(dir, 'go');
  writeFileSync(fake, `#!/bin/sh\necho "$@" >> ${dir}/asked\nprintf 'example.com/app\\t${moduleDir}\\n'\n`);
  chmodSync(fake, 0o755);
  const warnings: string[] = [];
  const request: PlanRequest = {
    go: fake,
    goEnv: {
      ...{ version, goMod: join(moduleDir, 'go.mod'), goWork: '', goCache: join(dir, 'gocache') },
      ...{ modCache: join(dir, 'modcache'), goflags: '', goCacheProg: '', goRoot: '', system: '' },
    },
    cwd: moduleDir,
    env: { PATH: process.env['PATH'] },
    aspectFiles: [],
    goArgs: ['build'],
    cacheDir,
    home,
    log: lineLog((line) => void warnings.push(line), false),
    place: { moduleDir, configDirs: [moduleDir] },
  };
  const asked = () =>
    existsSync(join(dir, 'asked')) ? readFileSync(join(dir, 'asked'), 'utf8').trim().split('\n') : [];
  return { moduleDir, request, warnings, asked };
}

describe('the plan of a build', () => {
  test('has its rules beside it, and is made again without them', async () => {
    const { request } = setUp(aspects('one'));
    const { file } = await currentPlan(request);
    const rules = readFileSync(rulesFile(file));
    rmSync(rulesFile(file));
    await currentPlan(request);
    expect(readFileSync(rulesFile(file))).toEqual(rules);
  });

  test('holds the aspects and the modules, and can be read by the code that made it', async () => {
    const { request, moduleDir, asked, warnings } = setUp(aspects('one'));
    const { file, plan } = await currentPlan(request);
    expect(plan).toMatchObject({ rootModule: 'example.com/app', moduleDirs: [moduleDir], goVersion: version });
    expect(plan.aspects.map(({ id }) => id)).toEqual(['one']);
    expect(plan.inputs.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['gots.yml', 'go.mod', 'go.sum', 'orchestrion.yml'].map((name) => join(moduleDir, name))),
    );
    expect(readPlan(file, plan.code)).toEqual({ plan: JSON.parse(JSON.stringify(plan)) });
    expect(readPlan(file, 'other code')).toHaveProperty('reason');
    // Outside a workspace go.mod says it all.
    expect(asked()).toEqual([]);
    expect(warnings).toEqual([]);
  });

  test('is used again while nothing changes', async () => {
    const { request } = setUp(aspects('one'));
    const first = await currentPlan(request);
    const { mtimeMs } = statSync(first.file);
    const second = await currentPlan(request);
    expect(second.file).toBe(first.file);
    expect(second.plan).toEqual(JSON.parse(JSON.stringify(first.plan)));
    expect(statSync(first.file).mtimeMs).toBe(mtimeMs);
  });

  test.each([
    ['an aspect file is edited', (dir: string) => writeFileSync(join(dir, 'gots.yml'), aspects('two'))],
    ['go.mod is edited', (dir: string) => appendFileSync(join(dir, 'go.mod'), '\ntoolchain go1.26.8\n')],
    ['a file appears that would have counted', (dir: string) => writeFileSync(join(dir, 'go.sum'), '')],
    ['it is damaged', (_: string, file: string) => appendFileSync(file, ' ')],
  ])('is made again when %s', async (_, change) => {
    const { request, moduleDir } = setUp(aspects('one'));
    const { file } = await currentPlan(request);
    const { ino } = statSync(file);
    change(moduleDir, file);
    const { plan } = await currentPlan(request);
    expect(plan.aspects.map(({ id }) => id)).toEqual([
      readFileSync(join(moduleDir, 'gots.yml'), 'utf8').includes('two') ? 'two' : 'one',
    ]);
    expect(statSync(file).ino).not.toBe(ino);
  });

  test.each([
    ['other aspect files', { aspectFiles: ['more.yml'] }],
    ['other tags', { goArgs: ['build', '-tags=x'] }],
    ['another system', { env: { PATH: process.env['PATH'], GOOS: 'plan9' } }],
  ] as const)('is another one for %s', async (_, other) => {
    const { request, moduleDir } = setUp(aspects('one'));
    writeFileSync(join(moduleDir, 'more.yml'), aspects('more'));
    const first = await currentPlan(request);
    expect((await currentPlan({ ...request, ...other })).file).not.toBe(first.file);
  });

  test('asks go nothing again for an edited aspect, and asks for what an edited hook module decides', async () => {
    const { request, moduleDir, asked } = setUp('extends: [../hooks]\n');
    const hooks = join(moduleDir, '../hooks');
    mkdirSync(join(hooks, 'h'), { recursive: true });
    const write = (name: string, text: string) => writeFileSync(join(hooks, name), text);
    const template = (text: string) =>
      write(
        'gots.yml',
        `aspects: [{id: a, join-point: {function-body: {function: [name: main]}}, advice: [prepend-statements: {imports: {h: example.com/hooks/h}, template: '${text}'}]}]\n`,
      );
    write('go.mod', 'module example.com/hooks\n\ngo 1.24\n');
    write('h/h.go', 'package h\n\nfunc F() {}\n\nfunc G() {}\n');
    template('h.F()');
    const real = go(['env', 'GOROOT'], '.').trim();
    const counting = `#!/bin/sh\necho "$@" >> ${moduleDir}/../asked\nexec ${real}/bin/go "$@"\n`;
    writeFileSync(request.go, counting);
    // Files that change while go reads them are read again.
    await new Promise((resolve) => setTimeout(resolve, 50));
    const ours = { ...request, env: { ...process.env, GOPROXY: 'off', GOFLAGS: '', GOWORK: 'off' } };
    const first = await currentPlan(ours);
    expect(first.plan.added).toMatchObject([{ path: 'example.com/hooks' }]);
    expect(asked()).toEqual([expect.stringMatching(/^list -mod=mod -deps .* example.com\/hooks\/h$/)]);
    template('h.G()');
    const edited = await currentPlan(ours);
    expect(JSON.stringify(edited.plan.aspects)).toContain('h.G()');
    expect(edited.plan.injection).toEqual(first.plan.injection);
    expect(asked()).toHaveLength(1);
    write('h/more.go', 'package h\n\nimport _ "embed"\n');
    template('h.F()');
    await currentPlan(ours);
    expect(asked()).toHaveLength(2);
  });

  test('fails with the place of what is wrong in an aspect file', async () => {
    const { request } = setUp('aspects: [{id: x, join-point: {no-such-point: 1}, advice: []}]\n');
    await expect(currentPlan(request)).rejects.toMatchObject({ span: { file: 'gots.yml', line: 1 } });
  });
});
