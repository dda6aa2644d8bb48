import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lineLog } from '../../../../src/base/log.ts';
import { type BazelPlan, readBazelPlan, writeBazelPlan } from '../../../../src/driver/bazel/bazel-plan.ts';
import { runBuilderAction } from '../../../../src/driver/bazel/builder.ts';
import { packageCompile } from '../../../../src/driver/bazel/compile-action.ts';
import { linkArguments } from '../../../../src/driver/bazel/link-action.ts';
import { makeBazelPlan } from '../../../../src/driver/bazel/make-bazel-plan.ts';
import { BuilderFlags, expandParams, readArchive } from '../../../../src/driver/bazel/params.ts';
import { weaverVersion } from '../../../../src/driver/plan/plan.ts';
import { archiveMagic, printMember } from '../../../../src/toolexec/archive.ts';
import { printLinkDeps } from '../../../../src/toolexec/link-deps.ts';
import type { Aspect } from '../../../../src/vocabulary/aspect.ts';
import { samplePlan } from '../../../support/driver.ts';
import { aspectsOf } from '../../../support/weave.ts';

const folder = mkdtempSync(join(tmpdir(), 'gots-bazel-unit-'));

function put(name: string, content: string | Buffer): string {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

/** An error of gots with a code, and with these words in its message. */
function failing(code: string, words: string): unknown {
  return expect.objectContaining({ code, message: expect.stringContaining(words) });
}

/** An archive that wants packages to be linked. */
function archive(name: string, ...wanted: readonly string[]): string {
  const deps = wanted.map((path) => ({ kind: 'import' as const, path }));
  const member = deps.length === 0 ? Buffer.alloc(0) : printMember('link.deps', Buffer.from(printLinkDeps(deps)));
  return put(name, Buffer.concat([Buffer.from(archiveMagic), member]));
}

/** An archive with the beginning of an object file: its fingerprint, and those of what it imports. */
function objectArchive(fingerprint: string, imports: Readonly<Record<string, string>>): Buffer {
  const entries = Object.entries(imports);
  const head = Buffer.alloc(28);
  head.write('\0go120ld', 'latin1');
  head.write(fingerprint, 8, 'hex');
  const end = head.length + 16 * entries.length;
  head.writeUInt32LE(head.length, 20);
  head.writeUInt32LE(end, 24);
  const texts: Buffer[] = [];
  const rows = entries.map(([path, hash]) => {
    const row = Buffer.alloc(16);
    row.writeUInt32LE(path.length, 0);
    row.writeUInt32LE(end + texts.reduce((sum, text) => sum + text.length, 0), 4);
    row.write(hash, 8, 'hex');
    texts.push(Buffer.from(path));
    return row;
  });
  const content = Buffer.concat([Buffer.from('go object\n!\n'), head, ...rows, ...texts]);
  const size = String(content.length).padEnd(10);
  const header = `${'_go_.o'.padEnd(16)}${'0'.padEnd(12)}${'0'.padEnd(6)}${'0'.padEnd(6)}${'644'.padEnd(8)}${size}\`\n`;
  return Buffer.concat([Buffer.from(archiveMagic), Buffer.from(header), content, Buffer.alloc(content.length % 2)]);
}

const yaml = `meta: {name: t, description: t}
aspects:
  - id: key
    join-point:
      all-of: [{import-path: example.com/app/key}, {function-body: {function: [{name: Of}]}}]
    advice: [{prepend-statements: {imports: {hooks: example.com/hooks}, template: 'hooks.Hit()'}}]
`;
const plan: BazelPlan = {
  version: weaverVersion,
  rootModule: 'example.com/app',
  goVersion: 'go1.26.0',
  aspects: aspectsOf(yaml, 'orchestrion.yml'),
  packages: [
    { path: 'example.com/hooks', name: 'hooks', imports: ['example.com/lib', 'fmt'], dir: 'x' },
    { path: 'example.com/lib', name: 'lib', imports: [], dir: 'y' },
    { path: 'fmt', name: 'fmt', imports: [], dir: '' },
  ],
  injectedOnly: [],
};
const context = { cwd: folder, env: {}, plan: join(folder, 'plan') };

describe('parameter files', () => {
  test.each([
    ["a\n'b c'\nd\\ e\n", ['a', 'b c', 'd e']],
    ["'it'\\''s'\n'two\nlines'\n", ["it's", 'two\nlines']],
    ['\nlast', ['', 'last']],
  ])('%j', (text, words) => {
    expect(expandParams(['before', `-param=${put('p.params', text)}`, 'behind'])).toEqual([
      'before',
      ...words,
      'behind',
    ]);
  });

  test.each([
    ["'open\n", 'a quote in it is not closed'],
    ['word\\', 'it ends behind a backslash'],
  ])('%j cannot be read', (text, reason) => {
    expect(() => expandParams([`-param=${put('bad.params', text)}`])).toThrow(
      failing('bazel_params_unreadable', reason),
    );
  });

  test('one that is missing is told of', () => {
    expect(() => expandParams(['-param=/none'])).toThrow('cannot read the parameter file /none: ENOENT');
  });
});

describe('flags', () => {
  test.each([
    ['compilepkg', ['-cover', 'a.go', '-v', '-p', 'main'], { cover: ['a.go'], p: ['main'] }],
    ['link', ['-cover', '-race', '-p=main', '--', '-p', 'x'], { p: ['main'] }],
    ['stdlib', ['-race', '-package', 'std', '--package=fmt'], { package: ['std', 'fmt'] }],
  ])('of %s: %j', (verb, args, expected) => {
    const flags = new BuilderFlags(verb, args);
    expect(Object.fromEntries(Object.keys(expected).map((name) => [name, flags.values(name)]))).toEqual(expected);
  });

  test('one that must be there is named', () => {
    expect(() => new BuilderFlags('link', []).need('main')).toThrow(
      failing('bazel_flag_missing', 'came without -main'),
    );
  });

  test('archives have aliases, a path and a file', () => {
    const read = { importPaths: ['a', 'alias'], packagePath: 'b', file: 'f=g.a' };
    expect(readArchive('a:alias=b=f=g.a')).toEqual(read);
  });
});

describe('plans', () => {
  test('are read as they were written', () => {
    mkdirSync(join(folder, 'written'), { recursive: true });
    writeBazelPlan(join(folder, 'written'), plan);
    expect(readBazelPlan(join(folder, 'written'))).toEqual(JSON.parse(JSON.stringify(plan)));
  });

  test.each([
    ['missing', undefined, 'ENOENT'],
    ['no JSON', '{', 'JSON'],
    ['of another version', '{"version":"0.0.0"}', 'version 0.0.0 of gots wrote it'],
  ])('one that is %s', (name, text, reason) => {
    if (text !== undefined) put(`plans/${name}/plan.json`, text);
    expect(() => readBazelPlan(join(folder, 'plans', name))).toThrow(failing('bazel_plan_unreadable', reason));
  });
});

test('a plan cannot hold an aspect that runs a plug-in', async () => {
  const [aspect] = plan.aspects as [Aspect];
  const advice = [{ kind: 'plugin', file: 'p.mjs', digest: '', span: aspect.span }] as unknown as Aspect['advice'];
  const request = {
    plan: samplePlan({ aspects: [{ ...aspect, advice }] }),
    go: 'go',
    cwd: folder,
    env: {},
    flags: [],
    oracle: '',
  };
  await expect(makeBazelPlan(join(folder, 'p'), request)).rejects.toThrow(failing('bazel_plan_plugin', 'aspect "key"'));
});

describe('links', () => {
  const std = put('packages.txt', 'fmt\nnet/http\n');
  archive('root/pkg/s/net/http.a', 'example.com/hooks');
  archive('root/pkg/s/fmt.a');
  const main = archive('main.a');
  const link = (args: readonly string[]) => {
    const all = ['-goroot', 'root', '-installsuffix', 's', '-package_list', std, '-main', main, ...args];
    return linkArguments(all, new BuilderFlags('link', all), plan, context).slice(8);
  };

  test('get what archives want, and what that imports, in front of the flags of the linker', () => {
    archive('root/pkg/s/example.com/hooks.a');
    archive('root/pkg/s/example.com/lib.a');
    const place = join(folder, 'root/pkg/s/example.com');
    const added = ['-arc', `gots=example.com/hooks=${place}/hooks.a`, '-arc', `gots=example.com/lib=${place}/lib.a`];
    expect(link(['-p', 'main', '--', '-s'])).toEqual(['-p', 'main', ...added, '--', '-s']);
  });

  test('keep a package that the program has itself', () => {
    const own = ['-arc', `//l=example.com/lib=${archive('own.a')}`, '-arc', `//h=example.com/hooks=${archive('h.a')}`];
    expect(link(own)).toEqual(own);
  });

  test('refuse a package of the program that differs from the one that injected code was compiled with', () => {
    const hooks = put(
      'other/pkg/s/example.com/hooks.a',
      objectArchive('11'.repeat(8), { 'example.com/lib': '22'.repeat(8) }),
    );
    archive('other/pkg/s/net/http.a', 'example.com/hooks');
    expect(hooks).toContain('hooks.a');
    const linkWith = (fingerprint: string) => {
      const own = put('lib.a', objectArchive(fingerprint, {}));
      const rest = ['-package_list', std, '-main', main, '-arc', `//l=example.com/lib=${own}`];
      const all = ['-goroot', 'other', '-installsuffix', 's', ...rest];
      return linkArguments(all, new BuilderFlags('link', all), plan, context);
    };
    expect(linkWith('22'.repeat(8)).at(-1)).toContain('gots=example.com/hooks=');
    expect(() => linkWith('33'.repeat(8))).toThrow(failing('bazel_package_differs', 'its own example.com/lib'));
  });

  test('lack a package that was not built', () => {
    const wants = archive('wants.a', 'example.com/none');
    expect(() => link(['-arc', `//x=x=${wants}`])).toThrow(
      failing('bazel_archive_missing', 'package "example.com/none"'),
    );
  });
});

describe('compiles', () => {
  put('sdk/pkg/tool/linux_amd64/compile', '');
  const source = put('a.go', 'package a\n\nimport "net/http"\n\nvar _ = http.Get\n');
  const compile = (args: readonly string[], root = 'plainroot') => {
    const all = ['-sdk', 'sdk', '-goroot', root, '-installsuffix', 's', '-src', source, ...args];
    return packageCompile(new BuilderFlags('compilepkg', all), plan, context);
  };

  test.each([
    ['an aspect may match', ['-importpath', 'example.com/app/key'], 'plainroot', true],
    ['none can', ['-importpath', 'example.com/app/other'], 'plainroot', false],
    ['a package of std that it imports wants something', ['-importpath', 'example.com/app/other'], 'root', true],
    [
      'a dependency wants something',
      ['-importpath', 'x', '-arc', `d=d=${archive('d.x', 'example.com/hooks')}`],
      'plainroot',
      true,
    ],
  ])('are handed to a stand-in: %s', (_, args, root, isWoven) => {
    const action = compile(args, root);
    expect(action?.place).toBe(isWoven ? 'pkg/tool/linux_amd64/compile' : undefined);
  });
});

describe('actions', () => {
  const builder = put('builder', '#!/bin/sh\nprintf "%s\\n" "$@" > "$OUT"\nexit 3\n');
  chmodSync(builder, 0o755);
  const out = join(folder, 'out');
  const own = {
    ...context,
    builder,
    env: { OUT: out, PATH: process.env['PATH'] },
    self: ['gots'],
    log: lineLog(() => {}, false),
  };

  test('that weaving leaves alone run as they are, and end as the builder does', async () => {
    const args = ['nogo', `-param=${put('n.params', 'a\n')}`];
    expect(await runBuilderAction(args, own)).toBe(3);
    expect(readFileSync(out, 'utf8').trim().split('\n')).toEqual(args);
  });

  test('of the standard library get an SDK whose go command is a stand-in', async () => {
    writeBazelPlan(put('plan/x', '') && join(folder, 'plan'), plan);
    put('sdk/bin/go', '');
    expect(await runBuilderAction(['stdlib', '-sdk', 'sdk', '-installsuffix', 's'], own)).toBe(3);
    const words = readFileSync(out, 'utf8').trim().split('\n');
    expect(words.slice(0, 6)).toEqual(['stdlib', '-sdk', 'sdk', '-installsuffix', 's', '-sdk']);
    expect(words[6]).toMatch(/\/sdk$/);
  });

  test('need the builder', async () => {
    const none = { ...own, builder: '/none/builder' };
    await expect(runBuilderAction(['nogo'], none)).rejects.toThrow(failing('bazel_builder_missing', '/none/builder'));
  });
});
