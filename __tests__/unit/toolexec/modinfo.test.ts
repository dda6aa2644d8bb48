import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changeLink, parseLink, printLink } from '../../../src/toolexec/argv.ts';
import { modinfoOf, parseImportcfg, printImportcfg, setModinfo } from '../../../src/toolexec/importcfg.ts';
import { extendModinfo, type ModinfoAddition } from '../../../src/toolexec/modinfo.ts';
import { go } from '../../support/go-command.ts';
import { tempDir, tempModule } from '../../support/temp-module.ts';
import { recordTools } from '../../support/tool-runs.ts';

const nothing: ModinfoAddition = { modules: [], settings: new Map() };

const addition: ModinfoAddition = {
  modules: [
    { path: 'example.com/zebra', version: 'v1.2.3', sum: 'h1:zzz=' },
    { path: 'example.com/dep', version: 'v9.9.9', sum: 'h1:other=' },
    { path: 'example.com/app', version: 'v9.9.9', sum: 'h1:other=' },
    {
      path: 'example.com/alpha',
      version: 'v0.1.0',
      sum: 'h1:unused=',
      replace: { path: './hooks/été "x"', version: '(devel)', sum: '' },
    },
  ],
  settings: new Map([
    ['gots.version', '0.1.0'],
    ['gots.aspects', 'a b "c"'],
  ]),
};

/** Lines of `go version -m` behind the first, which names the file, but for the empty ones behind replacements. */
function buildInfo(binary: string, dir: string): readonly string[] {
  return go(['version', '-m', binary], dir)
    .trimEnd()
    .split('\n')
    .slice(1)
    .filter((line) => line !== '\t');
}

test('a binary linked again with more module information is read by go version -m', () => {
  const dir = tempModule({
    'go.mod':
      'module example.com/app\n\ngo 1.24\n\nrequire example.com/dep v1.0.0\n\nreplace example.com/dep => ./dep\n',
    'main.go': 'package main\n\nimport _ "example.com/dep"\n\nfunc main() {}\n',
    'dep/go.mod': 'module example.com/dep\n\ngo 1.24\n',
    'dep/dep.go': 'package dep\n',
  });
  const args = ['build', '-work', '-buildvcs=false', '-ldflags=-s', '-o', 'before', '.'];
  const link = recordTools(args, dir, { GOTMPDIR: tempDir() }).find(({ tool }) => tool === 'link');
  const command = parseLink(link?.args ?? []);
  const importcfg = parseImportcfg(readFileSync(command.importcfg ?? '', 'utf8'));
  const quoted = modinfoOf(importcfg) ?? '';
  expect(extendModinfo(quoted, nothing)).toBe(quoted);

  const extended = join(dir, 'importcfg.extended');
  writeFileSync(extended, printImportcfg(setModinfo(importcfg, extendModinfo(quoted, addition))));
  go(['tool', 'link', ...printLink(changeLink(command, { importcfg: extended, output: join(dir, 'after') }))], dir);

  const before = buildInfo('before', dir);
  expect(before.filter((line) => /\t(dep|=>)\t/.test(line))).toEqual([
    '\tdep\texample.com/dep\tv1.0.0',
    '\t=>\t./dep\t(devel)\t',
  ]);
  const firstSetting = before.findIndex((line) => line.startsWith('\tbuild\t'));
  expect(buildInfo('after', dir)).toEqual([
    ...before.slice(0, firstSetting - 2),
    '\tdep\texample.com/alpha\tv0.1.0',
    '\t=>\t./hooks/été "x"\t(devel)\t',
    ...before.slice(firstSetting - 2, firstSetting),
    '\tdep\texample.com/zebra\tv1.2.3\th1:zzz=',
    ...before.slice(firstSetting),
    '\tbuild\tgots.aspects="a b \\"c\\""',
    '\tbuild\tgots.version=0.1.0',
  ]);
}, 120_000);

test('settings stand before those of version control and replace their own kind', () => {
  const mark = '\\x30\\xaf'.padEnd(2 * 4 + 14, '.');
  const info = (settings: string) => `"${mark}path\\tm\\n${settings}${mark}"`;
  const quoted = info('build\\tgots.version=0.0.9\\nbuild\\tvcs=git\\nbuild\\tvcs.modified=true\\n');
  expect(
    extendModinfo(quoted, { ...nothing, settings: new Map([['gots.version', '0.1.0']]) }).replaceAll(
      '0\\xaf',
      '\\x30\\xaf',
    ),
  ).toBe(info('build\\tgots.version=0.1.0\\nbuild\\tvcs=git\\nbuild\\tvcs.modified=true\\n'));
});

test.each(['', 'x', '"short"', `"${'m'.repeat(16)}path\\tm${'m'.repeat(16)}"`])('%j is refused', (quoted) => {
  expect(() => extendModinfo(quoted, addition)).toThrow(expect.objectContaining({ code: 'modinfo_unreadable' }));
});

test('a binary without build information gets none', () => {
  const empty = `"${'m'.repeat(32)}"`;
  expect(extendModinfo(empty, addition)).toBe(empty);
});
