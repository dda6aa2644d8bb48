import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expandArgs, needsResponseFile, printResponseFile } from '../../../src/toolexec/response-file.ts';
import { go } from '../../support/go-command.ts';
import { tempDir, tempModule } from '../../support/temp-module.ts';

const files: Readonly<Record<string, string>> = {
  '/tmp/args1': '-p\npath with blank\n-trimpath\nC:\\\\w\\\\b=>\\nx\n@/tmp/args2\n',
  '/tmp/args2': 'a.go\r\nb.go\r\n',
};

test('response files are replaced by their arguments, nested ones too', () => {
  const args = expandArgs(['-o', 'x', '@/tmp/args1', 'c.go'], (path) => files[path] ?? '');
  expect(args).toEqual(['-o', 'x', '-p', 'path with blank', '-trimpath', 'C:\\w\\b=>\nx', 'a.go', 'b.go', 'c.go']);
});

test('what is printed is read back', () => {
  // Blank lines at the ends are lost to the tools as well; no flag or file begins or ends so.
  const word = fc.string().map((text) => `-${text.replaceAll('\r', '')}.`);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), (args) => {
      expect(expandArgs(['@f'], () => printResponseFile(args))).toEqual(args);
    }),
  );
});

test('the compiler reads the response file', () => {
  const dir = tempModule({ 'a b.go': 'package p\n' });
  const response = join(tempDir(), 'args');
  writeFileSync(
    response,
    printResponseFile(['-p', 'p', '-pack', '-o', join(dir, 'back\\slash.a'), join(dir, 'a b.go')]),
  );
  go(['tool', 'compile', `@${response}`], dir);
  expect(go(['tool', 'pack', 't', 'back\\slash.a'], dir)).toBe('__.PKGDEF\n_go_.o\n');
});

test('cmd/go’s limit', () => {
  expect([needsResponseFile(['x'.repeat(30 * 1024)]), needsResponseFile(['compile', 'é'.repeat(15 * 1024)])]).toEqual([
    false,
    true,
  ]);
});
