import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  changeCompile,
  changeLink,
  parseCompile,
  parseImportPath,
  parseLink,
  printCompile,
  printLink,
} from '../../../src/toolexec/argv.ts';
import { compileFlags, type FlagTable, linkFlags } from '../../../src/toolexec/tool-flags.ts';
import { plainGoEnv } from '../../support/go-command.ts';
import { tempDir, tempModule } from '../../support/temp-module.ts';
import { recordTools } from '../../support/tool-runs.ts';

const compileArgs = [
  ...['-o', '/w/b002/_pkg_.a', '-trimpath', '/w/b002=>', '-p', 'example.com/a b', '-lang=go1.21', '-complete'],
  ...['-buildid', 'abcdefghijklmnopqrst/abcdefghijklmnopqrst', '-goversion', 'go1.26.8', '-N', '-d=checkptr=0', '-c=4'],
  ...['-importcfg', '/w/b002/importcfg', '-pack', '-asmhdr', '/w/b002/go_asm.h', '/src/a.go', '/src/b.go'],
];

test('a compile line is read', () => {
  expect(parseCompile(compileArgs)).toMatchObject({
    goFiles: ['/src/a.go', '/src/b.go'],
    packagePath: 'example.com/a b',
    importcfg: '/w/b002/importcfg',
    output: '/w/b002/_pkg_.a',
    buildId: { actionId: 'abcdefghijklmnopqrst', contentId: 'abcdefghijklmnopqrst' },
    lang: 'go1.21',
    isComplete: true,
    isStd: false,
    trimpath: '/w/b002=>',
    pgoProfile: undefined,
    symabis: undefined,
    asmHeader: '/w/b002/go_asm.h',
  });
});

test('changes keep order and form of everything else', () => {
  const changed = changeCompile(parseCompile(compileArgs), {
    goFiles: ['/woven/a.go', '/src/b.go', '/woven/added.go'],
    importcfg: '/woven/importcfg',
    lang: 'go1.22',
  });
  expect(changed).toMatchObject({ importcfg: '/woven/importcfg', lang: 'go1.22', output: '/w/b002/_pkg_.a' });
  expect(printCompile(changed)).toEqual([
    ...compileArgs
      .slice(0, -2)
      .map((word) => ({ '/w/b002/importcfg': '/woven/importcfg', '-lang=go1.21': '-lang=go1.22' })[word] ?? word),
    ...['/woven/a.go', '/src/b.go', '/woven/added.go'],
  ]);
});

test('a flag given twice counts as the tools count it, and is changed everywhere', () => {
  const command = parseCompile(['-o', 'x', '-p=p', '-lang=go1.20', '--lang', 'go1.21', '-std=false', 'a.go']);
  expect(command).toMatchObject({ lang: 'go1.21', isStd: false, packagePath: 'p' });
  expect(printCompile(changeCompile(command, { lang: 'go1.23', trimpath: 't' }))).toEqual([
    '-o',
    'x',
    '-p=p',
    '-lang=go1.23',
    '-lang',
    'go1.23',
    '-std=false',
    '-trimpath=t',
    'a.go',
  ]);
});

test('a link line is read and changed', () => {
  const args = [
    '-o',
    'a.out',
    '-importcfg',
    'b001/importcfg.link',
    '-buildmode=pie',
    '-buildid=a/b/c/d',
    '-extld=gcc',
    'b001/_pkg_.a',
  ];
  const command = parseLink(args);
  expect(command).toMatchObject({
    mainArchive: 'b001/_pkg_.a',
    importcfg: 'b001/importcfg.link',
    output: 'a.out',
    buildId: { text: 'a/b/c/d', actionId: 'a', contentId: 'd' },
    buildMode: 'pie',
    extld: 'gcc',
  });
  expect(printLink(command)).toEqual(args);
  expect(printLink(changeLink(command, { importcfg: 'i', extld: 'g++', output: 'o', mainArchive: 'm.a' }))).toEqual([
    '-o',
    'o',
    '-importcfg',
    'i',
    '-buildmode=pie',
    '-buildid=a/b/c/d',
    '-extld=g++',
    'm.a',
  ]);
  expect(parseLink(['-o', 'l.so', '-buildmode=shared', 'p=p.a', 'q=q.a'])).toMatchObject({
    mainArchive: undefined,
    files: ['p=p.a', 'q=q.a'],
  });
});

test.each([
  ['of go', ['-buildid=a/b/c/d'], 'b'],
  ['of go, and one of the user behind it', ['-buildid=a/b/c/d', '-buildid='], 'b'],
  ['of the user alone', ['-buildid', 'own'], undefined],
  ['none', [], undefined],
])('the main package of a link is told by the -buildid %s', (_, flags, mainActionId) => {
  expect(parseLink(['-o', 'a.out', ...flags, 'main.a']).mainActionId).toBe(mainActionId);
});

test.each([
  ['toolexec_unknown_flag', ['-p', 'p', '-o', 'o', '-newflag', 'x', 'a.go']],
  ['toolexec_flag_without_value', ['-p', 'p', '-o']],
  ['toolexec_no_flag', ['-p', 'p', 'a.go']],
])('%s', (code, args) => {
  expect(() => parseCompile(args)).toThrow(expect.objectContaining({ code }));
});

test.each([
  ['p', { path: 'p', forTest: undefined, forMain: undefined }],
  ['p.test', { path: 'p.test', forTest: undefined, forMain: undefined }],
  ['a/p [a/p.test]', { path: 'a/p', forTest: 'a/p', forMain: undefined }],
  ['a/p_test [a/p.test]', { path: 'a/p_test', forTest: 'a/p', forMain: undefined }],
  ['a/q [a/p.test]', { path: 'a/q', forTest: 'a/p', forMain: undefined }],
  ['net/http [example.com/cmd/x]', { path: 'net/http', forTest: undefined, forMain: 'example.com/cmd/x' }],
])('TOOLEXEC_IMPORTPATH %s', (text, variant) => {
  expect(parseImportPath(text)).toEqual(variant);
});

describe('real command lines', () => {
  const files = {
    'go.mod': 'module example.com/m\n\ngo 1.24\n',
    'main.go': 'package main\n\nimport _ "example.com/m/p"\n\nvar V string\n\nfunc main() { println(V) }\n',
    'p/p.go': 'package p\n\nconst X = 1\n',
    'p/p_test.go': 'package p\n\nimport "testing"\n\nfunc TestP(t *testing.T) {}\n',
  };

  test('are the same after reading and printing', () => {
    const dir = tempModule(files);
    // The module is new to the user's cache, and a cache of its own shows the lines of packages with assembly.
    const flags = ['-gcflags=-N -l -d=ssa/check/on', '-ldflags=-X "main.V=a b" -s -w'];
    const runs = [
      ...recordTools(['build', ...flags, '-o', '/dev/null', '.'], dir),
      ...recordTools(['build', 'internal/bytealg'], dir, { GOCACHE: tempDir() }),
    ];
    expect(runs.filter(({ tool }) => tool === 'link')).toHaveLength(1);
    expect(runs.filter(({ args }) => args.includes('-symabis')).length).toBeGreaterThan(0);
    expect(runs.length).toBeGreaterThan(4);
    for (const { tool, args, importPath } of runs) {
      if (tool === 'link') {
        expect(printLink(parseLink(args))).toEqual(args);
        expect(parseLink(args).mainArchive).toMatch(/_pkg_\.a$/);
        continue;
      }
      const command = parseCompile(args);
      expect(printCompile(command)).toEqual(args);
      expect(command.goFiles.every((file) => file.endsWith('.go') && existsSync(file))).toBe(true);
      expect(command.packagePath).toBe(importPath === 'example.com/m' ? 'main' : importPath);
      expect(command.buildId?.actionId).toMatch(/^[\w-]{20}$/);
      expect(command.isStd).toBe(!importPath.startsWith('example.com/'));
      expect(command.symabis !== undefined).toBe(command.asmHeader !== undefined);
    }
  }, 300_000);
});

/** Flags that the tool itself prints: with a value behind the name or without. */
function printedFlags(tool: string): Pick<FlagTable, 'switches' | 'valued'> {
  const { stderr } = spawnSync('go', ['tool', tool, '-h'], { encoding: 'utf8', env: plainGoEnv() });
  const lines = [...stderr.matchAll(/^ {2}-(\S+)(?: (\S+))?/gm)];
  const named = (hasValue: boolean) =>
    new Set(lines.filter((line) => (line[2] !== undefined) === hasValue).map((line) => line[1] ?? ''));
  return { switches: named(false), valued: named(true) };
}

test.each([compileFlags, linkFlags])('the table has all flags of go tool $tool', (table) => {
  const printed = printedFlags(table.tool);
  expect(printed.switches.size).toBeGreaterThan(10);
  expect([...printed.switches].filter((name) => !table.switches.has(name))).toEqual([]);
  expect([...printed.valued].filter((name) => !table.valued.has(name))).toEqual([]);
});
