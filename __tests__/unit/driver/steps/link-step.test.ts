import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ToolRequest } from '../../../../src/driver/front/protocol.ts';
import type { Archive } from '../../../../src/driver/injected/package-archive.ts';
import { ArchiveDeps } from '../../../../src/driver/steps/archive-deps.ts';
import { linkStep } from '../../../../src/driver/steps/link-step.ts';
import { driverParts, fakeGo, injectedPackages, weavingProcess } from '../../../support/driver.ts';
import { tempModule } from '../../../support/temp-module.ts';

const archive = (path: string): Archive => ({ path, name: 'p', file: `/cache/${path}.a`, size: 1 });

/** A link of a program whose main package wants `example.com/hooks`, which brings `example.com/below` along. */
function setUp(
  more: { readonly wants?: readonly string[]; readonly cxx?: boolean; readonly args?: readonly string[] } = {},
) {
  const { wants = ['example.com/hooks'], cxx = false, args = [] } = more;
  const dir = tempModule({ 'b001/importcfg.link': 'packagefile example.com=main.a\npackagefile fmt=fmt.a\n' });
  const parts = driverParts();
  const deps = new ArchiveDeps(parts.plan.goCache);
  deps.set(
    join(dir, 'main.a'),
    wants.map((path) => ({ path, kind: 'import' })),
  );
  const asked: string[] = [];
  const resolver = {
    resolve: ({ path }: { readonly path: string }) => {
      asked.push(path);
      return Promise.resolve([archive(path), archive('example.com/below'), archive('fmt')]);
    },
  };
  const go = fakeGo({ settings: { CC: 'gcc', CXX: 'g++' } });
  const injected = injectedPackages({ isCxx: (path) => cxx && path === 'example.com/below' });
  const context = { ...parts, go, injected, records: parts.caches.weave, deps, resolver };
  const request: ToolRequest = {
    kind: 'link',
    args: ['-o', 'b001/exe/a.out', '-importcfg', 'b001/importcfg.link', ...args, 'main.a'],
    ...{ pid: 1, goPid: 1, cwd: dir, pwd: '', tool: '/tool/link', importPath: 'example.com', chain: '' },
  };
  const owner = weavingProcess();
  const run = () => linkStep(context, owner, request, parts.jobs.start('link', 'example.com', owner));
  return { run, request, dir, asked, go };
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
});
