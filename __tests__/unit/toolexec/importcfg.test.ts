import { expect, test } from 'vitest';
import {
  addPackageFiles,
  modinfoOf,
  parseImportcfg,
  printImportcfg,
  setModinfo,
} from '../../../src/toolexec/importcfg.ts';

const text = [
  '# import config',
  'importmap golang.org/x/net/dns/dnsmessage=vendor/golang.org/x/net/dns/dnsmessage',
  'packagefile fmt=/cache/f=mt-d',
  'packageshlib x=/lib/libx.so',
  'packagefile runtime=/cache/runtime-d',
  'modinfo "\\x30w\\tpath\\n"',
  'something new',
  '',
].join('\n');

test('lines are read, and printed as they were', () => {
  const importcfg = parseImportcfg(text);
  expect([...importcfg.packageFiles]).toEqual([
    ['fmt', '/cache/f=mt-d'],
    ['runtime', '/cache/runtime-d'],
  ]);
  expect([...importcfg.importMap]).toEqual([
    ['golang.org/x/net/dns/dnsmessage', 'vendor/golang.org/x/net/dns/dnsmessage'],
  ]);
  expect(modinfoOf(importcfg)).toBe('"\\x30w\\tpath\\n"');
  expect(printImportcfg(importcfg)).toBe(text);
});

test('malformed directives are left to the tool', () => {
  const odd = 'packagefile fmt\npackagefile =x\nimportmap a=\n\nmodinfo\n';
  expect(parseImportcfg(odd).packageFiles.size).toBe(0);
  expect(printImportcfg(parseImportcfg(odd))).toBe(odd);
});

test('archives are added sorted, never twice', () => {
  const added = addPackageFiles(
    parseImportcfg(text),
    new Map([
      ['z', '/z'],
      ['fmt', '/other'],
      ['a', '/a'],
    ]),
  );
  expect(printImportcfg(added)).toBe(`${text}packagefile a=/a\npackagefile z=/z\n`);
  expect(added.packageFiles.get('fmt')).toBe('/cache/f=mt-d');
});

test('module information is replaced in place', () => {
  expect(printImportcfg(setModinfo(parseImportcfg(text), '"new"'))).toBe(text.replace('"\\x30w\\tpath\\n"', '"new"'));
});
