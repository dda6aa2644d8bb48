import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ToolRequest } from '../../../../src/driver/front/protocol.ts';
import type { ClosureModule, ClosurePackage } from '../../../../src/driver/injected/closure.ts';
import type { Archive } from '../../../../src/driver/injected/package-archive.ts';
import { ArchiveDeps } from '../../../../src/driver/steps/archive-deps.ts';
import { linkStep } from '../../../../src/driver/steps/link-step.ts';
import type { Importcfg } from '../../../../src/toolexec/importcfg.ts';
import { driverParts, fakeGo, injectedPackages, weavingProcess } from '../../../support/driver.ts';
import { tempModule } from '../../../support/temp-module.ts';

const archive = (path: string): Archive => ({ path, name: 'p', file: `/cache/${path}.a`, size: 1 });

/** A link of a program whose main package wants `example.com/hooks`, which brings `example.com/below` along. */
function setUp(
  more: {
    readonly wants?: readonly string[];
    readonly cxx?: boolean;
    readonly args?: readonly string[];
    /** Files of the main package's folder, and of its module. */
    readonly files?: Readonly<Record<string, string>>;
    readonly modules?: Readonly<Record<string, ClosureModule>>;
    readonly programs?: { readonly note: (importcfg: Importcfg) => void };
    /** Of the go command; '' for the outermost. */
    readonly token?: string;
    readonly resolves?: () => Promise<Archive[]>;
  } = {},
) {
  const { wants = ['example.com/hooks'], cxx = false, args = [], files = {}, modules = {} } = more;
  const modinfo = more.modules
    ? `modinfo ${JSON.stringify(`${'m'.repeat(16)}path\texample.com\n${'m'.repeat(16)}`)}\n`
    : '';
  const dir = tempModule({
    'b001/importcfg.link': `packagefile example.com=main.a\npackagefile fmt=fmt.a\n${modinfo}`,
    'go.mod': 'module example.com\n',
    'main.go': 'package main\n',
    ...files,
  });
  const parts = driverParts({ plan: { moduleDirs: [dir] } });
  const deps = new ArchiveDeps(parts.plan.goCache);
  deps.set(
    join(dir, 'main.a'),
    wants.map((path) => ({ path, kind: 'import' })),
  );
  const asked: string[] = [];
  const resolver = {
    resolve: ({ path }: { readonly path: string }) => {
      asked.push(path);
      return more.resolves?.() ?? Promise.resolve([archive(path), archive('example.com/below'), archive('fmt')]);
    },
  };
  const go = fakeGo({ settings: { CC: 'gcc', CXX: 'g++' } });
  const listed = (path: string) => ({ path, ...(modules[path] ? { module: modules[path] } : {}) }) as ClosurePackage;
  const injected = injectedPackages({ isCxx: (path) => cxx && path === 'example.com/below', listed });
  const begun: (string | undefined)[] = [];
  const policy = { linkBegan: (_: unknown, prefix: string | undefined) => void begun.push(prefix) };
  const common = { ...parts, go, injected, records: parts.caches.weave, deps, resolver, policy };
  const context = { ...common, programs: more.programs };
  const request: ToolRequest = {
    kind: 'link',
    args: ['-o', 'b001/exe/a.out', '-importcfg', 'b001/importcfg.link', ...args, 'main.a'],
    ...{ pid: 1, goPid: 1, cwd: dir, pwd: '', tool: '/tool/link', importPath: 'example.com', chain: '' },
  };
  const owner = { ...weavingProcess(), token: more.token ?? '' };
  const run = () => linkStep(context, owner, request, parts.jobs.start('link', 'example.com', owner));
  return { run, request, dir, asked, go, begun };
}

describe('a link', () => {
  test('to which nothing is added runs as it is', async () => {
    const { run, request, asked } = setUp({ wants: ['fmt'] });
    expect(await run()).toEqual({ kind: 'exec', argv: ['/tool/link', ...request.args], env: [] });
    expect(asked).toEqual([]);
  });

  test('gets the archives that woven code needs, and keeps those that it has', async () => {
    const { run, dir, asked } = setUp();
    const reply = await run();
    const file = join(dir, 'b001', 'gots', 'importcfg.link');
    expect(reply).toMatchObject({ kind: 'exec', argv: expect.arrayContaining([file, 'main.a']) });
    expect(readFileSync(file, 'utf8').trim().split('\n').sort()).toEqual([
      'packagefile example.com/below=/cache/example.com/below.a',
      'packagefile example.com/hooks=/cache/example.com/hooks.a',
      'packagefile example.com=main.a',
      'packagefile fmt=fmt.a',
    ]);
    expect(asked).toEqual(['example.com/hooks']);
  });

  test('of the outermost go command is noted, as go knows it', async () => {
    const noted: string[][] = [];
    const programs = { note: ({ packageFiles }: Importcfg) => void noted.push([...packageFiles.keys()]) };
    await setUp({ programs }).run();
    await setUp({ programs, wants: ['fmt'] }).run();
    await setUp({ programs, token: 'child' }).run();
    expect(noted).toEqual([
      ['example.com', 'fmt'],
      ['example.com', 'fmt'],
    ]);
  });

  test('of the outermost go command has begun, also where it cannot be answered', async () => {
    const args = ['-buildid=link/main/content/link', '-buildid='];
    const whole = setUp({ args });
    await whole.run();
    expect(whole.begun).toEqual(['main']);
    const child = setUp({ args, token: 'child' });
    await child.run();
    expect(child.begun).toEqual([]);
    const broken = setUp({ args, resolves: () => Promise.reject(new Error('no such package')) });
    await expect(broken.run()).rejects.toThrow('no such package');
    expect(broken.begun).toEqual(['main']);
  });

  test.each([
    ['gcc', true, 'g++'],
    ['gcc', false, 'gcc'],
    ['clang', true, 'clang'],
  ])('with -extld=%s, C++ among what is added: %s, links with %s', async (extld, cxx, wanted) => {
    const reply = await setUp({ cxx, args: [`-extld=${extld}`] }).run();
    expect(reply.kind === 'exec' && reply.argv.find((word) => word.startsWith('-extld'))).toBe(`-extld=${wanted}`);
  });

  test('without -extld asks for no compilers', async () => {
    const { run, go } = setUp({ cxx: true });
    await run();
    expect(go.calls.filter(({ kind }) => kind === 'settings')).toEqual([]);
  });

  test('asks go neither for the modules of what is added nor where the main package lies', async () => {
    const hooks = { Path: 'example.com/hooks', Version: 'v1.2.3' };
    const { run, go, dir } = setUp({ modules: { 'example.com/hooks': hooks } });
    await run();
    expect(go.calls).toEqual([]);
    const text = readFileSync(join(dir, 'b001', 'gots', 'importcfg.link'), 'utf8');
    expect(text).toContain('dep\\texample.com/hooks\\tv1.2.3');
  });

  test('asks go for the profile where the main package has one', async () => {
    const { run, go } = setUp({ files: { 'default.pgo': '' } });
    await run();
    expect(go.calls).toEqual([{ kind: 'list', words: ['-e', '-json=Dir,Name', '--', 'example.com'] }]);
  });

  test.each([
    ['there is no such folder', 'example.com/gone', {}],
    [
      'another module is there',
      'example.com/below',
      { 'below/go.mod': 'module x\n', 'below/main.go': 'package main\n' },
    ],
    ['it is of another module', 'example.org/main', {}],
  ])('asks go where the main package lies if %s', async (_, importPath, files) => {
    const { run, go, request } = setUp({ files });
    Object.assign(request, { importPath });
    await run();
    expect(go.calls).toEqual([{ kind: 'list', words: ['-e', '-json=Dir,Name', '--', importPath] }]);
  });
});
