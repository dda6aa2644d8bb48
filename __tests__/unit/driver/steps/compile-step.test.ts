import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ToolRequest } from '../../../../src/driver/front/protocol.ts';
import type { GoProcess } from '../../../../src/driver/serve/go-process.ts';
import type { CompileOutcome } from '../../../../src/driver/serve/known-actions.ts';
import { ArchiveDeps } from '../../../../src/driver/steps/archive-deps.ts';
import { compileStep } from '../../../../src/driver/steps/compile-step.ts';
import { parseImportcfg } from '../../../../src/toolexec/importcfg.ts';
import type { WovenPackage } from '../../../../src/weave/weave-request.ts';
import { driverParts, fakeGo, weavingProcess, wovenPath } from '../../../support/driver.ts';
import { tempModule } from '../../../support/temp-module.ts';

const prefix = 'AAAAAAAAAAAAAAAAAAAA';
const nothing: WovenPackage = {
  files: [],
  added: [],
  imports: [],
  links: [],
  lang: '',
  matches: [],
  mayHideErrors: false,
  mayMoveOrder: false,
};

interface Setting {
  /** Import path; `main` compiles as a main package of this path. */
  readonly path?: string;
  readonly isMain?: boolean;
  /** What weaving makes of it, in this folder. */
  readonly woven?: (dir: string) => Partial<WovenPackage>;
  readonly owner?: GoProcess;
  /** Link dependencies of the package's import `fmt`. */
  readonly inherited?: readonly string[];
  /** Arguments of the compiler in place of the usual ones. */
  readonly args?: readonly string[];
  /** What the compiler says of the package's own files. */
  readonly accepts?: boolean;
  /** The text of p/a.go. */
  readonly source?: string;
}

function setUp(setting: Setting = {}) {
  const { path = wovenPath, isMain = false, woven, owner = weavingProcess(), inherited = [], args } = setting;
  const dir = tempModule({
    'b002/importcfg': 'packagefile fmt=fmt.a\n',
    'go.mod': 'module example.com\n',
    'p/a.go': setting.source ?? 'package p\n',
    'p/b.go': 'package p\n',
  });
  const parts = driverParts({ plan: { moduleDirs: [dir] } });
  const go = fakeGo({ accepts: setting.accepts ?? true });
  let conversations = 0;
  const deps = new ArchiveDeps(parts.plan.goCache);
  deps.set(
    join(dir, 'fmt.a'),
    inherited.map((each) => ({ path: each, kind: 'relocation' })),
  );
  const compiled: CompileOutcome[] = [];
  const asked: string[] = [];
  const context = {
    ...parts,
    go,
    deps,
    goarch: 'amd64',
    types: { open: () => Promise.reject(new Error(`no types ${++conversations}`)) },
    policy: {
      compiled: (_: GoProcess, __: string, outcome: CompileOutcome) => Promise.resolve(void compiled.push(outcome)),
      plainObject: () => Promise.resolve(undefined),
      wovenObject: () => Promise.resolve(undefined),
    },
    resolver: {
      resolve: (want: { readonly path: string }) => {
        asked.push(want.path);
        return Promise.resolve([{ path: want.path, name: 'hooks', file: `/cache/${want.path}.a`, size: 1 }]);
      },
    },
    weaver: { weave: () => Promise.resolve({ ...nothing, ...woven?.(dir) }) },
  };
  const request: ToolRequest = {
    kind: 'compile',
    args: args ?? [
      ...['-o', 'b002/_pkg_.a', '-p', isMain ? 'main' : path, '-buildid', `${prefix}/${prefix}`],
      ...['-importcfg', 'b002/importcfg', './p/a.go', './p/b.go'],
    ],
    ...{ pid: 1, goPid: 1, cwd: dir, pwd: '', tool: '/tool/compile', importPath: path, chain: '' },
  };
  const run = () => compileStep(context, owner, request, parts.jobs.start(prefix, path, owner));
  return { ...parts, run, request, dir, compiled, asked, deps, go, conversations: () => conversations };
}

describe('a package that stays as it is', () => {
  test.each([
    ['no aspect can match', { path: 'example.com/other' }],
    ['no aspect matches', {}],
    ['it belongs to the go distribution', { path: 'cmd/internal/x' }],
  ] as const)('because %s', async (_, setting) => {
    const built = setUp(setting);
    const { request } = built;
    expect((await built.run()).reply).toEqual({ kind: 'exec', argv: ['/tool/compile', ...request.args], env: [] });
    expect(built.compiled).toMatchObject([{ facts: { path: request.importPath, imports: ['fmt'] } }]);
    expect(built.compiled[0]?.woven).toBeUndefined();
    expect(built.tally.stats).toMatchObject({ compiles: 1, woven: 0, compiled: 1 });
  });

  test('a tool run that compiles nothing is no compile', async () => {
    const built = setUp({ args: ['-o', 'x.a', '-p', 'p'] });
    expect((await built.run()).reply).toMatchObject({ kind: 'exec' });
    expect(built.compiled).toEqual([]);
  });
});

describe('a woven package', () => {
  const woven = (setting: Setting = {}) =>
    setUp({
      ...setting,
      woven: (dir) => ({
        files: [{ name: join(dir, 'p', 'b.go'), text: Buffer.from('package p // woven\n') }],
        imports: ['example.com/hooks', 'fmt', 'unsafe'],
      }),
    });

  test('is compiled from its woven files, with the archives that they import', async () => {
    const built = woven();
    const { reply } = await built.run();
    const folder = join(built.dir, 'b002', 'gots');
    expect(reply).toMatchObject({
      kind: 'run',
      argv: expect.arrayContaining([
        '/tool/compile',
        join(folder, 'importcfg'),
        './p/a.go',
        join(folder, 'src', 'b.go'),
      ]),
      appends: [{ archive: join(built.dir, 'b002', '_pkg_.a'), name: 'link.deps' }],
    });
    expect(readFileSync(join(folder, 'src', 'b.go'), 'utf8')).toBe('package p // woven\n');
    const { packageFiles } = parseImportcfg(readFileSync(join(folder, 'importcfg'), 'utf8'));
    expect([...packageFiles]).toEqual([
      ['fmt', 'fmt.a'],
      ['example.com/hooks', '/cache/example.com/hooks.a'],
    ]);
    // What it imports already, and what has no archive, is no dependency.
    expect(built.asked).toEqual(['example.com/hooks']);
    expect(built.compiled[0]?.woven?.record).toMatchObject({ imports: ['example.com/hooks'], links: [], pending: [] });
    expect(built.deps.of(join(built.dir, 'b002', '_pkg_.a'))).toEqual([{ path: 'example.com/hooks', kind: 'import' }]);
    expect(built.names.get('example.com/hooks')).toBe('hooks');
    expect(built.tally.stats).toMatchObject({ compiles: 1, woven: 1, compiled: 1 });
  });

  test('that weaves itself while it is injected is a ring', async () => {
    const owner = weavingProcess(['build'], [{ host: wovenPath, path: 'example.com/hooks' }]);
    await expect(woven({ owner }).run()).rejects.toMatchObject({ code: 'build_injection_cycle' });
  });

  test('shows errors of its own files as plain go does', async () => {
    const built = woven();
    const { afterwards } = await built.run();
    const ended = await afterwards?.ended({ kind: 'ended', exitCode: 1, output: Buffer.from('woven message') });
    expect(ended).toMatchObject({ kind: 'run', argv: expect.arrayContaining(['./p/a.go', './p/b.go']) });
  });
});

describe('what must be linked though nothing imports it', () => {
  test('is handed on by a package that imports such a one', async () => {
    const built = setUp({ path: 'example.com/other', inherited: ['example.com/linked'] });
    const { reply } = await built.run();
    expect(reply).toMatchObject({ kind: 'run', appends: [{ name: 'link.deps' }] });
    expect(built.deps.of(join(built.dir, 'b002', '_pkg_.a'))).toEqual([
      { path: 'example.com/linked', kind: 'relocation' },
    ]);
    expect(built.asked).toEqual([]);
  });

  test('is imported blank by a main package', async () => {
    const built = setUp({ path: 'example.com/cmd', isMain: true, inherited: ['example.com/linked'] });
    await built.run();
    expect(readFileSync(join(built.dir, 'b002', 'gots', 'src', 'gots_links.go'), 'utf8')).toBe(
      '//line <gots>:1:1\npackage main\nimport _ "example.com/linked"\n',
    );
    expect(built.asked).toEqual(['example.com/linked']);
  });
});

describe('errors that weaving may hide', () => {
  const ended = { kind: 'ended', exitCode: 0, output: Buffer.alloc(0) } as const;
  const hiding = (setting: Setting = {}) =>
    setUp({
      ...setting,
      woven: (dir) => ({
        files: [{ name: join(dir, 'p', 'b.go'), text: Buffer.from('package p // woven\n') }],
        mayHideErrors: true,
      }),
    });

  test.each([
    [true, 'done'],
    [false, 'run'],
  ] as const)(
    'of a small package the compiler is asked: it accepts %s, so the step ends with %s',
    async (accepts, kind) => {
      const built = hiding({ accepts });
      const { afterwards } = await built.run();
      expect(await afterwards?.ended(ended)).toMatchObject({ kind });
      const own = join(built.dir, 'b002', 'gots', 'own.a');
      expect(built.go.calls).toEqual([
        { kind: 'accepts', words: expect.arrayContaining(['/tool/compile', own, '-N', '-l', './p/a.go', './p/b.go']) },
      ]);
      expect(built.conversations()).toBe(0);
    },
  );

  test('of a large package the type oracle is asked', async () => {
    const built = hiding({ source: `package p // ${'x'.repeat(128 << 10)}\n` });
    const { afterwards } = await built.run();
    await afterwards?.ended(ended);
    expect(built.go.calls).toEqual([]);
    expect(built.conversations()).toBe(1);
  });

  test('are looked for in packages of the program only', async () => {
    const built = hiding();
    rmSync(join(built.dir, 'go.mod'));
    const { afterwards } = await built.run();
    expect(await afterwards?.ended(ended)).toMatchObject({ kind: 'done' });
    expect(built.go.calls).toEqual([]);
  });
});
