import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Resolver } from '../../../../src/driver/injected/resolver.ts';
import type { GoProcess } from '../../../../src/driver/serve/go-process.ts';
import { driverParts, fakeGo, injectedPackages, weavingProcess } from '../../../support/driver.ts';
import { tempDir } from '../../../support/temp-module.ts';

const hooks = 'example.com/hooks';
const span = { file: 'gots.yml', line: 2, column: 3 };

/** A resolver whose go command prints these packages; each has an archive on disk unless it has no name. */
function setUp(
  more: { readonly exitCode?: number; readonly stderr?: string; readonly packages?: readonly string[] } = {},
) {
  const dir = tempDir();
  const { exitCode = 0, stderr = '', packages = [hooks, 'fmt'] } = more;
  const objects = packages.map((path) => {
    const file = join(dir, `${path.replaceAll('/', '_')}.a`);
    writeFileSync(file, `archive of ${path}`);
    return `${JSON.stringify({ ImportPath: path, Name: path.split('/').at(-1), Export: file }, null, '\t')}\n`;
  });
  const served: string[] = [];
  const children = {
    adopt: (child: GoProcess) => void served.push(`adopt ${child.token}`),
    dismiss: (child: GoProcess) => void served.push(`dismiss ${child.token}`),
  };
  const go = fakeGo({ listWoven: () => ({ exitCode, stderr, stdout: objects.join('') }) });
  const parts = driverParts();
  const context = { ...parts, go, weave: parts.caches.weave, children, usedFiles: undefined, pid: 7 };
  return { ...parts, dir, go, served, context, resolver: new Resolver(context) };
}

function want(built: ReturnType<typeof setUp>, path = hooks, owner = weavingProcess()) {
  const job = built.jobs.start('action', 'example.com/woven', owner);
  return { path, host: 'example.com/woven', job, owner, pgo: 'off', span };
}

describe('archives of an injected package', () => {
  test('are those that go lists, with all it imports', async () => {
    const built = setUp();
    const archives = await built.resolver.resolve(want(built));
    expect(archives.map(({ path, name }) => [path, name])).toEqual([
      [hooks, 'hooks'],
      ['fmt', 'fmt'],
    ]);
    expect(built.go.calls).toEqual([
      { kind: 'listWoven', words: expect.arrayContaining(['-deps', '-json=ImportPath,Name,Export,Error', hooks]) },
    ]);
    expect(built.served).toEqual(['adopt 7-1', 'dismiss 7-1']);
    expect(built.tally.stats.resolutions).toBe(1);
  });

  test('are listed once for all that want them at the same time', async () => {
    const built = setUp();
    const [first, second] = await Promise.all([
      built.resolver.resolve(want(built)),
      built.resolver.resolve(want(built)),
    ]);
    expect(first).toBe(second);
    expect(built.go.calls).toHaveLength(1);
  });

  test('are remembered for the next build, as long as their files are whole', async () => {
    const built = setUp();
    await built.resolver.resolve(want(built));
    await new Resolver(built.context).resolve(want(built));
    expect(built.go.calls).toHaveLength(1);
    writeFileSync(join(built.dir, 'fmt.a'), 'cut off');
    await new Resolver(built.context).resolve(want(built));
    expect(built.go.calls).toHaveLength(2);
  });

  test('are listed again under another identity', async () => {
    const built = setUp();
    await built.resolver.resolve(want(built));
    const injected = injectedPackages({ of: () => 'edited' });
    await new Resolver({ ...built.context, injected }).resolve(want(built));
    expect(built.go.calls).toHaveLength(2);
  });

  test('have the flags of the go command that they are for', async () => {
    const built = setUp();
    await built.resolver.resolve(want(built, hooks, weavingProcess(['build', '-race', '-tags=x'])));
    expect(built.go.calls[0]?.words).toEqual(expect.arrayContaining(['-race', '-tags=x']));
  });
});

describe('what goes wrong', () => {
  test.each([
    ['no required module provides package example.com/hooks; to add it:', 'build_injected_not_found'],
    ['package example.com/hooks is not in std', 'build_injected_not_found'],
    ['# example.com/hooks\n./hooks.go:3:2: undefined: x', 'build_injected_failed'],
    ['gots: injection cycle: weaving a injects b, which needs a (build_injection_cycle)', 'build_injection_cycle'],
  ])('go says %j', async (stderr, code) => {
    const built = setUp({ exitCode: 1, stderr });
    await expect(built.resolver.resolve(want(built))).rejects.toMatchObject({ code, span });
    expect(built.served).toEqual(['adopt 7-1', 'dismiss 7-1']);
  });

  test('a package that the handshake did not find is not asked for again', async () => {
    const built = setUp();
    const injected = injectedPackages({ missing: () => 'no such package; to add it:\n\tgo get' });
    const resolving = new Resolver({ ...built.context, injected }).resolve(want(built));
    await expect(resolving).rejects.toMatchObject({ code: 'build_injected_not_found' });
    expect(built.go.calls).toEqual([]);
  });

  test('files that change during the build make it stale', async () => {
    const built = setUp();
    const injected = injectedPackages({ changedFile: () => '/hooks' });
    const resolving = new Resolver({ ...built.context, injected }).resolve(want(built));
    await expect(resolving).rejects.toMatchObject({ code: 'build_plan_stale' });
  });

  test('a wait that would close a ring is an error, at once', async () => {
    const built = setUp();
    const wanted = want(built);
    built.graph.add(`inject ${hooks} off`, wanted.job.node);
    await expect(built.resolver.resolve(wanted)).rejects.toMatchObject({
      code: 'build_injection_cycle',
      message: expect.stringContaining(`weaving example.com/woven injects ${hooks}, which needs example.com/woven`),
    });
    expect(built.go.calls).toEqual([]);
  });
});
